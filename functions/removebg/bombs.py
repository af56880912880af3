"""Small files that cost their decoder far more than the pixels they declare: counted, and bounded in memory."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STATUS = Path("/proc/self/status")

MARKER = re.compile(rb"\xff+([\x01-\xcf\xd8-\xfe])", re.DOTALL)
"""A JPEG marker. Among compressed data a byte of FF is followed by 00, and restart markers (D0 to D7) belong to it."""

START_OF_SCAN, END_OF_IMAGE = 0xDA, 0xD9
WITHOUT_LENGTH = (0x01, 0xD8)


def has_more_scans(jpeg: bytes, most: int) -> bool:
    """Tell whether a JPEG's first image has more passes than that.

    Its bytes are read marker by marker only where the marker's own two are among them more often.
    """
    return jpeg.count(bytes((0xFF, START_OF_SCAN))) > most and count_scans(jpeg) > most


def count_scans(jpeg: bytes) -> int:
    """Count the passes over the picture in a JPEG's first image: 1 when sequential, about 10 when progressive.

    Each pass visits every block of the picture, however few bytes it has: 4 MB can ask for 300,000 of them
    (https://libjpeg-turbo.org/pmwiki/uploads/About/TwoIssueswiththeJPEGStandard.pdf).
    """
    scans, at = 0, 0
    while found := MARKER.search(jpeg, at):
        kind = found[1][0]
        if kind == END_OF_IMAGE:
            break
        scans += kind == START_OF_SCAN
        at = found.end()
        if kind not in WITHOUT_LENGTH:
            at += int.from_bytes(jpeg[at : at + 2])
    return scans


@contextmanager
def bounded_memory(most_bytes: int) -> Iterator[None]:
    """Let this process take so much more memory and no more, within the block; on Linux, elsewhere without a bound.

    Files can hide pictures in pictures: a TIFF of one pixel a tile of 2 GB, an AVIF another, larger frame. Past the
    bound their decoders get no memory, which they report, where the system would end the whole process.

    Raises
    ------
    MemoryError
        From within the block, or whatever its decoder makes of that.
    """
    try:
        status = STATUS.read_text()
    except OSError:
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    found = re.search(r"VmData:\s+(\d+) kB", status)
    bound = int(found[1]) * 1024 + most_bytes if found else soft
    if resource.RLIM_INFINITY not in (soft, bound):
        bound = min(soft, bound)
    resource.setrlimit(resource.RLIMIT_DATA, (bound, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
