"""What is measured of a request, and the one line that is logged of it when it fails on our side.

Libraries log what they are given: paths, headers, bytes of a body. So none of their lines is let through, and ours is
made of figures and names of our own alone, by the keys of LINE_KEYS. A request that went well leaves no line at all.
"""

import json
import logging
import math
import time
from collections.abc import Iterator
from contextlib import contextmanager

from removebg.errors import FixShotsError

LINE_KEYS = ("level", "status", "code", "exception", "milliseconds", "megapixels", "megabytes", "cold_start")
"""All that a line may hold. Of an exception only its class: its text may quote the caller."""

BYTES_PER_MEGABYTE = 1_000_000
PIXELS_PER_MEGAPIXEL = 1_000_000


class Figures:
    """What is measured of one request; nothing in it tells one picture from another of about its size."""

    _requests = 0

    def __init__(self) -> None:
        Figures._requests += 1
        self._is_first = Figures._requests == 1
        self._milliseconds: dict[str, int] = {}
        self._megabytes = 0.0
        self._megapixels = 0.0

    @contextmanager
    def of(self, step: str) -> Iterator[None]:
        """Time one step, also when it fails."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self._milliseconds[step] = math.ceil((time.perf_counter() - start) * 1000)

    def weigh(self, picture: bytes) -> None:
        """Note how large the file is, to a tenth of a megabyte: its exact length could name it."""
        self._megabytes = round(len(picture) / BYTES_PER_MEGABYTE, 1)

    def measure(self, size: tuple[int, int]) -> None:
        """Note how many pixels it has, to a tenth of a megapixel."""
        self._megapixels = round(size[0] * size[1] / PIXELS_PER_MEGAPIXEL, 1)

    def server_timing(self) -> str:
        """Format the steps as https://www.w3.org/TR/server-timing/ has it, in milliseconds."""
        return ", ".join(f"{step};dur={duration}" for step, duration in self._milliseconds.items())

    def line(self, told: FixShotsError, cause: BaseException) -> str:
        """Make the line of a request that failed, as JSON.

        Parameters
        ----------
        told : what the caller is told
        cause : what went wrong
        """
        values = (
            "error",
            told.status,
            told.code,
            type(cause).__name__,
            self._milliseconds,
            self._megapixels,
            self._megabytes,
            self._is_first,
        )
        return json.dumps(dict(zip(LINE_KEYS, values, strict=True)))


def log_failure(figures: Figures, told: FixShotsError, cause: BaseException) -> None:
    """Write the line to the standard output, which is the function's log."""
    print(figures.line(told, cause), flush=True)


def silence_libraries() -> None:
    """Let no library log anything, whatever level the host has set.

    Lambda's runtime sets the root logger to INFO before it imports a function that logs JSON; Mangum then writes every
    request's path at that level, python-multipart the bytes of a form that it cannot read, as warnings.
    """
    logging.getLogger().setLevel(logging.CRITICAL + 1)
