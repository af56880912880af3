"""Every answer fits through Lambda, and says so in numbers when it cannot."""

import re

import numpy as np
import pytest
from PIL import Image

from removebg import answer
from removebg.answer import Matted, make_answer
from removebg.errors import ResultTooLarge
from removebg.layout import Box
from removebg.limits import MAX_RESULT_BYTES
from removebg.photo import Photo
from removebg.schemas import read_options
from tests.photos import decoded


def noisy(side: int) -> Matted:
    """A photo of noise, which PNG compresses badly: over 2 bytes a pixel."""
    pixels = np.random.default_rng(0).integers(100, 156, (side, side, 3), dtype=np.uint8)
    matte = Image.new("L", (1024, 1024), 255)
    matte.paste(0, (0, 0, 1024, 10))
    return Matted(Photo(Image.fromarray(pixels), None, (side, side)), matte, Box(0, 0, side, side))


def test_auto_is_the_largest_that_fits() -> None:
    made = make_answer(noisy(1600), None, read_options({"size": "auto", "format": "png"}))
    assert 0.8 * MAX_RESULT_BYTES < len(made.data) <= MAX_RESULT_BYTES
    assert made.size[0] < 1600
    assert decoded(made.data).size == made.size


def test_auto_is_the_full_size_when_that_fits() -> None:
    made = make_answer(noisy(500), None, read_options({"size": "auto", "format": "png"}))
    assert made.size == (500, 500)


def test_a_fixed_size_that_does_not_fit_is_refused_with_what_would() -> None:
    with pytest.raises(ResultTooLarge) as raised:
        make_answer(noisy(1600), None, read_options({"size": "full", "format": "png"}))
    numbers = [int(number) for number in re.findall(r"\d{6,}", raised.value.detail)]
    assert numbers[0] > MAX_RESULT_BYTES == numbers[1]
    assert all(number <= MAX_RESULT_BYTES for number in numbers[2:])
    assert "format=zip" in raised.value.detail
    assert "size=auto" in raised.value.detail


def test_auto_ends_even_if_nothing_ever_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answer, "MAX_RESULT_BYTES", 10)
    with pytest.raises(ResultTooLarge):
        make_answer(noisy(64), None, read_options({"size": "auto"}))


def test_the_subjects_place_is_told_in_pixels_of_the_answer() -> None:
    matted = noisy(400)
    matted.matte.paste(0, (0, 0, 512, 1024))
    made = make_answer(matted, None, read_options({"size": "full", "format": "png"}))
    alpha = decoded(made.data).getchannel("A").point(lambda level: 255 if level > 127 else 0)
    seen = alpha.getbbox()
    told = (made.subject.left, made.subject.top, made.subject.right, made.subject.bottom)
    assert seen is not None
    # The subject is measured on the model's matte, to one of its pixels.
    assert all(abs(first - second) <= 1 for first, second in zip(seen, told, strict=True))
    assert told[0] == 200


def test_a_background_makes_the_picture_opaque_and_so_a_jpg() -> None:
    made = make_answer(noisy(64), None, read_options({"bg_color": "fff"}))
    assert made.media_type == "image/jpeg"
    see_through = make_answer(noisy(64), None, read_options({"bg_color": "ffff0080"}))
    assert see_through.media_type == "image/png"
