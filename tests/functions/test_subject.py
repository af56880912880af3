"""The subject is measured to a pixel, and noise does not count."""

import numpy as np
import pytest
from PIL import Image

from removebg.errors import UnknownForeground
from removebg.layout import Box
from removebg.photo import Photo
from removebg.subject import fill_inside, find_subject
from tests.functions.mattes import MATTE_SIZE, box, disc, opaque


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


def test_what_is_see_through_in_the_photo_is_not_of_the_subject() -> None:
    own = Image.new("L", (600, 400), 255)
    own.paste(0, (0, 0, 300, 400))
    see_through = Photo(Image.new("RGB", own.size), own, own.size)
    found = find_subject(see_through, Image.new("L", MATTE_SIZE, 128), box(own.size))
    assert abs(found.left - 300) <= 1
    assert found.right == 600


def test_filling_makes_the_inside_opaque_and_leaves_the_edge_soft() -> None:
    matte = disc(level=200)
    filled = np.asarray(fill_inside(matte))
    before = np.asarray(matte)
    assert filled[512, 512] == 255
    faint = (before > 0) & (before < 128)
    assert np.array_equal(filled[faint], before[faint])
