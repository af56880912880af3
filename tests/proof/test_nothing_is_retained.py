"""The promise: the server discards a photo as soon as it has answered. Its memory is searched for it.

The searches need Linux and glibc, which the image has. What may be found is said in functions/removebg/forget.py, and
counted here, so that `make prove` tells it.
"""

import base64
import json
import subprocess
import sys
from collections import Counter

import numpy as np
import pytest

from removebg.forget import overwrite_freed_memory
from tests.events import matte_event
from tests.photos import encoded, photo
from tests.proof.figures import report
from tests.proof.kept_objects import CONTROL
from tests.proof.marked import ADDRESS, MARK, PIXELS, Event, as_json, kinds_of_request, marked_png
from tests.proof.process_memory import find_in_memory
from tests.proof.runtime import Runtime
from tests.proof.wrong_requests import wrong_requests
from tests.server import ROOT, environment

KINDS = tuple(kinds_of_request())

SAMPLE_BYTES = 64


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


@pytest.mark.parametrize("code", ["invalid_roi", "invalid_bg_color", "multiple_bg_sources", "roi_exceeds_bounds"])
def test_nor_does_it_after_an_error(runtime: Runtime, code: str) -> None:
    event = wrong_requests()[code]
    answer = runtime.invoke(event)
    assert answer is not None
    assert answer["statusCode"] == 400
    assert {name: count for name, count in find_in_memory(runtime.pid, pieces_of(event)).items() if count} == {}


def test_after_the_next_request_names_and_headers_are_all_that_may_be_left(runtime: Runtime) -> None:
    wanted: dict[str, bytes] = {}
    for kind in KINDS:
        runtime.invoke(event := kinds_of_request()[kind])
        sent = {"the event", "the body"}
        wanted |= {f"{name}, {kind}" if name in sent else name: piece for name, piece in pieces_of(event).items()}
    runtime.invoke(matte_event(encoded(photo("coffee"))))
    found = find_in_memory(runtime.pid, wanted | {"names and headers": MARK.encode()})
    small = found.pop("names and headers")
    left = {name: count for name, count in found.items() if count}
    outcomes = Counter({"pieces of a request gone": len(found) - len(left), "still there": len(left)})
    report("memory", "After the next request", outcomes, {"marks of names and headers left": small})
    assert left == {}


def test_the_search_finds_what_is_there(runtime: Runtime) -> None:
    loaded = {"a word of the program": b"What a request leaves behind in memory is overwritten as it is released"}
    assert find_in_memory(runtime.pid, loaded)["a word of the program"] > 0
    assert find_in_memory(runtime.pid, {"an address": ADDRESS.encode()[::-1]})["an address"] == 0


def test_after_the_answer_no_object_holds_the_picture_not_even_garbage() -> None:
    command = [sys.executable, "-m", "tests.proof.kept_objects"]
    done = subprocess.run(command, cwd=ROOT, env=environment(), check=True, capture_output=True, text=True)
    left: dict[str, list[str]] = json.loads(done.stdout.splitlines()[-1])
    assert "Image" in left.pop(CONTROL), "what is kept is found"
    assert len(left) > len(KINDS)
    assert {name: kinds for name, kinds in left.items() if kinds} == {}


def test_freed_memory_is_overwritten_by_the_c_library_that_the_image_has() -> None:
    assert overwrite_freed_memory()
