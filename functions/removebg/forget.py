"""What a request leaves behind in memory is overwritten as it is released, whoever releases it.

Pixels pass through many hands: NumPy, Pillow, libjpeg, zlib, Python's own bytes, which nobody can overwrite. All get
their memory from the C library, which can overwrite every piece as it is given back. Large ones are handed back to the
kernel instead, which clears them before anybody gets them. At 12 megapixels this cost less than could be measured.

What is left: pieces of at most 1,032 bytes, which glibc and Python keep aside as they are, such as names and headers;
and onnxruntime's own store, which holds what the network made of the last photo until the next one.
"""

import ctypes

M_PERTURB = -6
"""glibc's name of the setting, in malloc.h: see mallopt(3)."""

FILL = 0xA5
"""The byte that freed memory is filled with; any but 0 will do, which would turn it off."""


def overwrite_freed_memory() -> bool:
    """Turn that on, for this process; gives False where the C library can't, as on macOS."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    return mallopt is not None and mallopt(M_PERTURB, FILL) == 1
