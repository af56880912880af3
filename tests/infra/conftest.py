"""A real HTTP server around the local app, for tests of what clients see; and the template, synthesised once."""

import threading
import time
from collections.abc import Callable, Iterator

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette

from infra.local import bind
from tests.infra.assembly import Assembly, Template, synthesise

DOMAIN = "fixshots.example"
ALARM_TOPIC_ARN = "arn:aws:sns:us-east-1:123456789012:alarms"

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


@pytest.fixture(scope="session")
def assembly(tmp_path_factory: pytest.TempPathFactory) -> Assembly:
    """What is deployed without a domain; made once for all tests. Its rules are checked by tests of their own."""
    return synthesise(tmp_path_factory.mktemp("assembly"), validated=False)


@pytest.fixture(scope="session")
def template(assembly: Assembly) -> Template:
    """The template that is deployed without a domain."""
    return assembly.template


@pytest.fixture(scope="session")
def own_domain(tmp_path_factory: pytest.TempPathFactory) -> Assembly:
    """What is deployed with a domain and its certificate, and with a topic of alarms."""
    certificate = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"
    context = (f"domain={DOMAIN}", f"certificate_arn={certificate}", f"alarm_topic_arn={ALARM_TOPIC_ARN}")
    return synthesise(tmp_path_factory.mktemp("own-domain"), *context, validated=False)
