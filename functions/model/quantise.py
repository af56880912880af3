"""The int8 model: ISNet with quantise and dequantise nodes around what the processor shall do in eight bits."""

import logging
from pathlib import Path

import numpy as np
import onnx
from onnxruntime.quantization import CalibrationMethod, QuantType
from onnxruntime.quantization.calibrate import TensorData, TensorsData
from onnxruntime.quantization.qdq_quantizer import QDQQuantizer

from model.ranges import Range, measured_tensors
from model.rounding import round_weights

INPUT_RANGE: Range = (-0.5, 0.5)
"""Of the network's input, by its definition: 255 steps are the 255 levels of the picture."""

EIGHT_BIT_OPERATORS = ["Conv", "Relu", "MaxPool", "Resize", "Concat"]
"""Sums of two branches stay float: that costs no time that could be measured, and the worst photos gain by it."""


class RangesDoNotFit(Exception):
    """The ranges were measured on another graph than the one to quantise."""


def quantise(float_path: Path, ranges: dict[str, Range], destination: Path) -> None:
    """Write the int8 model of a canonical float32 model: U8S8, weights by channel and in seven bits.

    Seven bits, so that processors with and without VNNI give the same answer (see rounding.LARGEST). The file holds
    standard ONNX operators alone; onnxruntime fuses them for the processor it finds.

    Raises
    ------
    RangesDoNotFit
        When a tensor has no range, or a range no tensor.
    """
    model = onnx.load(float_path)
    every_range = spread(model.graph, ranges)
    round_weights(model)
    tensors = {
        name: TensorData(lowest=np.float32(low), highest=np.float32(high)) for name, (low, high) in every_range.items()
    }
    # It warns that the graph has not been through its own pre-processing; ours is done (prune and canonicalise).
    logging.getLogger().addFilter(not_of_the_quantiser)
    quantiser = QDQQuantizer(
        onnx.shape_inference.infer_shapes(model),
        per_channel=True,
        reduce_range=True,
        weight_qType=QuantType.QInt8,
        activation_qType=QuantType.QUInt8,
        tensors_range=TensorsData(CalibrationMethod.MinMax, tensors),
        nodes_to_quantize=[],
        nodes_to_exclude=float_nodes(model.graph),
        op_types_to_quantize=EIGHT_BIT_OPERATORS,
        extra_options={"ActivationSymmetric": False, "WeightSymmetric": True},
    )
    quantiser.quantize_model()
    quantiser.model.save_model_to_file(str(destination))


def not_of_the_quantiser(record: logging.LogRecord) -> bool:
    """Drop what onnxruntime's quantiser logs below an error."""
    return record.levelno >= logging.ERROR or "quantiz" not in record.pathname


def float_nodes(graph: onnx.GraphProto) -> list[str]:
    """Name what stays float: the first convolution, and the last one with what follows it.

    The first has but three channels to average its errors over, and hands them to every other; after the last, a step
    of eight bits would be a step of the matte.
    """
    convolutions = [rank for rank, node in enumerate(graph.node) if node.op_type == "Conv"]
    first, last = convolutions[0], convolutions[-1]
    return [node.name for rank, node in enumerate(graph.node) if rank == first or rank >= last]


def spread(graph: onnx.GraphProto, ranges: dict[str, Range]) -> dict[str, Range]:
    """Give every tensor a range: the input its own, a ReLU's to what it clips, others' to what keeps them."""
    measured = set(measured_tensors(graph))
    if measured != set(ranges):
        name = min(measured ^ set(ranges))
        where = "the graph has no such tensor" if name in ranges else "there is no range for it"
        raise RangesDoNotFit(
            f"the ranges do not fit this graph ({name}: {where}); measure them with `python -m model.calibrate`"
        )
    every = dict(ranges) | {graph.input[0].name: INPUT_RANGE, graph.output[0].name: (0.0, 1.0)}
    for node in graph.node:
        if node.op_type == "Relu":
            every[node.input[0]] = every[node.output[0]]
        elif node.op_type in ("MaxPool", "Resize"):
            every[node.output[0]] = every[node.input[0]]
    return every
