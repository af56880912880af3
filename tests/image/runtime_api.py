"""AWS Lambda's Runtime API, as a server that a runtime asks for events and answers.

Its paths: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
"""

import json
import queue
import sys
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

from removebg.limits import LAMBDA_PAYLOAD_BYTES

RUNTIME = "/2018-06-01/runtime"
ADDRESS = "127.0.0.1"


class EventTooLarge(Exception):
    """An event that Lambda would not take."""


class Outcome(NamedTuple):
    """What a runtime made of an event.

    Parameters
    ----------
    kind : ``response``, ``error`` of the function, ``too_large`` or ``init_error``
    payload : what the runtime sent, decoded; of a response that is too large, its size in bytes
    """

    kind: str
    payload: Any


class RuntimeApi:
    """One runtime's events and their outcomes; a runtime that is started again gets another."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        """Set when the runtime asks for its first event: it is initialised."""
        self._events: queue.Queue[tuple[bytes, float]] = queue.Queue()
        self._outcomes: queue.Queue[Outcome] = queue.Queue()
        api = self

        class Handler(RuntimeApiHandler):
            runtime_api = api

        self._server = Server((ADDRESS, 0), Handler)
        self.address = f"{ADDRESS}:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()

    def send(self, event: dict[str, Any], timeout_seconds: float) -> None:
        """Queue an event.

        Raises
        ------
        EventTooLarge
            When it is larger than Lambda takes.
        """
        body = json.dumps(event).encode()
        if len(body) > LAMBDA_PAYLOAD_BYTES:
            raise EventTooLarge(f"the event has {len(body)} bytes, Lambda takes {LAMBDA_PAYLOAD_BYTES}")
        self._events.put((body, timeout_seconds))

    def next_event(self) -> tuple[bytes, float]:
        """Wait for an event, as the runtime does; gives the seconds that it may take, too."""
        self.asked.set()
        return self._events.get()

    def end(self, outcome: Outcome) -> None:
        """Note how the event ended."""
        self._outcomes.put(outcome)

    def outcome(self, wait_seconds: float) -> Outcome | None:
        """Wait a while for the outcome."""
        try:
            return self._outcomes.get(timeout=wait_seconds)
        except queue.Empty:
            return None


class Server(ThreadingHTTPServer):
    """Serves each connection on a thread of its own; a runtime that was killed breaks its connection, as it may."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell of everything else."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class RuntimeApiHandler(BaseHTTPRequestHandler):
    """The HTTP side."""

    protocol_version = "HTTP/1.1"
    runtime_api: RuntimeApi

    def do_GET(self) -> None:
        """Give the next event, whenever it comes."""
        if self.path != f"{RUNTIME}/invocation/next":
            self._reply(404, b"{}")
            return
        event, timeout_seconds = self.runtime_api.next_event()
        headers = {
            "Aws-Request-Id": str(uuid.uuid4()),
            "Deadline-Ms": str(round((time.time() + timeout_seconds) * 1000)),
            "Invoked-Function-Arn": "arn:aws:lambda:us-east-1:123456789012:function:fix-shots",
            "Trace-Id": "Root=1-00000000-000000000000000000000000;Sampled=0",
        }
        self._reply(200, event, {f"Lambda-Runtime-{name}": headers[name] for name in headers})

    def do_POST(self) -> None:
        """Take an answer or an error."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        match self.path.removeprefix(RUNTIME).split("/"):
            case ["", "init", "error"]:
                self.runtime_api.end(Outcome("init_error", json.loads(body)))
                self._reply(202, b"{}")
            case ["", "invocation", _, "response"] if len(body) > LAMBDA_PAYLOAD_BYTES:
                self.runtime_api.end(Outcome("too_large", len(body)))
                self._reply(413, b'{"errorType": "RequestEntityTooLarge"}')
            case ["", "invocation", _, "response" | "error" as kind]:
                self.runtime_api.end(Outcome(kind, json.loads(body)))
                self._reply(202, b"{}")
            case _:
                self._reply(404, b"{}")

    def _reply(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""
