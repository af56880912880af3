"""A cutout keeps the subject's own colours, and nothing of what was removed."""

import numpy as np
import pytest
from PIL import Image

from removebg.cutout import answer_size, cut_out, multiply_alpha, resize
from removebg.photo import Photo
from tests.photos import photo


def matte_of(size: tuple[int, int]) -> Image.Image:
    """A matte with every level in it."""
    return Image.linear_gradient("L").resize(size)


def test_alpha_is_straight_and_colours_are_untouched() -> None:
    original = photo("coffee")
    matte = matte_of(original.size)
    pixels = np.asarray(cut_out(Photo(original, None), matte))
    alpha = np.asarray(matte)
    assert np.array_equal(pixels[..., 3], alpha)
    assert np.array_equal(pixels[alpha > 0][:, :3], np.asarray(original)[alpha > 0])


def test_no_colour_is_left_under_alpha_0() -> None:
    original = Image.new("RGB", (64, 256), (1, 2, 3))
    pixels = np.asarray(cut_out(Photo(original, None), matte_of((64, 256))))
    hidden = pixels[pixels[..., 3] == 0]
    assert len(hidden)
    assert not hidden.any()


def test_a_transparent_photo_stays_transparent() -> None:
    original = photo("coffee")
    own = Image.new("L", original.size, 255)
    own.paste(0, (0, 0, 300, 400))
    alpha = multiply_alpha(Image.new("L", original.size, 128), Photo(original, own))
    assert np.asarray(alpha)[:, :300].max() == 0
    assert np.asarray(alpha)[:, 300:].min() == 128


def test_resizing_brings_no_halo_of_hidden_colours() -> None:
    # A red disc whose hidden surroundings are green: no green may bleed into its edge.
    disc = Image.radial_gradient("L").point(lambda level: 255 if level < 100 else 0)
    rgb = Image.composite(Image.new("RGB", disc.size, "red"), Image.new("RGB", disc.size, "lime"), disc)
    small = resize(Photo(rgb, disc), (60, 60))
    assert small.alpha is not None
    seen = np.asarray(small.alpha) > 8
    assert np.asarray(small.rgb)[seen][:, 1].max() < 16


@pytest.mark.parametrize(
    ("photo_size", "most", "expected"),
    [((100, 80), 250_000, (100, 80)), ((4000, 3000), 250_000, (577, 433)), ((30_000, 1), 100, (1732, 1))],
)
def test_answers_are_never_enlarged_and_keep_proportions(
    photo_size: tuple[int, int], most: int, expected: tuple[int, int]
) -> None:
    assert answer_size(*photo_size, most) == expected
