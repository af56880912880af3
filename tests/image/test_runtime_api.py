"""The Runtime API that the image is tried with: Lambda's own bounds and paths."""

import json
import threading
from collections.abc import Iterator

import httpx
import pytest

from removebg.limits import LAMBDA_PAYLOAD_BYTES
from tests.image.runtime_api import EventTooLarge, Outcome, RuntimeApi


@pytest.fixture
def api() -> Iterator[RuntimeApi]:
    """An API that nobody has asked for anything."""
    made = RuntimeApi()
    yield made
    made.close()


@pytest.fixture
def runtime(api: RuntimeApi) -> Iterator[httpx.Client]:
    """What a runtime asks it by."""
    with httpx.Client(base_url=f"http://{api.address}/2018-06-01/runtime") as client:
        yield client


def test_an_event_is_given_and_its_answer_taken(api: RuntimeApi, runtime: httpx.Client) -> None:
    assert not api.asked.is_set()
    api.send({"path": "/"}, 28)
    event = runtime.get("/invocation/next")
    assert api.asked.is_set()
    assert event.json() == {"path": "/"}
    request = event.headers["Lambda-Runtime-Aws-Request-Id"]
    assert runtime.post(f"/invocation/{request}/response", json={"statusCode": 200}).status_code == 202
    assert api.outcome(1) == Outcome("response", {"statusCode": 200})


def test_an_event_is_waited_for(api: RuntimeApi, runtime: httpx.Client) -> None:
    threading.Timer(0.2, api.send, [{"late": True}, 28]).start()
    assert runtime.get("/invocation/next").json() == {"late": True}


def test_no_more_than_6_mb_are_taken_as_an_event(api: RuntimeApi) -> None:
    room = LAMBDA_PAYLOAD_BYTES - len(json.dumps({"body": ""}))
    api.send({"body": "x" * room}, 28)
    with pytest.raises(EventTooLarge):
        api.send({"body": "x" * (room + 1)}, 28)


def test_no_more_than_6_mb_are_taken_as_an_answer(api: RuntimeApi, runtime: httpx.Client) -> None:
    content = json.dumps("x" * (LAMBDA_PAYLOAD_BYTES - 2)).encode()
    assert runtime.post("/invocation/a/response", content=content).status_code == 202
    assert runtime.post("/invocation/a/response", content=content + b" ").status_code == 413
    assert [outcome.kind for outcome in (api.outcome(1), api.outcome(1)) if outcome] == ["response", "too_large"]


@pytest.mark.parametrize(("path", "kind"), [("/invocation/a/error", "error"), ("/init/error", "init_error")])
def test_errors_are_told_apart(api: RuntimeApi, runtime: httpx.Client, path: str, kind: str) -> None:
    assert runtime.post(path, json={"errorType": "Exit"}).status_code == 202
    assert api.outcome(1) == Outcome(kind, {"errorType": "Exit"})


def test_a_runtime_that_is_silent_has_no_outcome(api: RuntimeApi) -> None:
    assert api.outcome(0.01) is None
