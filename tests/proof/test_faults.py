"""What goes wrong around the function: it says so clearly, and the next request is right."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from removebg.matting import MODEL_FILES, MODEL_FOLDER
from tests.events import matte_event
from tests.photos import encoded, photo
from tests.proof.figures import report
from tests.proof.hostile_victim import error_code
from tests.proof.runtime import Runtime, RuntimeEnded
from tests.server import environment, serve_locally

PICTURE = encoded(photo("chelsea").resize((120, 80)))
EVENT = matte_event(PICTURE)

SURVIVED: Counter[str] = Counter()
"""Faults that were survived, as they are called in the table."""

NO_SUCH_FOLDER = "/nowhere/at/all"


@pytest.fixture(scope="module", autouse=True)
def _report() -> Iterator[None]:
    yield
    report("faults", "Faults", SURVIVED)


@pytest.fixture(scope="module")
def right_body(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What an undisturbed process answers."""
    with Runtime(tmp_path_factory.mktemp("undisturbed")) as undisturbed:
        return body_of(undisturbed, EVENT)


def body_of(runtime: Runtime, event: dict[str, Any]) -> Any:
    """Give the body of an answer of 200."""
    answer = runtime.invoke(event)
    assert answer is not None
    assert answer["statusCode"] == 200, answer["body"]
    return answer["body"]


def start_with_model(model: Path) -> str:
    """Start a session with a model's file in a process of its own; gives the one line that ended it."""
    script = "import sys; from pathlib import Path; from removebg.matting import IsnetSession; "
    script += "IsnetSession(Path(sys.argv[1]))"
    command = [sys.executable, "-c", script, str(model)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=environment(), timeout=60)
    assert run.returncode == 1, "it must end by an exception, neither run nor crash"
    return run.stderr.strip().splitlines()[-1]


def test_a_missing_model_is_said_at_the_start(tmp_path: Path) -> None:
    assert re.fullmatch(r".*ModelMissing: no model at .*; run `make model`", start_with_model(tmp_path / "none.onnx"))
    SURVIVED["model missing"] += 1


@pytest.mark.parametrize("share", [0.0, 0.5, 0.999])
def test_a_model_that_is_cut_off_is_said_at_the_start(tmp_path: Path, share: float) -> None:
    whole = (MODEL_FOLDER / MODEL_FILES["int8"]).read_bytes()
    cut = tmp_path / "cut.onnx"
    cut.write_bytes(whole[: int(len(whole) * share)])
    said = start_with_model(cut)
    assert "ModelCorrupt" in said or "ModelMissing" in said, said
    assert "make model" in said
    SURVIVED["model cut off"] += 1


@pytest.mark.parametrize("kind", ["absent", "read-only", "full"])
def test_nothing_needs_the_folder_for_temporary_files(tmp_path: Path, right_body: Any, kind: str) -> None:
    folder = {"absent": NO_SUCH_FOLDER, "read-only": "/proc", "full": "/dev/full"}[kind]
    with Runtime(tmp_path, variables={"TMPDIR": folder, "HOME": NO_SUCH_FOLDER}) as without:
        assert body_of(without, EVENT) == right_body
    SURVIVED[f"/tmp {kind}"] += 1


def test_memory_that_runs_out_is_a_typed_error_and_the_next_request_is_right(tmp_path: Path, right_body: Any) -> None:
    crash = {"where": "removebg.app.decode", "kind": "MemoryError", "text": "of the caller's"}
    with Runtime(tmp_path) as runtime:
        answer = runtime.invoke(EVENT, crash)
        assert answer is not None
        assert (answer["statusCode"], error_code(answer["body"])) == (500, "internal_error")
        assert body_of(runtime, EVENT) == right_body
    SURVIVED["memory ran out"] += 1


def test_a_process_killed_in_a_request_leaves_nothing_that_disturbs_the_next(tmp_path: Path, right_body: Any) -> None:
    with pytest.raises(RuntimeEnded), Runtime(tmp_path) as killed:
        os.kill(killed.pid, signal.SIGSTOP)
        # By then the event is in its hands, or on the way there.
        threading.Timer(0.2, os.kill, (killed.pid, signal.SIGKILL)).start()
        killed.invoke(EVENT)
    (tmp_path / "next").mkdir()
    with Runtime(tmp_path / "next") as following:
        assert body_of(following, EVENT) == right_body
    SURVIVED["killed in a request"] += 1


JUMPING_CLOCK = """
import itertools, json, sys, time
times = itertools.cycle([0.0, 4_102_444_800.0, -1.0, 1_800_000_000.0])
time.time = lambda: next(times)
time.time_ns = lambda: int(next(times) * 1e9)
from removebg.handler import handler
event = json.load(sys.stdin)
print(json.dumps([handler(event, None)["body"] for _ in range(3)]))
"""


def test_a_clock_that_jumps_changes_no_answer(right_body: Any) -> None:
    command = [sys.executable, "-c", JUMPING_CLOCK]
    run = subprocess.run(
        command, input=json.dumps(EVENT), capture_output=True, text=True, check=True, env=environment()
    )
    assert json.loads(run.stdout) == [right_body] * 3
    SURVIVED["clock jumps"] += 1


def test_a_caller_who_leaves_before_the_answer_holds_nobody_up() -> None:
    with serve_locally() as address:
        host, port = address.removeprefix("http://").split(":")
        with httpx.Client(base_url=address, timeout=60) as client:
            files = {"image_file": PICTURE}
            before = client.post("/v1.0/removebg", files=files)
            for part in (b"POST /v1.0/removebg HTTP/1.1\r\n", request_bytes(client)):
                with socket.create_connection((host, int(port))) as leaving:
                    leaving.sendall(part)
                    time.sleep(0.05)
            after = client.post("/v1.0/removebg", files=files)
    assert (before.status_code, after.status_code) == (200, 200)
    assert before.content == after.content
    SURVIVED["caller gone before the answer"] += 1


def request_bytes(client: httpx.Client) -> bytes:
    """Write out a whole request, as it goes over the wire."""
    request = client.build_request("POST", "/v1.0/removebg", files={"image_file": PICTURE})
    head = "".join(f"{name}: {value}\r\n" for name, value in request.headers.items())
    return f"POST /v1.0/removebg HTTP/1.1\r\n{head}\r\n".encode() + request.read()
