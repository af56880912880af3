"""Weights rounded to whole steps so that errors cancel: what is smooth passes through a kernel as it would in float.

Rounding every weight to the nearest step leaves the sum of a kernel off by chance. What comes out of a ReLU is positive
and smooth, so that shows as a shift of the whole channel. Letting a few weights go to their other neighbour takes the
shift away, and needs no data (SQuant, Guo et al., ICLR 2022, https://arxiv.org/abs/2202.07471).
"""

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

LARGEST = 64
"""Steps of a channel's largest weight: seven bits, which onnxruntime calls reduced range. An AVX2 or AVX-512 processor
without VNNI adds two products in 16 bits, and saturates: 2 * 255 * 64 = 32,640 is the most that fits there."""

Float64s = NDArray[np.float64]


def round_weights(model: onnx.ModelProto) -> None:
    """Round the weights of every convolution, in place."""
    names = {node.input[1] for node in model.graph.node if node.op_type == "Conv"}
    for weight in model.graph.initializer:
        if weight.name in names:
            weight.CopyFrom(numpy_helper.from_array(rounded(numpy_helper.to_array(weight)), weight.name))


def rounded(weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """Round every output channel to whole steps, of which its largest weight has LARGEST.

    Parameters
    ----------
    weights : float32 (outputs, inputs, height, width)

    Returns
    -------
    float32 of the same shape. The errors of a kernel, and those of an output channel, add up to about half a step.
    """
    steps = np.abs(weights).max(axis=(1, 2, 3), keepdims=True).astype(np.float64) / LARGEST
    steps[steps == 0] = 1
    exact = (weights / steps).reshape(*weights.shape[:2], -1)
    whole = np.rint(exact)
    whole += balancing(exact - whole)
    # Then kernels against each other: one weight each, of those kernels that lean the way their channel does.
    errors = exact - whole
    kernels = errors.sum(axis=2)
    lean = np.sign(kernels.sum(axis=1, keepdims=True))
    position = (errors * lean[..., None]).argmax(axis=2)[..., None]
    change = np.where(kernels * lean > 0, balancing(kernels), 0)
    np.put_along_axis(whole, position, np.take_along_axis(whole, position, axis=2) + change[..., None], axis=2)
    whole = np.clip(whole, -LARGEST, LARGEST).reshape(weights.shape)
    result: NDArray[np.float32] = (whole * steps).astype(np.float32)
    return result


def balancing(errors: Float64s) -> Float64s:
    """Give the changes by one step that bring the sum of errors, along the last axis, to at most half a step.

    The largest errors in the sum's direction are the cheapest to turn.
    """
    total = errors.sum(axis=-1, keepdims=True)
    ahead = errors * np.sign(total)
    rank = np.argsort(np.argsort(-ahead, axis=-1, kind="stable"), axis=-1, kind="stable")
    change: Float64s = np.sign(total) * ((rank < np.rint(np.abs(total))) & (ahead > 0))
    return change
