"""Bands side by side make the very picture that Pillow makes alone."""

from unittest.mock import patch

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from removebg.resample import REDUCING_GAP, resample

MODEL_SIZE = (1024, 1024)


def noise(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Make a picture that shows every difference."""
    pixels: NDArray[np.uint8] = np.random.default_rng(width).integers(0, 256, (height, width, 3), dtype=np.uint8)
    return Image.fromarray(pixels).convert(mode)


def alone(image: Image.Image, box: tuple[float, float, float, float] | None = None) -> NDArray[np.uint8]:
    return np.asarray(image.resize(MODEL_SIZE, Image.Resampling.LANCZOS, box=box, reducing_gap=REDUCING_GAP))


SIZES = [(1024, 768), (1024, 683), (1024, 1), (701, 1024), (1024, 1024), (1024, 1400), (900, 700), (1024, 3000)]


@pytest.mark.parametrize("bands", [2, 3, 4])
@pytest.mark.parametrize("size", SIZES)
def test_no_seam_can_be_seen(size: tuple[int, int], bands: int) -> None:
    image = noise(*size)
    assert np.array_equal(np.asarray(resample(image, MODEL_SIZE, None, cpus=bands)), alone(image))


def test_a_picture_that_stays_as_it_is_is_not_touched() -> None:
    image = noise(*MODEL_SIZE)
    assert resample(image, MODEL_SIZE, (0.0, 0.0, 1024.0, 1024.0), cpus=2) is image


def test_a_region_is_sampled_as_pillow_does() -> None:
    image = noise(1024, 768)
    region = (10.5, 3.0, 700.25, 600.0)
    assert np.array_equal(np.asarray(resample(image, MODEL_SIZE, region, cpus=2)), alone(image, region))


def test_the_pages_copies_are_cut_into_bands_and_small_results_are_not() -> None:
    with patch("removebg.bands.ThreadPoolExecutor", side_effect=RuntimeError("bands")):
        for size in ((1024, 768), (768, 1024)):
            with pytest.raises(RuntimeError, match="bands"):
                resample(noise(*size), MODEL_SIZE, (0.0, 0.0, float(size[0]), float(size[1])), cpus=2)
        resample(noise(64, 48), (64, 64), None, cpus=2)
