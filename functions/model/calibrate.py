"""`python -m model.calibrate`: measure the tensors' ranges on the calibration set anew and write ranges.json.

Only needed when the set, the rule or the network changes: `make model` uses the ranges as they are kept.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from PIL import Image
from tqdm import tqdm

from model.calibration import COMPOSITES, WHOLE, calibration_set
from model.fidelity import levels, tensor_of
from model.photos import LICENCES, PhotoUnavailable
from model.ranges import RANGES_PATH, measure, save

FLOAT_PATH = Path(__file__).with_name("isnet-general-use.onnx")


def main() -> None:
    """Measure and keep the ranges, or say in words why not."""
    if not FLOAT_PATH.exists():
        sys.exit(f"model.calibrate: there is no {FLOAT_PATH.name} to measure; run `make model`")
    session = onnxruntime.InferenceSession(FLOAT_PATH, providers=["CPUExecutionProvider"])

    def matte(photo: Image.Image) -> Image.Image:
        alpha = Image.fromarray(levels(session, photo).astype(np.uint8))
        return alpha.resize(photo.size, Image.Resampling.LANCZOS)

    def inputs() -> Iterator[NDArray[np.float32]]:
        for _, photo in tqdm(calibration_set(matte), total=len(WHOLE) + COMPOSITES, desc="photos", unit="photo"):
            yield tensor_of(photo)

    try:
        ranges = measure(onnx.load(FLOAT_PATH), inputs())
    except PhotoUnavailable as error:
        sys.exit(f"model.calibrate: {error}\nThe ranges stay as they were.")
    save(ranges, LICENCES)
    print(f"ranges of {len(ranges)} tensors: {RANGES_PATH}; run `make model` to quantise with them")


if __name__ == "__main__":
    main()
