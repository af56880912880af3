"""Ways to surround a photo before the model sees it."""

from collections.abc import Callable
from itertools import product

import numpy as np
from PIL import Image, ImageFilter

from tests.benchmarks.truth import Bytes

Sides = tuple[tuple[int, int], tuple[int, int], tuple[int, int]]  # as np.pad takes them: rows, columns, channels
Filling = Callable[[Bytes, Sides], Bytes]


def mean_colour(photo: Bytes, sides: Sides) -> Bytes:
    """Surround a photo with its mean colour."""
    padded = np.empty([size + before + after for size, (before, after) in zip(photo.shape, sides, strict=True)])
    padded[:] = photo.mean(axis=(0, 1))
    return put_inside(padded.astype(np.uint8), photo, sides)


def blurred(photo: Bytes, sides: Sides) -> Bytes:
    """Surround a photo with its reflection, blurred until only light and colour are left."""
    reflection = Image.fromarray(np.pad(photo, sides, "reflect"))
    radius = max(max(side) for side in sides) / 2
    return put_inside(np.array(reflection.filter(ImageFilter.GaussianBlur(radius))), photo, sides)


def put_inside(padded: Bytes, photo: Bytes, sides: Sides) -> Bytes:
    """Lay a photo into its surroundings."""
    (top, _), (left, _), _ = sides
    padded[top : top + photo.shape[0], left : left + photo.shape[1]] = photo
    return padded


FILLINGS: dict[str, Filling] = {
    "reflect": lambda photo, sides: np.pad(photo, sides, "reflect"),
    "replicate": lambda photo, sides: np.pad(photo, sides, "edge"),
    "mean colour": mean_colour,
    "blurred": blurred,
}


def around(photo: Bytes, share: float) -> Sides:
    """Every side by a share of the shorter one."""
    padding = round(share * min(photo.shape[:2]))
    return (padding, padding), (padding, padding), (0, 0)


def letterbox(photo: Bytes) -> Sides:
    """The shorter sides, until the photo is square."""
    height, width = photo.shape[:2]
    rows, columns = max(width - height, 0), max(height - width, 0)
    return (rows // 2, rows - rows // 2), (columns // 2, columns - columns // 2), (0, 0)


def strategies() -> dict[str, tuple[Filling, Callable[[Bytes], Sides]]]:
    """Every way to frame: how the padding is filled, and where it goes."""
    padded = {
        f"{name} {share:.0%}": (FILLINGS[name], lambda photo, share=share: around(photo, share))
        for name, share in product(FILLINGS, (0.05, 0.1, 0.2))
        if share == 0.1 or name in ("reflect", "mean colour")
    }
    boxed = {f"letterbox, {name}": (FILLINGS[name], letterbox) for name in ("mean colour", "reflect")}
    return {"none": (FILLINGS["replicate"], lambda photo: around(photo, 0)), **padded, **boxed}
