"""A browser that has never been here visits a site without an API; both keep what was asked for."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from infra import local
from infra.config import SITE_FOLDER
from infra.local import LocalLambda, create_server
from tests.e2e.conftest import Watch
from tests.server import serve_app


class Recorder:
    """Stands before the site, and keeps what every request asked for and how many bytes it brought."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self.requests: list[tuple[str, str, int]] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count a request's bytes, then pass it on."""
        messages: list[Message] = [await receive()]
        while messages[-1].get("more_body"):
            messages.append(await receive())
        brought = sum(len(message.get("body", b"")) for message in messages)
        query = f"?{scope['query_string'].decode()}" if scope["query_string"] else ""
        self.requests.append((scope["method"], scope["path"] + query, brought))

        async def replay() -> Message:
            return messages.pop(0) if messages else await receive()

        await self._app(scope, replay, send)

    def downloads(self, ending: str) -> int:
        """How often a file with that ending was asked for."""
        return sum(path.endswith(ending) for _, path, _ in self.requests)


class Visit:
    """A browser that has never been here, and a site without an API that it can visit."""

    def __init__(self, browser: Browser, site: Path = SITE_FOLDER) -> None:
        self._stack = ExitStack()
        self.asked: list[Request] = []
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(local, "SITE_FOLDER", site)
            self.site = Recorder(create_server(LocalLambda(no_function)))
        self.url = self._stack.enter_context(serve_app(self.site))
        self.context: BrowserContext = browser.new_context(base_url=self.url)
        self.context.on("request", lambda request: self.asked.append(request))
        self.context.route("**/v1.0/**", lambda route: route.abort())
        self._watches: list[Watch] = []
        self.page = self.open()

    def open(self) -> Page:
        """Open the front page in a new tab."""
        page = self.context.new_page()
        self.watch = Watch(page)
        self._watches.append(self.watch)
        page.goto(self.url)
        return page

    def lose_the_network(self) -> None:
        """Stop the site, for good, and tell the browser that it is offline."""
        self._stack.close()
        self.context.set_offline(True)

    def close(self) -> None:
        """Leave."""
        self.context.close()
        self._stack.close()
        assert [watch.violations for watch in self._watches] == [[]] * len(self._watches)


def no_function() -> Any:
    raise AssertionError("the function was started")
