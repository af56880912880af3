"""A process that answers marked requests, with Python's own collection of garbage off, and tells what is still held.

It prints, as JSON, the kinds of the large objects that are left after each request, by the request's name. The control
keeps a picture on purpose.
"""

import gc
import io
import json
from typing import Any, cast
from unittest.mock import patch

import numpy as np
from PIL import Image

from removebg.answer import make_answer
from tests.proof.marked import kinds_of_request
from tests.proof.wrong_requests import wrong_requests

FAILURES = ("failed_to_read_image", "invalid_size", "invalid_roi", "result_too_large", "internal_error")

CONTROL = "a picture that is kept on purpose"

LARGE_BYTES = 20_000


def large_buffers() -> dict[int, object]:
    """Find everything that could hold a picture and that any object of Python's refers to."""
    gc.unfreeze()
    buffers: dict[int, object] = {}
    for owner in gc.get_objects():
        for held in (owner, *gc.get_referents(owner)):
            if is_large(held):
                buffers[id(held)] = held
    return buffers


def is_large(held: object) -> bool:
    """Tell whether it could hold a picture."""
    if isinstance(held, bytes | bytearray | str):
        return len(held) > LARGE_BYTES
    if isinstance(held, np.ndarray | memoryview):
        return held.nbytes > LARGE_BYTES
    return isinstance(held, Image.Image | io.BytesIO) or type(held).__name__ == "ImagingCore"


def left_by(handler: Any, text: str) -> list[str]:
    """Let the function answer a request, given as JSON; gives the kinds of what it left."""
    before = large_buffers()
    handler(json.loads(text), None)
    return [type(held).__name__ for key, held in large_buffers().items() if key not in before]


def main() -> None:
    """Answer each once for what is loaded with the first, and then once to look."""
    from removebg.handler import handler

    requests = {**kinds_of_request(), **{code: wrong_requests()[code] for code in FAILURES}}
    texts = {name: json.dumps(event) for name, event in requests.items()}
    for text in texts.values():
        handler(json.loads(text), cast(Any, None))
    gc.collect()
    gc.disable()
    left = {name: left_by(handler, text) for name, text in texts.items()}
    kept: list[Any] = []

    def keep(*given: Any) -> Any:
        kept.append(given)
        return make_answer(*given)

    with patch("removebg.app.make_answer", keep):
        left[CONTROL] = left_by(handler, texts["JSON, a cutout"])
    print(json.dumps(left))


if __name__ == "__main__":
    main()
