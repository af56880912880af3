"""A real HTTP server around the local app, for tests of what clients see."""

import threading
import time
from collections.abc import Callable, Iterator

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette

from infra.local import bind

Serve = Callable[[Starlette], httpx.Client]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Serve an app on a free port; gives a client for it. All stop when the test ends."""
    running: list[tuple[uvicorn.Server, threading.Thread, httpx.Client]] = []

    def start(app: Starlette) -> httpx.Client:
        listener = bind(0)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        client = httpx.Client(base_url=f"http://127.0.0.1:{listener.getsockname()[1]}", timeout=30)
        running.append((server, thread, client))
        while not server.started:
            time.sleep(0.01)
        return client

    yield start
    for server, thread, client in running:
        client.close()
        server.should_exit = True
        thread.join()
