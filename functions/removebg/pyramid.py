"""A small photo and its matte -> the foreground and background layers that it is a mixture of.

A pixel was recorded as I = alpha F + (1 - alpha) B. Germer et al., "Fast Multi-Level Foreground Estimation"
(ICPR 2020, https://arxiv.org/abs/2006.14970), find F and B that explain I and are smooth, from coarse to fine.
Here every pixel of a level is updated at once (Jacobi), which NumPy can do, where the paper goes pixel by pixel
(Gauss-Seidel); colours spread more slowly that way, so there are more updates, a weaker gradient term, and levels
start from bilinear instead of nearest neighbours.
"""

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float32]
Indices = NDArray[np.intp]

ITERATIONS = 8
"""Updates on each level. Half as many raise the error by a seventh, twice as many lower it by a twentieth."""

REGULARIZATION = 1e-3
"""Pull of each neighbour's colours, wherever it is."""

GRADIENT_WEIGHT = 0.1
"""What a full step in alpha adds to that pull: edges are where colours have to be carried across."""


def solve_layers(rgb: Bytes, alpha: Bytes) -> Floats:
    """Separate a photo into foreground and background colours.

    Parameters
    ----------
    rgb : uint8 (height, width, 3)
        Photo. Time and memory grow with its pixels, by about 120 bytes each.
    alpha : uint8 (height, width)
        Its matte.

    Returns
    -------
    float32 (2, 3, height, width)
        Foreground and background, 0 to 255.
    """
    levels = [(rgb, alpha)]
    while max(levels[-1][1].shape) > 1:
        # Sampled, not averaged: the mean of mixtures is not the mixture of the means.
        levels.append((sample(levels[-1][0], 2), sample(levels[-1][1], 2)))
    shares = np.stack([alpha, 255 - alpha]).reshape(2, -1).astype(np.float32)
    sums = shares @ rgb.reshape(-1, 3).astype(np.float32)
    layers: Floats = (sums / (shares.sum(axis=1, keepdims=True) + 1)).reshape(2, 3, 1, 1)
    for level_rgb, level_alpha in reversed(levels):
        layers = relax(level_rgb, level_alpha, enlarge(layers, level_alpha.shape))
    return layers


def relax(rgb: Bytes, alpha: Bytes, layers: Floats) -> Floats:
    """Let every pixel agree with its four neighbours and with the photo, `ITERATIONS` times."""
    share = alpha.astype(np.float32) / np.float32(255)
    across = REGULARIZATION + GRADIENT_WEIGHT * np.abs(np.diff(share, axis=1))
    down = REGULARIZATION + GRADIENT_WEIGHT * np.abs(np.diff(share, axis=0))
    # A pixel is its own neighbour too, or a photo of one pixel would have none.
    own = np.full_like(share, REGULARIZATION)
    pull = own.copy()
    pull[:, 1:] += across
    pull[:, :-1] += across
    pull[1:] += down
    pull[:-1] += down
    own /= pull
    left, right = across / pull[:, 1:], across / pull[:, :-1]
    above, below = down / pull[1:], down / pull[:-1]

    def expect(plane: Floats) -> Floats:
        """Average of the neighbours, weighted by their pull."""
        average = own * plane
        average[:, 1:] += left * plane[:, :-1]
        average[:, :-1] += right * plane[:, 1:]
        average[1:] += above * plane[:-1]
        average[:-1] += below * plane[1:]
        return average

    relaxed = np.empty_like(layers)
    for channel in range(3):  # one by one, because the planes of one fit into the processor's cache
        mixed = rgb[..., channel].astype(np.float32)
        foreground, background = layers[:, channel]
        for _ in range(ITERATIONS):
            foreground, background = unmix(mixed, share, expect(foreground), expect(background), pull)
        relaxed[:, channel] = foreground, background
    return relaxed


def unmix(
    mixed: Floats, share: Floats, foreground: Floats, background: Floats, pull: Floats | float
) -> tuple[Floats, Floats]:
    """Correct expected colours so that they explain the mixture.

    Minimises (I - a F - (1 - a) B)^2 + pull ((F - F0)^2 + (B - B0)^2) for each channel. The minimum is the expected
    F0 and B0, moved by their shares of the residual; it is the paper's 2x2 system, solved.

    Parameters
    ----------
    mixed : float32, any shape
        Recorded colours I, 0 to 255.
    share : float32, broadcast to that shape
        Alpha a, 0 to 1.
    foreground, background : float32, the same shape
        Expected colours F0 and B0, 0 to 255.
    pull : float32, broadcast to that shape
        Trust in the expected colours, above 0.

    Returns
    -------
    float32 foreground and background, 0 to 255.
    """
    rest = 1 - share
    residual = mixed - share * foreground - rest * background
    residual /= share * share + rest * rest + pull
    return np.clip(foreground + share * residual, 0, 255), np.clip(background + rest * residual, 0, 255)


def sample(pixels: Bytes, step: int) -> Bytes:
    """Take every `step`-th pixel of (height, width, ...) in both directions, from the middle of its block."""
    height, width = pixels.shape[:2]
    return pixels[min(step // 2, height - 1) :: step, min(step // 2, width - 1) :: step]


def interpolate(length: int, samples: int, step: int) -> tuple[Indices, Indices, Floats]:
    """Where the pixels of one axis lie between its samples, as `sample` took them.

    Returns
    -------
    Indices of the samples before and after each of `length` pixels, and the share of the latter, 0 to 1.
    """
    offset = min(step // 2, length - 1)
    position: Floats = np.clip((np.arange(length, dtype=np.float32) - offset) / np.float32(step), 0, samples - 1)
    before = position.astype(np.intp)
    after: Indices = np.minimum(before + 1, samples - 1)
    return before, after, position - before.astype(np.float32)


def enlarge(layers: Floats, shape: tuple[int, ...]) -> Floats:
    """Undo one `sample` with step 2: (..., height, width) to the given height and width, bilinearly."""
    above, below, down = interpolate(shape[0], layers.shape[-2], 2)
    start = layers[..., above, :]
    layers = start + (layers[..., below, :] - start) * down[:, None]
    left, right, across = interpolate(shape[1], layers.shape[-1], 2)
    start = layers[..., left]
    return start + (layers[..., right] - start) * across
