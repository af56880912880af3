"""Shares a picture's rows out among threads, for libraries that let go of Python's lock while they work."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Made = TypeVar("Made")


def in_bands(make: Callable[[int, int], Made], rows: int, bands: int) -> list[Made]:
    """Make something of each band of rows, from its top to its bottom, less the last; in their order.

    Parameters
    ----------
    make : called with top and bottom; by several threads at once, when there are several bands
    rows : of the whole picture; at least as many as bands
    bands : about equally high
    """
    if bands == 1:
        return [make(0, rows)]
    edges = [rows * band // bands for band in range(bands + 1)]
    with ThreadPoolExecutor(bands) as pool:
        return list(pool.map(make, edges, edges[1:]))
