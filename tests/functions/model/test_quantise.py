"""The int8 model has a range for every tensor, weights no processor saturates on, and answers as float32 does."""

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import numpy_helper

from model import fidelity, ranges
from model.__main__ import CARD_PATH, MODEL_PATH, SMALL_MODEL_PATH
from model.fidelity import QuantisedTooFar
from model.quantise import RangesDoNotFit, quantise
from model.rounding import LARGEST, rounded


@pytest.fixture(scope="module")
def small() -> onnx.GraphProto:
    return onnx.load(SMALL_MODEL_PATH).graph


def test_every_tensor_that_needs_a_range_has_one_with_zero_in_it() -> None:
    kept = ranges.load()
    assert list(kept) == ranges.measured_tensors(onnx.load(MODEL_PATH).graph)
    assert all(low <= 0 < high for low, high in kept.values())


def test_every_convolution_but_the_first_and_the_last_takes_eight_bits(small: onnx.GraphProto) -> None:
    producers = {node.output[0]: node.op_type for node in small.node}
    weights = [producers.get(node.input[1]) for node in small.node if node.op_type == "Conv"]
    assert weights == [None] + ["DequantizeLinear"] * 112 + [None]


def test_quantised_weights_leave_no_processor_room_to_saturate(small: onnx.GraphProto) -> None:
    weights = [numpy_helper.to_array(one) for one in small.initializer if one.name.endswith("weight_quantized")]
    assert len(weights) == 112
    assert {weight.dtype for weight in weights} == {np.dtype(np.int8)}
    most = max(int(np.abs(weight.astype(int)).max()) for weight in weights)
    assert most == LARGEST
    assert 2 * 255 * most <= np.iinfo(np.int16).max


def test_the_quantiser_keeps_the_steps_that_were_chosen(small: onnx.GraphProto) -> None:
    name = "conv_001.weight"
    tensors = {one.name: numpy_helper.to_array(one) for one in small.initializer}
    (exact,) = (numpy_helper.to_array(one) for one in onnx.load(MODEL_PATH).graph.initializer if one.name == name)
    scale = tensors[f"{name}_scale"].reshape(-1, 1, 1, 1)
    np.testing.assert_allclose(tensors[f"{name}_quantized"] * scale, rounded(exact), atol=1e-6)


def test_errors_of_rounding_cancel_in_each_kernel_and_channel() -> None:
    weights = np.random.default_rng(0).normal(size=(8, 16, 3, 3)).astype(np.float32)
    steps = np.abs(weights).max(axis=(1, 2, 3), keepdims=True) / LARGEST
    errors = (weights - rounded(weights)) / steps
    nearest = weights / steps - np.rint(weights / steps)
    assert np.abs(errors).max() < 2
    assert np.abs(errors.sum(axis=(2, 3))).max() <= 1.5
    assert np.abs(errors.sum(axis=(1, 2, 3))).max() <= 0.51 < np.abs(nearest.sum(axis=(1, 2, 3))).max()


def test_both_files_take_and_give_the_same() -> None:
    described = []
    for path in (MODEL_PATH, SMALL_MODEL_PATH):
        session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
        described.append([(one.name, one.type, one.shape) for one in (*session.get_inputs(), *session.get_outputs())])
    assert described[0] == described[1]
    assert len(described[0]) == 2
    assert SMALL_MODEL_PATH.stat().st_size < 50e6


def test_mattes_of_photos_not_calibrated_on_stay_within_the_bounds() -> None:
    found = fidelity.check(MODEL_PATH, SMALL_MODEL_PATH)
    assert set(found) >= {"astronaut", "camera", "coffee"}
    assert np.median([one["mean"] for one in found.values()]) <= 0.4


def test_a_model_that_answers_otherwise_is_refused_with_its_figures(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    model = onnx.load(SMALL_MODEL_PATH)
    (scale,) = (one for one in model.graph.initializer if one.name == "conv_000_scale")
    scale.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(scale) * np.float32(100), scale.name))
    onnx.save(model, tmp_path / "spoiled.onnx")
    monkeypatch.setattr(fidelity, "UNSEEN", {"coffee": fidelity.UNSEEN["coffee"]})
    with pytest.raises(QuantisedTooFar, match=r"matte of coffee is .* of 255 .*not put in place"):
        fidelity.check(MODEL_PATH, tmp_path / "spoiled.onnx")


def test_the_same_ranges_give_the_same_file(tmp_path: Path) -> None:
    quantise(MODEL_PATH, ranges.load(), tmp_path / "again.onnx")
    assert (tmp_path / "again.onnx").read_bytes() == SMALL_MODEL_PATH.read_bytes()


@pytest.mark.parametrize("change", ["missing", "of another graph"])
def test_ranges_of_another_graph_are_refused(change: str, tmp_path: Path) -> None:
    kept = ranges.load()
    if change == "missing":
        del kept["relu_002"]
    else:
        kept["relu_999"] = (0, 1)
    with pytest.raises(RangesDoNotFit, match=r"relu_(002: there is no range|999: the graph has no)"):
        quantise(MODEL_PATH, kept, tmp_path / "never.onnx")
    assert not (tmp_path / "never.onnx").exists()


def test_the_card_describes_the_files_in_place() -> None:
    card = json.loads(CARD_PATH.read_text())
    for described, path in ((card, MODEL_PATH), (card["int8"], SMALL_MODEL_PATH)):
        assert described["bytes"] == path.stat().st_size
        assert described["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert card["int8"]["ranges_sha256"] == hashlib.sha256(ranges.RANGES_PATH.read_bytes()).hexdigest()
