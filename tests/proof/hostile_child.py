"""The function in a process that may die: reads events, a line each, and tells what became of them and at what cost.

Everything is the function's own but for the network, which sees a disc in every picture: what is attacked here comes
before it, and thousands of attacks are to take minutes.
"""

import json
import os
import re
import sys
from pathlib import Path
from typing import Any, TextIO, cast

from mangum import Mangum
from PIL import Image

from removebg.app import create_app
from removebg.matting import IsnetSession

STATUS = Path("/proc/self/status")
PEAK_RESET = Path("/proc/self/clear_refs")


class DiscSession:
    """Stands in for the network."""

    def __init__(self) -> None:
        self._disc = Image.radial_gradient("L").point(lambda distance: 255 * (distance < 100))

    def matte(self, _image: Image.Image, _region: tuple[float, float, float, float]) -> Image.Image:
        """See a disc."""
        return self._disc


def peak_megabytes() -> int:
    """The most memory this process has held since the last time that it was asked."""
    found = re.search(r"VmHWM:\s+(\d+) kB", STATUS.read_text())
    PEAK_RESET.write_text("5")
    return int(found[1]) // 1000 if found else 0


def private_output() -> TextIO:
    """Keep the standard output for ourselves: libraries write to it, and to the standard error, what they like."""
    ours = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return ours


def main() -> None:
    """Answer until the standard input ends."""
    output = private_output()
    handler = cast(Any, Mangum(create_app(cast(IsnetSession, DiscSession())), lifespan="off"))
    for line in sys.stdin:
        peak_megabytes()
        answer = handler(json.loads(line), None)
        print(json.dumps([answer["statusCode"], answer["body"], peak_megabytes()]), file=output, flush=True)


if __name__ == "__main__":
    main()
