"""Backgrounds are composed exactly: no halo, no off-white, soft edges blended once."""

import numpy as np
from PIL import Image

from removebg.backdrop import add_shadow, put_on_colour, put_on_picture


def cutout(size: tuple[int, int] = (100, 80)) -> Image.Image:
    """A red square in the middle, half see-through in its lower half, nothing around it."""
    image = Image.new("RGBA", size)
    image.paste((255, 0, 0, 255), (30, 20, 70, 40))
    image.paste((255, 0, 0, 128), (30, 40, 70, 60))
    return image


def test_white_is_exactly_white_and_the_picture_is_opaque() -> None:
    pixels = np.asarray(put_on_colour(cutout(), (255, 255, 255, 255)))
    assert (pixels[..., 3] == 255).all()
    assert (pixels[0, 0] == 255).all()
    assert pixels[30, 50].tolist() == [255, 0, 0, 255]
    assert np.abs(pixels[50, 50].astype(int) - [255, 127, 127, 255]).max() <= 1


def test_a_see_through_colour_leaves_the_picture_see_through() -> None:
    pixels = np.asarray(put_on_colour(cutout(), (0, 0, 255, 100)))
    assert pixels[0, 0].tolist() == [0, 0, 255, 100]
    assert pixels[30, 50].tolist() == [255, 0, 0, 255]


def test_a_picture_fills_the_canvas_centred_in_its_own_proportions() -> None:
    # Three stripes, as wide as they are high: on a canvas half as high, the middle ones remain.
    stripes = Image.new("RGB", (90, 90), "lime")
    stripes.paste("blue", (0, 0, 90, 20))
    stripes.paste("blue", (0, 70, 90, 90))
    pixels = np.asarray(put_on_picture(cutout((90, 45)), stripes))
    assert pixels.shape == (45, 90, 4)
    assert pixels[2, 2].tolist() == [0, 255, 0, 255]


def test_the_shadow_is_below_the_subject_soft_and_of_the_given_opacity() -> None:
    subject = Image.new("RGBA", (300, 300))
    subject.paste((255, 255, 255, 255), (100, 50, 200, 250))
    pixels = np.asarray(add_shadow(subject, 0.5, 200)).astype(int)
    assert pixels[150, 150].tolist() == [255, 255, 255, 255]
    below = pixels[250:262, 150]
    assert (below[:, :3] == 0).all()
    assert 20 < below[0, 3] <= 128
    assert (np.diff(below[:, 3]) < 0).all()
    assert pixels[45, 150, 3] < below[0, 3]
    assert pixels[295, 150, 3] == 0
    assert np.array_equal(np.asarray(add_shadow(subject, 0.0, 200)), np.asarray(subject))
