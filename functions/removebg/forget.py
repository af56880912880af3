"""What a request leaves behind in memory is overwritten as it is released, whoever releases it.

Pixels pass through many hands: NumPy, Pillow, libjpeg, zlib, Python's own bytes, which nobody can overwrite. All get
their memory from the C library, which can overwrite every piece as it is given back. Large ones are handed back to the
kernel instead, which clears them before anybody gets them. At 12 megapixels this cost less than could be measured.

What is left: pieces of at most 1,032 bytes, which glibc and Python keep aside as they are, such as names and headers;
and onnxruntime's own store, which holds what the network made of the last photo until the next one.
"""

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager

M_PERTURB = -6
"""glibc's name of the setting, in malloc.h: see mallopt(3)."""

FILL = 0xA5
"""The byte that freed memory is filled with; any but 0 will do, which would turn it off."""


def overwrite_freed_memory() -> bool:
    """Turn that on, for this process; gives False where the C library can't, as on macOS."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    return mallopt is not None and mallopt(M_PERTURB, FILL) == 1


@contextmanager
def returning_freed_memory() -> Iterator[None]:
    """Overwrite nothing within the block, and return to the kernel, which clears it, what is free at its end.

    glibc fills memory when it gives it out, too. pymatting asks for 4 GB and uses little of it: filled, all of it would
    have to be there.
    """
    libc = ctypes.CDLL(None)
    if not hasattr(libc, "malloc_trim"):
        yield
        return
    libc.mallopt(M_PERTURB, 0)
    try:
        yield
    finally:
        gc.collect()
        libc.malloc_trim(0)
        overwrite_freed_memory()


def set_startup_aside() -> None:
    """Spare what was made at start-up from being looked through by each collection."""
    gc.collect()
    gc.freeze()


def collect_garbage() -> None:
    """Release what a failure has left in circles of references, now: errors hold frames, which hold the picture."""
    gc.collect()
