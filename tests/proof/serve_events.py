"""A process that runs the function as Lambda's Python runtime does: logging set up before it, exceptions printed whole.

It reads events from its standard input, each after its length, and writes an answer a line to the file descriptor that
it is given.
"""

import json
import logging
import os
import sys
import traceback
from collections.abc import Callable
from contextlib import ExitStack
from io import FileIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

SERVING = Path("/fix-shots-is-serving")
"""No such file: asking for it marks, in a record of system calls, where start-up ends."""

LENGTH_DIGITS = 12
"""Of an event's length in bytes, written before it."""

CRASHES = {"RuntimeError": RuntimeError, "MemoryError": MemoryError}


def run(handler: Any, event: dict[str, Any], change: dict[str, Any] | None) -> dict[str, Any] | None:
    """Answer one event.

    Parameters
    ----------
    handler : the function
    event : handed to it
    change : what is changed meanwhile: `where`, and either the `value` that it has or the `kind` and `text` of the
        exception that it raises; None to let all work
    """
    with ExitStack() as stack:
        if change and "value" in change:
            stack.enter_context(patch(change["where"], change["value"]))
        elif change:
            stack.enter_context(patch(change["where"], crashing(CRASHES[change["kind"]], change["text"])))
        try:
            answer: dict[str, Any] = handler(event, None)
        except Exception:
            # As awslambdaric's bootstrap.py: type, text and stack, to the log.
            print(f"[ERROR] {traceback.format_exc()}", flush=True)
            return None
        return answer


def crashing(kind: type[Exception], text: str) -> Callable[..., object]:
    """Make what raises it; no mock of unittest's, which would keep all that it is called with."""

    def crash(*_: object, **__: object) -> object:
        raise kind(text)

    return crash


def main() -> None:
    """Serve until the standard input ends."""
    # Lambda sets INFO for a function that logs JSON; an operator may choose DEBUG.
    logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format="[%(levelname)s] %(message)s")
    from removebg.handler import handler

    SERVING.exists()
    with os.fdopen(int(sys.argv[1]), "w") as answers, FileIO(0, closefd=False) as events:
        print("{}", file=answers, flush=True)
        while text := receive(events):
            asked = json.loads(text)
            answer = run(handler, asked["event"], asked["change"])
            answers.write(json.dumps(answer) + "\n")
            answers.flush()
            del asked, answer, text


def receive(events: FileIO) -> bytearray:
    """Read one event; empty at the end. Without a buffer between, which would keep parts of older ones."""
    length = int(events.read(LENGTH_DIGITS) or b"0")
    text = bytearray(length)
    at = 0
    with memoryview(text) as room:
        while at < length:
            at += events.readinto(room[at:])
    return text


if __name__ == "__main__":
    main()
