"""The tasks of bench_engine: the same work, done by Fix Shots and by rembg. Also run as processes of their own.

`python -m tests.benchmarks.engine_tasks NAME PHOTO` does one task once, from a cold start, and prints when its first
result was there.
"""

import base64
import io
import json
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from tests.events import matte_event


@dataclass(frozen=True)
class Task:
    """Work to be timed.

    Parameters
    ----------
    run : the work itself
    prepare : makes what `run` is given from a photo's bytes, untimed
    read : gets the bytes that were made from what `run` gives, untimed
    """

    run: Callable[[Any], Any]
    prepare: Callable[[bytes], Any] = bytes
    read: Callable[[Any], bytes] = bytes


def ours_matte() -> Task:
    """The page's request: handler in to handler out."""
    from removebg.handler import handler

    def read(answer: dict[str, Any]) -> bytes:
        assert answer["statusCode"] == 200
        return base64.b64decode(answer["body"])

    return Task(lambda event: handler(event, None), matte_event, read)  # type: ignore[arg-type]


def ours_cutout(image_format: str) -> Task:
    """From a photo's bytes to a full-size cutout's: all that a request does, but for Lambda's limit on its answer."""
    from removebg import answer
    from removebg.app import find_matte
    from removebg.decode import decode
    from removebg.matting import IsnetSession
    from removebg.schemas import read_options

    vars(answer)["MAX_RESULT_BYTES"] = 1 << 30
    session = IsnetSession()
    options = read_options({"size": "50MP", "format": image_format})

    def run(photo: bytes) -> bytes:
        decoded = decode(photo)
        return answer.make_answer(find_matte(session, decoded, options), None, options).data

    return Task(run)


def rembg_matte() -> Task:
    """Ask rembg's session for the matte of a decoded picture."""
    from tests.reference import rembg_session

    session = rembg_session(Path(tempfile.mkdtemp(prefix="rembg-")))

    def prepare(copy: bytes) -> Image.Image:
        image = Image.open(io.BytesIO(copy))
        image.load()
        return image

    return Task(session.predict, prepare, lambda masks: bytes(masks[0].tobytes()))


def rembg_cutout() -> Task:
    """rembg.remove, bytes to bytes, as its documentation shows it."""
    import rembg

    from tests.reference import rembg_session

    session = rembg_session(Path(tempfile.mkdtemp(prefix="rembg-")))
    return Task(lambda photo: rembg.remove(photo, session=session))


TASKS: dict[str, Callable[[], Task]] = {
    "ours-matte": ours_matte,
    "ours-png": lambda: ours_cutout("png"),
    "ours-zip": lambda: ours_cutout("zip"),
    "rembg-matte": rembg_matte,
    "rembg-png": rembg_cutout,
}


def main() -> None:
    """Do one task once."""
    name, photo = sys.argv[1:]
    task = TASKS[name]()
    result = task.run(task.prepare(Path(photo).read_bytes()))
    done = time.time()
    print(json.dumps({"done": done, "bytes": len(task.read(result)), "peak_mb": peak_memory_mb()}))


def peak_memory_mb() -> float:
    """Give the most memory that this process has held, by the kernel's account.

    Not getrusage's: a child inherits its parent's peak there.
    """
    status = Path("/proc/self/status").read_text()
    (line,) = [line for line in status.splitlines() if line.startswith("VmHWM")]
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
