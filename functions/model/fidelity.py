"""How far the int8 model is from the float one, on photos that it was not calibrated on, and how far it may be."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from PIL import Image, ImageOps
from skimage import data

from removebg.matting import as_tensor

SIDE_PIXELS = 1024
"""Of the network's input and of its answer."""

MAX_MEAN_DIFFERENCE = 2.0
"""Of any photo's matte, in levels of 255."""

MIN_IOU = 0.985
"""Of any photo's subject, at half alpha."""


class QuantisedTooFar(Exception):
    """The int8 model does not answer as the float one does."""


@dataclass(frozen=True)
class Difference:
    """Between two mattes of one photo: mean and 99.9th percentile in levels of 255; IoU at half alpha, 0 to 1."""

    mean: float
    percentile_99_9: float
    iou: float


def tensor_of(photo: Image.Image) -> NDArray[np.float32]:
    """Turn a photo, mode RGB, into the network's input, as the function does."""
    small = photo.resize((SIDE_PIXELS, SIDE_PIXELS), Image.Resampling.LANCZOS)
    return as_tensor(small, np.empty((1, 3, SIDE_PIXELS, SIDE_PIXELS), np.float32))


def levels(session: onnxruntime.InferenceSession, photo: Image.Image) -> NDArray[np.float64]:
    """Give a photo's matte as the function stretches it: whole levels, 0 to 255, (1024, 1024)."""
    (answer,) = session.run(None, {session.get_inputs()[0].name: tensor_of(photo)})
    confidence = np.asarray(answer[0, 0], np.float64)
    lowest, highest = confidence.min(), confidence.max()
    stretched: NDArray[np.float64] = np.rint((confidence - lowest) * (255 / (highest - lowest)))
    return stretched


def difference(expected: NDArray[np.float64], actual: NDArray[np.float64]) -> Difference:
    """Compare two mattes in levels."""
    apart = np.abs(actual - expected)
    found, true = actual >= 128, expected >= 128
    iou = (found & true).sum() / max((found | true).sum(), 1)
    return Difference(float(apart.mean()), float(np.percentile(apart, 99.9)), float(iou))


def photo(name: str) -> Image.Image:
    """Give one of scikit-image's photos, mode RGB; of a stereo pair the left one."""
    pixels = getattr(data, name)()
    return Image.fromarray(pixels[0] if isinstance(pixels, tuple) else pixels).convert("RGB")


def grey(name: str) -> Image.Image:
    """Take a photo's colour."""
    return ImageOps.grayscale(photo(name)).convert("RGB")


def dark(name: str) -> Image.Image:
    """Give a photo at half its light, with the noise of a small sensor."""
    pixels = np.asarray(photo(name))
    noise = np.random.default_rng(1).normal(0, 12, pixels.shape)
    return Image.fromarray(np.clip(np.rint(0.55 * pixels + noise), 0, 255).astype(np.uint8))


UNSEEN: dict[str, Callable[[], Image.Image]] = {
    "astronaut": lambda: photo("astronaut"),
    "camera": lambda: photo("camera"),
    "coffee": lambda: photo("coffee"),
    "coffee, dark": lambda: dark("coffee"),
}
"""Photos of no part in the calibration. `camera` is grey and has outliers: min-max over it ruins every other matte."""


def check(float_path: Path, small_path: Path) -> dict[str, dict[str, float]]:
    """Compare both files on UNSEEN.

    Returns
    -------
    Each photo's Difference, as a dictionary.

    Raises
    ------
    QuantisedTooFar
        When any photo's matte is over MAX_MEAN_DIFFERENCE or under MIN_IOU.
    """
    paths = (float_path, small_path)
    sessions = [onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"]) for path in paths]
    found = {}
    for name, make in UNSEEN.items():
        expected, actual = (levels(session, make()) for session in sessions)
        apart = difference(expected, actual)
        if not (apart.mean <= MAX_MEAN_DIFFERENCE and apart.iou >= MIN_IOU):
            raise QuantisedTooFar(
                f"the int8 model's matte of {name} is {apart.mean:.2f} of 255 from the float model's "
                f"(at most {MAX_MEAN_DIFFERENCE}) with an IoU of {apart.iou:.4f} (at least {MIN_IOU}); "
                "it was not put in place"
            )
        found[name] = {quantity: round(value, 5) for quantity, value in asdict(apart).items()}
    return found
