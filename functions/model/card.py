"""The model card: what was built, from what, with what, and how true it is."""

import hashlib
import json
from pathlib import Path

import onnx
import onnxruntime

from model import ranges
from model.photos import LICENCES
from model.sources import Source


def card(source: Source, pruned: Path, small: Path, difference: float, apart: dict[str, dict[str, float]]) -> str:
    """Describe what was built, as JSON: where from, what it is, how true to its source."""
    return json.dumps(
        {
            "model": "ISNet General Use",
            "source": source.name,
            "source_sha256": source.sha256,
            **identity(pruned),
            "largest_alpha_difference_to_source": round(difference, 6),
            "int8": {
                **identity(small),
                "ranges_sha256": hashlib.sha256(ranges.RANGES_PATH.read_bytes()).hexdigest(),
                "calibrated_on": LICENCES,
                "difference_to_float32_on_photos_not_calibrated_on": apart,
            },
            "onnx": onnx.__version__,
            "onnxruntime": onnxruntime.__version__,
        },
        indent=2,
        ensure_ascii=False,
    )


def identity(path: Path) -> dict[str, object]:
    """Give a file's hash and size."""
    return {"sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "bytes": path.stat().st_size}
