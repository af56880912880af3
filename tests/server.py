"""Real HTTP servers on free ports: what `make dev` runs, as a process of its own, or any app on a thread."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from infra.local import bind

ROOT = Path(__file__).parents[1]

PYTHON_PATH = f"{ROOT / 'functions'}:{ROOT}"
"""Where a Python of its own finds our packages."""


def environment() -> dict[str, str]:
    """Give this process's environment, for a Python of its own."""
    return {**os.environ, "PYTHONPATH": PYTHON_PATH}


@contextmanager
def serve_locally() -> Iterator[str]:
    """Serve site and function; gives the address, and stops when the block ends."""
    command = [sys.executable, "-m", "infra.local", "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            line = next((line for line in server.stdout if "http://" in line), None)
            assert line, "the local server did not start; what it said stands above"
            yield line.split()[-1]
        finally:
            server.terminate()
            server.communicate()


@contextmanager
def serve_app(app: ASGIApp) -> Iterator[str]:
    """Serve an app on a thread; gives the address, and stops when the block ends."""
    listener = bind(0)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, args=([listener],))
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
