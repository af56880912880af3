"""A cutout keeps the subject's own colours, and nothing of what was removed."""

import numpy as np
import pytest
from PIL import Image

from removebg.cutout import fill_inside, find_subject, lay_out_alpha, lay_out_cutout
from removebg.errors import UnknownForeground
from removebg.layout import Box, Layout
from removebg.photo import Photo
from tests.photos import photo

MATTE_SIZE = (1024, 1024)


def opaque(image: Image.Image) -> Photo:
    """A photo without transparency of its own."""
    return Photo(image, None, image.size)


def box(size: tuple[int, int]) -> Box:
    """The whole of a picture."""
    return Box(0, 0, *size)


def unchanged(size: tuple[int, int]) -> Layout:
    """A layout that shows the whole photo at its own size."""
    return Layout(size, box(size), box(size))


def disc(size: tuple[int, int] = MATTE_SIZE, level: int = 255) -> Image.Image:
    """A matte of a round subject in the middle, with a soft edge."""
    falling = Image.radial_gradient("L").resize(size, Image.Resampling.BICUBIC)
    return falling.point(lambda distance: max(0, min(level, (110 - distance) * 8)))


def cut(image: Image.Image, matte: Image.Image) -> np.ndarray:
    """Cut out at the photo's own size."""
    return np.asarray(lay_out_cutout(opaque(image), matte, box(image.size), unchanged(image.size)))


def test_opaque_pixels_keep_the_photos_bytes() -> None:
    original = photo("coffee")
    pixels = cut(original, disc())
    inside = pixels[..., 3] == 255
    assert inside.mean() > 0.1
    assert np.array_equal(pixels[inside][:, :3], np.asarray(original)[inside])


def test_alpha_is_the_matte_and_is_straight() -> None:
    original = Image.new("RGB", MATTE_SIZE, (200, 40, 90))
    pixels = cut(original, disc())
    assert np.array_equal(pixels[..., 3], np.asarray(disc()))
    soft = (pixels[..., 3] > 0) & (pixels[..., 3] < 255)
    # Premultiplied colours would get darker with alpha; straight ones do not.
    assert np.abs(pixels[soft][:, :3].astype(int) - [200, 40, 90]).max() <= 1


def test_no_colour_is_left_under_alpha_0() -> None:
    pixels = cut(photo("coffee"), disc())
    hidden = pixels[pixels[..., 3] == 0]
    assert len(hidden)
    assert not hidden.any()


def test_soft_edges_lose_the_old_backgrounds_colour() -> None:
    matte = disc()
    composite = Image.composite(Image.new("RGB", MATTE_SIZE, "red"), Image.new("RGB", MATTE_SIZE, "lime"), matte)
    pixels = cut(composite, matte)
    soft = (pixels[..., 3] > 12) & (pixels[..., 3] < 243)
    assert pixels[soft][:, 1].mean() < 0.1 * np.asarray(composite)[soft][:, 1].mean()


def test_a_transparent_photo_stays_transparent() -> None:
    original = photo("coffee")
    own = Image.new("L", original.size, 255)
    own.paste(0, (0, 0, 300, 400))
    see_through = Photo(original, own, original.size)
    matte = Image.new("L", MATTE_SIZE, 128)
    alpha = np.asarray(lay_out_alpha(see_through, matte, box(original.size), unchanged(original.size)))
    assert alpha[:, :300].max() == 0
    assert alpha[:, 300:].min() == 128
    found = find_subject(see_through, matte, box(original.size))
    assert abs(found.left - 300) <= 1
    assert found.right == 600


def test_shrinking_brings_no_halo_of_hidden_colours() -> None:
    # A red disc whose hidden surroundings are green: no green may bleed into its edge.
    own = disc((256, 256)).point(lambda level: 255 if level > 127 else 0)
    rgb = Image.composite(Image.new("RGB", own.size, "red"), Image.new("RGB", own.size, "lime"), own)
    layout = Layout((60, 60), box(own.size), box((60, 60)))
    small = lay_out_cutout(Photo(rgb, own, own.size), Image.new("L", MATTE_SIZE, 255), box(own.size), layout)
    pixels = np.asarray(small)
    assert pixels[pixels[..., 3] > 8][:, 1].max() < 16


