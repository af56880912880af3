"""A cutout keeps the subject's own colours, and nothing of what was removed."""

import numpy as np
from PIL import Image

from removebg.cutout import lay_out_alpha, lay_out_cutout
from removebg.layout import Box, Layout
from removebg.photo import Photo
from tests.functions.mattes import MATTE_SIZE, box, disc, opaque
from tests.photos import photo


def unchanged(size: tuple[int, int]) -> Layout:
    """A layout that shows the whole photo at its own size."""
    return Layout(size, box(size), box(size))


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


def test_shrinking_brings_no_halo_of_hidden_colours() -> None:
    # A red disc whose hidden surroundings are green: no green may bleed into its edge.
    own = disc((256, 256)).point(lambda level: 255 if level > 127 else 0)
    rgb = Image.composite(Image.new("RGB", own.size, "red"), Image.new("RGB", own.size, "lime"), own)
    layout = Layout((60, 60), box(own.size), box((60, 60)))
    small = lay_out_cutout(Photo(rgb, own, own.size), Image.new("L", MATTE_SIZE, 255), box(own.size), layout)
    pixels = np.asarray(small)
    assert pixels[pixels[..., 3] > 8][:, 1].max() < 16


def test_outside_the_region_nothing_is_shown() -> None:
    size = (400, 400)
    layout = Layout(size, Box(100, 100, 300, 300), Box(100, 100, 300, 300))
    region = Box(100, 100, 300, 300)
    cutout = np.asarray(
        lay_out_cutout(opaque(Image.new("RGB", size, "red")), Image.new("L", MATTE_SIZE, 255), region, layout)
    )
    assert cutout[100:300, 100:300, 3].min() == 255
    assert cutout[..., 3].sum() == 255 * 200 * 200
