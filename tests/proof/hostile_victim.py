"""Attacks a process of the function's, and judges what comes back: an answer, a typed refusal, or a fault of ours."""

import base64
import io
import json
import selectors
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from typing import Any

from PIL import Image

from infra.config import FUNCTION_TIMEOUT_SECONDS
from removebg.errors import FixShotsError
from tests.events import matte_event
from tests.server import PYTHON_PATH, ROOT

CHILD = ("-m", "tests.proof.hostile_child")

MOST_MEGABYTES = 1_500
"""A photo of 50 megapixels takes about 600. Lambda has 3,008, of which the network takes about 500."""

TYPED_CODES = {error.code for error in FixShotsError.__subclasses__() if error.status < 500}


class Fault(AssertionError):
    """The function did what it never may: a 5xx, a hang, a dead process, too much memory, a wrong answer."""


class Victim:
    """One process of the function's; after a fault the next event gets a new one."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def ask(self, event: dict[str, Any]) -> str:
        """Send an event; gives the error's code, or ``answered``.

        Raises
        ------
        Fault
            When the outcome is neither.
        """
        process = self._running()
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps(event) + "\n")
        process.stdin.flush()
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            if not selector.select(FUNCTION_TIMEOUT_SECONDS):
                self.stop()
                raise Fault(f"no answer within {FUNCTION_TIMEOUT_SECONDS} s")
        line = process.stdout.readline()
        if not line:
            raise Fault(f"the process died with {process.wait()}")
        status, body, megabytes = json.loads(line)
        if megabytes > MOST_MEGABYTES:
            raise Fault(f"it took {megabytes} MB")
        return judge(status, body)

    def matte(self, picture: bytes) -> str:
        """Ask for a picture's matte, as the page does."""
        return self.ask(matte_event(picture))

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            command = [sys.executable, *CHILD]
            environment = {"PYTHONPATH": PYTHON_PATH, "PATH": "/usr/bin:/bin"}
            self._process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
        return self._process

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()


def judge(status: int, body: str) -> str:
    """Name an answer's outcome, when it is one of those that may be."""
    if status == 200:
        data = base64.b64decode(body)
        if data.startswith(b"\x89PNG"):
            Image.open(io.BytesIO(data)).load()
        return "answered"
    code = error_code(body)
    if not 400 <= status < 500 or code not in TYPED_CODES:
        raise Fault(f"{status}: {body[:200]}")
    return code


def error_code(body: str) -> str | None:
    """Read the code out of an error's body; None when it has not our shape."""
    try:
        (error,) = json.loads(body)["errors"]
        return str(error["code"])
    except (ValueError, KeyError, TypeError):
        return None


def attack(victim: Victim, pictures: Iterable[tuple[str, bytes]]) -> Counter[str]:
    """Ask for each picture's matte; counts the outcomes.

    Raises
    ------
    Fault
        Naming the picture.
    """
    outcomes: Counter[str] = Counter()
    for name, picture in pictures:
        try:
            outcomes[victim.matte(picture)] += 1
        except Fault as fault:
            raise Fault(f"{name}: {fault}") from None
    return outcomes
