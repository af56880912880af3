"""The range of every tensor of ISNet: how it is measured on photos, how it is kept, which tensors have one.

Some photos drive a few activations to 40 times what any other does, on background that is far beyond doubt anyway. So
each photo gives its own range, which leaves a small share of the values outside, and the median of the photos counts:
no single photo can spoil the others' resolution.
"""

import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

RANGES_PATH = Path(__file__).with_name("ranges.json")

SHARE_BEYOND_ENCODER = 3e-5
"""Of a tensor's values in one photo: what lies beyond its range, at either end."""

SHARE_BEYOND_DECODER = 1e-4
"""The same on the way back up to full size: outliers are worst there, and it is the small values that draw the edge."""

SAMPLES_PER_SIDE = 128
"""Rows and columns of a tensor that are looked at, evenly spaced; all of them would not fit memory."""

Range = tuple[float, float]


def measured_tensors(graph: onnx.GraphProto) -> list[str]:
    """Name the tensors of a canonical graph that need a range of their own, in the graph's order.

    A convolution before a ReLU takes the ReLU's range; pooling and resizing keep the range of what they are given.
    """
    before_relu = {node.input[0] for node in graph.node if node.op_type == "Relu"}
    own = [node.output[0] for node in graph.node if node.op_type in ("Conv", "Relu", "Concat", "Add")]
    return [name for name in own if name not in before_relu]


def measure(model: onnx.ModelProto, inputs: Iterable[NDArray[np.float32]]) -> dict[str, Range]:
    """Measure the range of every tensor that needs one.

    Parameters
    ----------
    model : canonical, float32
    inputs : the network's inputs, one for each photo, float32 (1, 3, 1024, 1024)

    Returns
    -------
    Lowest and highest value that the int8 model can tell apart, by tensor; zero is always between them.
    """
    names = measured_tensors(model.graph)
    probe = probed(model, names)
    session = onnxruntime.InferenceSession(probe.SerializeToString(), providers=["CPUExecutionProvider"])
    last = names.index(encoder_end(model.graph))
    found = []
    for pixels in inputs:
        samples = session.run(None, {session.get_inputs()[0].name: pixels})
        shares = [SHARE_BEYOND_ENCODER if rank <= last else SHARE_BEYOND_DECODER for rank in range(len(names))]
        found.append([within(values, share) for values, share in zip(samples, shares, strict=True)])
    low, high = np.median(np.array(found), axis=0).T
    return {
        name: (min(0.0, float(lowest)), max(0.0, float(highest)))
        for name, lowest, highest in zip(names, low, high, strict=True)
    }


def within(values: NDArray[np.float32], share_beyond: float) -> Range:
    """Give the range that leaves a share of the values beyond it at either end."""
    ordered = np.sort(values, axis=None)
    beyond = round(share_beyond * (len(ordered) - 1))
    return float(ordered[beyond]), float(ordered[-1 - beyond])


def encoder_end(graph: onnx.GraphProto) -> str:
    """Name the encoder's last tensor: each of ISNet's eleven stages ends in a sum, the encoder has six of them."""
    sums: list[str] = [node.output[0] for node in graph.node if node.op_type == "Add"]
    return sums[len(sums) // 2]


def probed(model: onnx.ModelProto, names: list[str]) -> onnx.ModelProto:
    """Copy a model so that it gives every named tensor, thinned to SAMPLES_PER_SIDE, instead of its own output."""
    probe = onnx.shape_inference.infer_shapes(model)
    graph = probe.graph
    sides = {info.name: [side.dim_value for side in info.type.tensor_type.shape.dim[2:]] for info in graph.value_info}
    del graph.output[:]
    for name in names:
        steps = [max(1, side // SAMPLES_PER_SIDE) for side in sides[name]]
        slicing = {"starts": [step // 2 for step in steps], "ends": sides[name], "axes": [2, 3], "steps": steps}
        for role, values in slicing.items():
            graph.initializer.append(numpy_helper.from_array(np.array(values), f"{name}.{role}"))
        given = [name, *(f"{name}.{role}" for role in slicing)]
        graph.node.append(helper.make_node("Slice", given, [f"{name}.samples"]))
        graph.output.append(helper.make_tensor_value_info(f"{name}.samples", TensorProto.FLOAT, None))
    return probe


def save(ranges: dict[str, Range], photos: dict[str, str], path: Path = RANGES_PATH) -> None:
    """Write ranges, and the licences of the photos behind them, one a line so that a change can be read."""
    lines = [f'\t\t"{name}": [{low:.6g}, {high:.6g}]' for name, (low, high) in ranges.items()]
    head = json.dumps({"photos": photos}, indent="\t", ensure_ascii=False).removesuffix("\n}")
    path.write_text(head + ',\n\t"ranges": {\n' + ",\n".join(lines) + "\n\t}\n}\n")


def load(path: Path = RANGES_PATH) -> dict[str, Range]:
    """Read the ranges that `save` wrote."""
    return {name: (low, high) for name, (low, high) in json.loads(path.read_text())["ranges"].items()}
