"""A graph's canonical form depends on what it computes, not on who exported it."""

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from model.canonical import canonicalise

KERNEL = np.arange(9, dtype=np.float32).reshape(1, 1, 3, 3)


def exported(prefix: str, casts: bool) -> onnx.ModelProto:
    """Two convolutions, each clipped, added up; with an exporter's own names, order and casts."""
    nodes, tops = [], []
    for branch in ("a", "b"):
        name = f"{prefix}/{branch}"
        nodes.append(helper.make_node("Conv", ["x", f"{name}.w"], [f"{name}/conv"], pads=[1, 1, 1, 1]))
        top = f"{name}/conv"
        if casts:
            nodes.append(helper.make_node("Cast", [top], [f"{name}/cast"], to=TensorProto.FLOAT))
            top = f"{name}/cast"
        nodes.append(helper.make_node("Relu", [top], [f"{name}/relu"]))
        tops.append(f"{name}/relu")
    if not casts:  # another order that is as good
        nodes = [*nodes[2:], *nodes[:2]]
    nodes.append(helper.make_node("Add", tops, ["y"]))
    shape = [1, 1, 4, 4]
    graph = helper.make_graph(
        nodes,
        prefix,
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, shape)],
        [numpy_helper.from_array(sign * KERNEL, f"{prefix}/{branch}.w") for branch, sign in (("a", 1), ("b", -1))],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15), helper.make_opsetid("unused", 1)])


@pytest.mark.parametrize(("prefix", "casts"), [("one", True), ("other", False)])
def test_names_and_order_follow_from_the_structure(prefix: str, casts: bool) -> None:
    model = exported(prefix, casts)
    canonicalise(model)
    onnx.checker.check_model(model, full_check=True)
    assert [node.name for node in model.graph.node] == ["conv_000", "relu_001", "conv_002", "relu_003", "add_004"]
    assert [list(node.input) for node in model.graph.node][0::2] == [
        ["x", "conv_000.weight"],
        ["x", "conv_002.weight"],
        ["relu_001", "relu_003"],
    ]
    assert [numpy_helper.to_array(weight).sum() for weight in model.graph.initializer] == [36, -36]
    assert [entry.domain for entry in model.opset_import] == [""]
    assert model.graph.output[0].name == model.graph.node[-1].output[0] == "y"
