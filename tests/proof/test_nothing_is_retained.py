"""The promise: the server discards a photo as soon as it has answered. Its memory is searched for it.

The searches need Linux and glibc, which the image has. What may be found is said in functions/removebg/forget.py, and
counted here, so that `make prove` tells it.
"""

import base64
import gc
import io
import json
from typing import Any

import numpy as np
import pytest
from PIL import Image

from removebg.answer import make_answer
from removebg.forget import overwrite_freed_memory
from tests.events import matte_event
from tests.lambda_transport import load_handler
from tests.photos import encoded, photo
from tests.proof.figures import write_figures
from tests.proof.marked import ADDRESS, MARK, PIXELS, Event, as_json, kinds_of_request, marked_png
from tests.proof.process_memory import find_in_memory
from tests.proof.runtime import Runtime
from tests.proof.wrong_requests import wrong_requests

KINDS = tuple(kinds_of_request())
FAILURES = ("failed_to_read_image", "invalid_size", "result_too_large", "internal_error")
URL_ENCODED = "urlencoded, a cutout on a colour"

SAMPLE_BYTES = 64
LARGE_BYTES = 20_000


def pieces_of(event: Event) -> dict[str, bytes]:
    """Choose what to look for: what was sent, as it was sent and decoded, and pixels in both of their layouts."""
    sent, body, png = event["body"].encode(), base64.b64decode(event["body"]), marked_png()
    with_fourth = np.dstack([PIXELS, np.full(PIXELS.shape[:2], 255, np.uint8)])
    return {
        "the event": sent[len(sent) // 2 :][:SAMPLE_BYTES],
        "the body": body[len(body) // 2 :][:SAMPLE_BYTES],
        "the file": png[len(png) // 2 :][:SAMPLE_BYTES],
        "pixels of three bytes": PIXELS[8].tobytes(),
        "pixels of four bytes": with_fourth[8].tobytes(),
    }


@pytest.mark.parametrize("kind", KINDS)
def test_after_the_answer_the_processs_memory_holds_no_piece_of_the_picture(runtime: Runtime, kind: str) -> None:
    event = kinds_of_request()[kind]
    pieces = pieces_of(event)
    if kind == URL_ENCODED:
        # Its escapes cut the text into pieces so small that Python keeps them aside; `make prove` tells how many.
        del pieces["the body"]
    answer = runtime.invoke(event)
    assert answer is not None
    assert answer["statusCode"] == 200
    assert {name: count for name, count in find_in_memory(runtime.pid, pieces).items() if count} == {}


@pytest.mark.parametrize("where", ["removebg.decode.to_srgb", "removebg.matting.as_tensor", "removebg.answer.encode"])
def test_nor_does_it_after_a_crash(runtime: Runtime, where: str) -> None:
    event = as_json(marked_png())
    answer = runtime.invoke(event, {"where": where, "kind": "RuntimeError", "text": ""})
    assert answer is not None
    assert answer["statusCode"] == 500
    assert {name: count for name, count in find_in_memory(runtime.pid, pieces_of(event)).items() if count} == {}


def test_after_the_next_request_names_and_headers_are_all_that_may_be_left(runtime: Runtime) -> None:
    wanted: dict[str, bytes] = {}
    for kind in KINDS:
        runtime.invoke(event := kinds_of_request()[kind])
        sent = {"the event", "the body"}
        wanted |= {f"{name}, {kind}" if name in sent else name: piece for name, piece in pieces_of(event).items()}
    runtime.invoke(matte_event(encoded(photo("coffee"))))
    found = find_in_memory(runtime.pid, wanted | {"names and headers": MARK.encode()})
    small = ("names and headers", f"the body, {URL_ENCODED}")
    pictures = {name: count for name, count in found.items() if name not in small}
    told = {
        "pieces of a picture": sum(pictures.values()),
        "small pieces of a URL-encoded form": found[small[1]],
        "names and headers": found[small[0]],
    }
    write_figures("memory", "found in the process's memory after the next request", len(wanted) + 1, told)
    assert {name: count for name, count in pictures.items() if count} == {}


def test_the_search_finds_what_is_there(runtime: Runtime) -> None:
    loaded = {"a word of the program": b"What a request leaves behind in memory is overwritten as it is released"}
    assert find_in_memory(runtime.pid, loaded)["a word of the program"] > 0
    assert find_in_memory(runtime.pid, {"an address": ADDRESS.encode()[::-1]})["an address"] == 0


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


@pytest.mark.parametrize("kind", [*KINDS, *FAILURES])
def test_after_the_answer_no_object_holds_the_picture_not_even_garbage(kind: str) -> None:
    handler = load_handler()
    text = json.dumps((kinds_of_request() | wrong_requests())[kind])
    handler(json.loads(text), None)
    before = large_buffers()
    gc.disable()
    try:
        handler(json.loads(text), None)
        assert [type(held) for key, held in large_buffers().items() if key not in before] == []
    finally:
        gc.enable()


def test_an_object_that_holds_a_picture_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[Any] = []

    def keep(*given: Any) -> Any:
        kept.append(given)
        return make_answer(*given)

    monkeypatch.setattr("removebg.app.make_answer", keep)
    before = large_buffers()
    load_handler()(as_json(marked_png()), None)
    assert any(isinstance(held, Image.Image) for key, held in large_buffers().items() if key not in before)


def test_freed_memory_is_overwritten_by_the_c_library_that_the_image_has() -> None:
    assert overwrite_freed_memory()
