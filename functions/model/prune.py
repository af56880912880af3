"""Graph surgery on ISNet: half-precision weights become float32, and only the first output is kept."""

import numpy as np
import onnx
from onnx import TensorProto, numpy_helper


def cast_to_float32(model: onnx.ModelProto) -> None:
    """Turn every float16 tensor, constant and cast of a graph into float32, in place.

    The values stay what half precision made of them; only the arithmetic is done in float32,
    which x86-64 servers are faster at.
    """
    graph = model.graph
    for initializer in graph.initializer:
        widen(initializer)
    for node in graph.node:
        for attribute in node.attribute:
            if attribute.type == onnx.AttributeProto.TENSOR:
                widen(attribute.t)
            elif node.op_type == "Cast" and attribute.name == "to" and attribute.i == TensorProto.FLOAT16:
                attribute.i = TensorProto.FLOAT
    # Shapes noted for inner values carry the old types; onnxruntime infers them again.
    del graph.value_info[:]


def widen(tensor: onnx.TensorProto) -> None:
    """Turn one float16 tensor into float32, in place; leave any other as it is."""
    if tensor.data_type == TensorProto.FLOAT16:
        values = numpy_helper.to_array(tensor).astype(np.float32)
        tensor.CopyFrom(numpy_helper.from_array(values, tensor.name))


def keep_first_output(model: onnx.ModelProto) -> None:
    """Drop all outputs but the first, and every node and weight that only the others needed, in place.

    ISNet's other outputs (five side mattes, six feature maps) serve its training alone.
    """
    graph = model.graph
    del graph.output[1:]
    producers = {name: node for node in graph.node for name in node.output}
    needed: set[str] = set()
    pending = [graph.output[0].name]
    while pending:
        name = pending.pop()
        if name and name not in needed:
            needed.add(name)
            if name in producers:
                pending.extend(producers[name].input)
    kept_nodes = [node for node in graph.node if any(name in needed for name in node.output)]
    kept_weights = [weight for weight in graph.initializer if weight.name in needed]
    del graph.node[:]
    graph.node.extend(kept_nodes)
    del graph.initializer[:]
    graph.initializer.extend(kept_weights)
