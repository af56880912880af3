"""Reads a PNG's chunks, straight from the specification."""

import struct
import zlib
from collections.abc import Iterator

SIGNATURE_BYTES = 8


def png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give each chunk's kind and content; an AssertionError when its CRC is of something else."""
    offset = SIGNATURE_BYTES
    while offset < len(data):
        (length,) = struct.unpack_from(">I", data, offset)
        kind, content = data[offset + 4 : offset + 8], data[offset + 8 : offset + 8 + length]
        assert struct.unpack_from(">I", data, offset + 8 + length) == (zlib.crc32(kind + content),)
        yield kind, content
        offset += 12 + length
