"""A function's process seen from outside: what it answers, says and keeps."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any, Self

from tests.proof.serve_events import LENGTH_DIGITS
from tests.server import ROOT, environment

Event = dict[str, Any]
Answer = dict[str, Any]


class RuntimeEnded(Exception):
    """The process ended without an answer; holds what it said."""


class Runtime:
    """One process that serves events, one after the other.

    Parameters
    ----------
    folder : where what it says is kept
    before : a command that runs it, such as strace and its options
    variables : of its environment, in addition to ours
    """

    def __init__(self, folder: Path, before: Sequence[str] = (), variables: dict[str, str] | None = None) -> None:
        self._log = folder / "said.txt"
        receiving, sending = os.pipe()
        command = [*before, sys.executable, "-m", "tests.proof.serve_events", str(sending)]
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**environment(), **(variables or {})},
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                pass_fds=[sending],
            )
        os.close(sending)
        self._answers: IO[str] = os.fdopen(receiving)
        self._next()
        self._started_with = len(self._log.read_bytes())

    def invoke(self, event: Event, change: dict[str, Any] | None = None) -> Answer | None:
        """Hand it an event; gives the answer, None when an exception came out of the function instead.

        Parameters
        ----------
        event : for the handler
        change : as in serve_events.run
        """
        assert self._process.stdin
        text = json.dumps({"event": event, "change": change}).encode()
        self._process.stdin.write(f"{len(text):0{LENGTH_DIGITS}}".encode() + text)
        self._process.stdin.flush()
        return self._next()

    @property
    def pid(self) -> int:
        """The process; of a command before it, that."""
        return self._process.pid

    @property
    def said(self) -> str:
        """All that it has written to its standard output and error since it serves."""
        return self._log.read_bytes()[self._started_with :].decode(errors="replace")

    def _next(self) -> Answer | None:
        line = self._answers.readline()
        if not line:
            raise RuntimeEnded(f"{self._process.wait()}: {self._log.read_text(errors='replace')}")
        answer: Answer | None = json.loads(line)
        return answer

    def stop(self) -> None:
        """Let it end by itself."""
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(60)
        self._answers.close()

    def __enter__(self) -> Self:
        """Serve."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop."""
        self.stop()