def test_the_subject_is_measured_to_a_pixel_of_the_matte() -> None:
    matte = Image.new("L", MATTE_SIZE)
    matte.paste(255, (256, 512, 768, 1024))
    # What the model is not sure of does not count.
    matte.paste(5, (0, 0, 100, 100))
    size = (2000, 1000)
    found = find_subject(Photo(Image.new("RGB", size), None, size), matte, Box(0, 0, *size))
    assert found == Box(500, 500, 1500, 1000)
    in_region = find_subject(Photo(Image.new("RGB", size), None, size), matte, Box(1000, 0, 2000, 500))
    assert in_region == Box(1250, 250, 1750, 500)


@pytest.mark.parametrize("seed", range(30))
def test_the_subjects_box_is_exact_whether_its_sides_are_odd_or_even(seed: int) -> None:
    numbers = np.random.default_rng(seed)
    width, height = (int(side) for side in numbers.integers(40, 60, 2))
    left, top = (int(side) for side in numbers.integers(0, 20, 2))
    right, bottom = int(numbers.integers(left + 2, width + 1)), int(numbers.integers(top + 2, height + 1))
    matte = Image.new("L", (width, height))
    matte.paste(255, (left, top, right, bottom))
    assert find_subject(opaque(Image.new("RGB", matte.size)), matte, box(matte.size)) == Box(left, top, right, bottom)


@pytest.mark.parametrize("speck", [(1000, 1023, 1002, 1024), (0, 0, 1, 2), (500, 20, 501, 21)])
def test_a_speck_of_noise_does_not_stretch_the_subject(speck: tuple[int, int, int, int]) -> None:
    matte = Image.new("L", MATTE_SIZE)
    matte.paste(255, (256, 512, 768, 1000))
    matte.paste(20, speck)
    assert find_subject(opaque(Image.new("RGB", MATTE_SIZE)), matte, box(MATTE_SIZE)) == Box(256, 512, 768, 1000)


def test_a_thin_line_and_the_smallest_subject_are_measured() -> None:
    photo_of = opaque(Image.new("RGB", MATTE_SIZE))
    line = Image.new("L", MATTE_SIZE)
    line.paste(255, (256, 512, 257, 1024))
    assert find_subject(photo_of, line, box(MATTE_SIZE)) == Box(256, 512, 257, 1024)
    dot = Image.new("L", MATTE_SIZE)
    dot.paste(255, (3, 4, 4, 5))
    assert find_subject(photo_of, dot, box(MATTE_SIZE)) == Box(3, 4, 4, 5)


def test_a_subject_that_was_see_through_already_is_none() -> None:
    own = Image.new("L", (64, 64))
    with pytest.raises(UnknownForeground):
        find_subject(Photo(Image.new("RGB", own.size), own, own.size), disc(), box(own.size))


def test_outside_the_region_nothing_is_shown() -> None:
    size = (400, 400)
    layout = Layout(size, Box(100, 100, 300, 300), Box(100, 100, 300, 300))
    region = Box(100, 100, 300, 300)
    cutout = np.asarray(
        lay_out_cutout(opaque(Image.new("RGB", size, "red")), Image.new("L", MATTE_SIZE, 255), region, layout)
    )
    assert cutout[100:300, 100:300, 3].min() == 255
    assert cutout[..., 3].sum() == 255 * 200 * 200


def test_filling_makes_the_inside_opaque_and_leaves_the_edge_soft() -> None:
    matte = disc(level=200)
    filled = np.asarray(fill_inside(matte))
    before = np.asarray(matte)
    assert filled[512, 512] == 255
    faint = (before > 0) & (before < 128)
    assert np.array_equal(filled[faint], before[faint])
