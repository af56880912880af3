"""The local server is as strict as AWS: its limits, its order, its headers."""

import base64
import json
import threading
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from infra import config, local, offline
from infra.headers import REVALIDATE, SECURITY_HEADERS
from infra.local import LocalLambda, create_server
from infra.rest_proxy import LambdaAnswer
from removebg.limits import LAMBDA_PAYLOAD_BYTES
from tests.infra.conftest import Serve


class FakeFunction:
    """A handler that keeps its events, tells if two ever ran at once, and answers what it is told to."""

    def __init__(self) -> None:
        self.events: list[dict[str, Any]] = []
        self.answer = LambdaAnswer(statusCode=200, headers={}, multiValueHeaders={}, body="", isBase64Encoded=False)
        self.seconds = 0.0
        self.overlapped = False
        self._running = threading.Lock()

    def __call__(self, event: dict[str, Any], _context: None) -> LambdaAnswer:
        self.overlapped |= not self._running.acquire(blocking=False)
        time.sleep(self.seconds)
        self.events.append(event)
        self._running.release()
        return self.answer


@pytest.fixture
def function() -> FakeFunction:
    return FakeFunction()


@pytest.fixture
def client(function: FakeFunction, serve: Serve) -> httpx.Client:
    return serve(create_server(LocalLambda(lambda: function)))


def test_a_request_reaches_the_function_as_a_rest_proxy_event(client: httpx.Client, function: FakeFunction) -> None:
    client.post("/v1.0/removebg?a=1&a=2", content=b"\x00\xff", headers={"X-Api-Key": "k"})
    (event,) = function.events
    assert (event["httpMethod"], event["path"]) == ("POST", "/v1.0/removebg")
    assert event["pathParameters"] == {"proxy": "removebg"}
    assert event["multiValueQueryStringParameters"] == {"a": ["1", "2"]}
    assert event["headers"]["x-api-key"] == "k"
    assert event["isBase64Encoded"] is True
    assert base64.b64decode(event["body"]) == b"\x00\xff"
    json.dumps(event)


def test_binary_and_text_answers_come_back_as_they_were(client: httpx.Client, function: FakeFunction) -> None:
    function.answer = LambdaAnswer(
        statusCode=418,
        headers={"x-a": "1"},
        multiValueHeaders={"set-x": ["1", "2"]},
        body=base64.b64encode(b"\x00\xff").decode(),
        isBase64Encoded=True,
    )
    binary = client.get("/v1.0/health")
    assert (binary.status_code, binary.content, binary.headers["x-a"]) == (418, b"\x00\xff", "1")
    assert binary.headers.get_list("set-x") == ["1", "2"]
    function.answer["body"], function.answer["isBase64Encoded"] = "héllo", False
    assert client.get("/v1.0/health").text == "héllo"


def test_a_request_over_lambdas_payload_is_refused_and_never_reaches_it(
    client: httpx.Client, function: FakeFunction
) -> None:
    fits = LAMBDA_PAYLOAD_BYTES * 3 // 4 - 4096
    assert client.post("/v1.0/removebg", content=bytes(fits)).status_code == 200
    refused = client.post("/v1.0/removebg", content=bytes(fits + 4096))
    assert (refused.status_code, refused.json()["errors"][0]["code"]) == (413, "file_too_large")
    assert refused.headers["access-control-allow-origin"] == "*"
    assert len(function.events) == 1


def test_an_answer_over_lambdas_payload_is_a_bad_gateway(client: httpx.Client, function: FakeFunction) -> None:
    function.answer["body"] = "x" * LAMBDA_PAYLOAD_BYTES
    refused = client.get("/v1.0/health")
    assert (refused.status_code, refused.json()["errors"][0]["code"]) == (502, "bad_gateway")
    function.answer["body"] = "x" * (LAMBDA_PAYLOAD_BYTES - 200)
    assert client.get("/v1.0/health").status_code == 200


def test_an_answer_after_the_gateways_time_is_a_gateway_timeout(
    client: httpx.Client, function: FakeFunction, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "TIMEOUT_SECONDS", 0.01)
    function.seconds = 0.05
    assert client.get("/v1.0/health").status_code == 504
    assert config.TIMEOUT_SECONDS == 29


def test_requests_run_one_at_a_time_and_in_order(client: httpx.Client, function: FakeFunction) -> None:
    function.seconds = 0.05
    threads = []
    for number in range(6):
        threads.append(threading.Thread(target=client.get, args=(f"/v1.0/{number}",)))
        threads[-1].start()
        time.sleep(0.01)
    for thread in threads:
        thread.join()
    assert [event["pathParameters"]["proxy"] for event in function.events] == [*"012345"]
    assert not function.overlapped


def test_events_wait_until_the_function_is_initialised(function: FakeFunction, serve: Serve) -> None:
    loaded = threading.Event()

    def load() -> FakeFunction:
        loaded.wait(10)
        return function

    client = serve(create_server(LocalLambda(load)))
    answers: list[httpx.Response] = []
    asking = threading.Thread(target=lambda: answers.append(client.get("/v1.0/health")))
    asking.start()
    asking.join(0.2)
    assert not answers
    loaded.set()
    asking.join(10)
    assert answers[0].status_code == 200


@pytest.mark.parametrize("path", ["/", "/about.html", "/privacy.html", "/site.json", "/js/main.js", "/nothing"])
def test_every_file_has_the_security_headers(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == (404 if path == "/nothing" else 200)
    assert {name: answer.headers.get(name) for name in SECURITY_HEADERS} == SECURITY_HEADERS


def test_the_content_policy_allows_nothing_inline_and_no_other_origin() -> None:
    policy = SECURITY_HEADERS["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    # WebAssembly may be compiled, for matting on the device; nothing else that is called unsafe.
    assert "; script-src 'self' 'wasm-unsafe-eval';" in policy
    assert "; worker-src 'self';" in policy
    assert policy.count("unsafe") == 1
    assert "http" not in policy
    assert "*" not in policy


def test_files_outside_the_site_are_not_served(client: httpx.Client) -> None:
    for path in ("/..%2fREADME.md", "/%2e%2e/Makefile", "/css/%2e%2e/%2e%2e/Makefile"):
        assert client.get(path).status_code == 404


def test_the_list_of_kept_files_is_of_the_files_as_they_are_now(
    function: FakeFunction, serve: Serve, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(local, "SITE_FOLDER", tmp_path)
    (tmp_path / "index.html").write_text("1")
    client = serve(create_server(LocalLambda(lambda: function)))
    before = client.get(f"/{offline.LIST}")
    assert before.json() == offline.list_site_files(tmp_path)
    assert before.headers["Cache-Control"] == REVALIDATE
    (tmp_path / "index.html").write_text("2")
    assert client.get(f"/{offline.LIST}").json()["version"] != before.json()["version"]


def test_an_empty_list_of_social_channels_is_warned_of(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setattr(local, "SITE_FOLDER", tmp_path)
    (tmp_path / "site.json").write_text('{"social": []}')
    local.warn_of_missing_contact()
    assert "promises a contact" in capsys.readouterr().err
    (tmp_path / "site.json").write_text('{"social": [{"name": "a"}]}')
    local.warn_of_missing_contact()
    assert capsys.readouterr().err == ""


def test_a_taken_port_is_said_in_words() -> None:
    taken = local.bind(0)
    taken.listen()
    with pytest.raises(SystemExit, match="make dev PORT="):
        local.bind(taken.getsockname()[1])
    taken.close()
