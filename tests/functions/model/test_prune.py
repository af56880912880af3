"""Pruning keeps the first output's values and drops all that only the others needed."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper

from model.__main__ import MODEL_PATH, ModelChanged, check, prune
from model.prune import cast_to_float32, keep_first_output


def half_precision_model() -> onnx.ModelProto:
    """A graph like IMG.LY's: float32 outside, float16 weights and casts inside, a second output."""
    weights = np.array([[2.0, 0.5], [0.25, 4.0]], dtype=np.float16)
    nodes = [
        helper.make_node("Cast", ["x"], ["half"], to=TensorProto.FLOAT16),
        helper.make_node("Constant", [], ["bias"], value=numpy_helper.from_array(np.array([[1.5]], np.float16))),
        helper.make_node("MatMul", ["half", "weights"], ["product"]),
        helper.make_node("Add", ["product", "bias"], ["sum"]),
        helper.make_node("MatMul", ["half", "side_weights"], ["side_half"]),
        helper.make_node("Cast", ["sum"], ["main"], to=TensorProto.FLOAT),
        helper.make_node("Cast", ["side_half"], ["side"], to=TensorProto.FLOAT),
    ]
    graph = helper.make_graph(
        nodes,
        "half",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 2])],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 2]) for name in ("main", "side")],
        [numpy_helper.from_array(weights, name) for name in ("weights", "side_weights")],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)], ir_version=8)


def test_weights_constants_and_casts_become_float32() -> None:
    model = half_precision_model()
    cast_to_float32(model)
    onnx.checker.check_model(model, full_check=True)
    assert {weight.data_type for weight in model.graph.initializer} == {TensorProto.FLOAT}
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    main, side = session.run(None, {"x": np.array([[1, 2]], np.float32)})
    assert main.tolist() == [[4.0, 10.0]]
    assert side.tolist() == [[2.5, 8.5]]


def test_only_what_the_first_output_needs_is_kept() -> None:
    model = half_precision_model()
    keep_first_output(model)
    onnx.checker.check_model(model, full_check=True)
    assert [output.name for output in model.graph.output] == ["main"]
    assert [weight.name for weight in model.graph.initializer] == ["weights"]
    assert "side" not in {name for node in model.graph.node for name in node.output}


def test_the_pruned_file_has_one_output_and_no_half_precision(tmp_path: Path) -> None:
    source, pruned = tmp_path / "source.onnx", tmp_path / "pruned.onnx"
    onnx.save(half_precision_model(), source)
    prune(source, pruned)
    graph = onnx.load(pruned).graph
    assert [output.name for output in graph.output] == ["main"]
    casts = {attribute.i for node in graph.node if node.op_type == "Cast" for attribute in node.attribute}
    types = {weight.data_type for weight in graph.initializer} | casts
    assert TensorProto.FLOAT16 not in types


def scaled_by(factor: float) -> onnx.ModelProto:
    """A stand-in network: its first output is the input's first channel, times a factor."""
    shape = [1, 3, 1024, 1024]
    graph = helper.make_graph(
        [helper.make_node("Mul", ["x", "factor"], ["y"])],
        "scale",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, shape)],
        [numpy_helper.from_array(np.array(factor, np.float32), "factor")],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)], ir_version=8)


def test_a_model_that_answers_otherwise_than_its_source_is_refused(tmp_path: Path) -> None:
    files = {factor: tmp_path / f"{factor}.onnx" for factor in (3.0, 3.0005, 3.1)}
    for factor, path in files.items():
        onnx.save(scaled_by(factor), path)
    assert check(files[3.0], files[3.0005]) == pytest.approx(0.0003, abs=0.0001)
    with pytest.raises(ModelChanged, match="not put in place"):
        check(files[3.0], files[3.1])


def test_the_model_in_place_has_one_output_of_the_models_size() -> None:
    session = onnxruntime.InferenceSession(MODEL_PATH, providers=["CPUExecutionProvider"])
    (output,) = session.get_outputs()
    assert output.shape == [1, 1, 1024, 1024]
