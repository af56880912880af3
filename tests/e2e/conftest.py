"""The site and the real function on one machine, and a browser that reports all that it asks for and complains of."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page

from tests.e2e.browser import BrowserMissing, find
from tests.server import ROOT as ROOT

QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Chromium asks its makers' hosts for this and that on its own; a test of privacy wants it silent."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the browser that `make browser` found; a missing one is a failure, never a skip."""
    path = find()
    if path is None:
        raise BrowserMissing("run `make browser`")
    return {**browser_type_launch_args, "executable_path": path, "chromium_sandbox": False, "args": list(QUIET)}


@pytest.fixture(scope="session")
def base_url(server_url: str) -> str:
    """Where the browser's pages are."""
    return server_url


REFUSED = "refused by the content policy"

REPORT_REFUSALS = f"""addEventListener('securitypolicyviolation', ({{ effectiveDirective, blockedURI, sample }}) =>
    console.error('{REFUSED}:', effectiveDirective, blockedURI, sample));"""
"""Chromium words each directive's refusal in its own way, and Trusted Types' in another."""


class Watch:
    """All that a page asked for and complained of."""

    def __init__(self, page: Page) -> None:
        self.addresses: list[str] = []
        self.complaints: list[str] = []
        page.add_init_script(REPORT_REFUSALS)
        page.on("request", lambda request: self.addresses.append(request.url))
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    @property
    def violations(self) -> list[str]:
        """What the content policy, Trusted Types among it, has refused."""
        # What a worker tries is not told to the page; there Chromium's own words have to do.
        return [text for text in self.complaints if REFUSED in text or "Content Security Policy" in text]

    def foreign(self, base_url: str) -> list[str]:
        """Give the addresses that are not of this site; blob: and data: never leave the browser."""
        own = urlsplit(base_url).netloc
        return [
            address
            for address in self.addresses
            if urlsplit(address).scheme not in ("blob", "data") and urlsplit(address).netloc != own
        ]


@pytest.fixture
def watched(context: BrowserContext) -> Iterator[tuple[Page, Watch]]:
    """A tab, watched; whatever a test is about, its page may try nothing that the content policy refuses."""
    page = context.new_page()
    watching = Watch(page)
    yield page, watching
    assert watching.violations == []


@pytest.fixture
def page(watched: tuple[Page, Watch]) -> Page:
    """The tab."""
    return watched[0]


@pytest.fixture
def watch(watched: tuple[Page, Watch], base_url: str) -> Iterator[Watch]:
    """Its watch; in a test that asks for it no foreign request and no complaint may come up."""
    _, watching = watched
    yield watching
    assert watching.foreign(base_url) == []
    assert watching.complaints == []


@pytest.fixture
def front(page: Page, watch: Watch) -> Page:
    """The front page, loaded."""
    page.goto("/")
    return page
