"""What the pages promise and do: no third party, no trace on the device, room on any screen."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.conftest import ROOT, Watch
from tests.e2e.editor import await_cutout
from tests.e2e.states import PAGES


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_no_other_origin_and_leaves_nothing_on_the_device(page: Page, watch: Watch, path: str) -> None:
    page.goto(path, wait_until="networkidle")
    assert watch.addresses
    assert page.context.cookies() == []
    kept = page.evaluate(
        "async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]"
    )
    assert kept == [0, 0, 0]


def test_a_cutout_leaves_nothing_on_the_device(front: Page) -> None:
    front.get_by_role("button", name="Sample: a cat").click()
    await_cutout(front)
    kept = front.evaluate(
        "async () => [document.cookie, localStorage.length, sessionStorage.length, (await caches.keys()).length]"
    )
    assert kept == ["", 0, 0, 0]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [360, 768, 1440])
def test_a_page_fits_the_screens_width(page: Page, watch: Watch, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_a_page_leads_somewhere(page: Page, watch: Watch, path: str) -> None:
    page.goto(path)
    addresses = page.locator("a[href]").evaluate_all("links => links.map(link => link.href)")
    assert addresses
    for address in {address.partition("#")[0] for address in addresses}:
        if address.startswith(page.url.rpartition("/")[0]):
            assert page.request.get(address).ok, address


@pytest.mark.parametrize("path", PAGES)
def test_the_footer_lists_the_operators_channels_and_none_that_are_not_https(
    page: Page, watch: Watch, path: str
) -> None:
    channels = [
        {"name": "Mastodon", "url": "https://social.example/@fixshots", "icon": "mastodon"},
        {"name": "Evil", "url": "javascript:alert(1)", "icon": "x"},
    ]
    page.route("**/site.json", lambda route: answer(route, {"social": channels}))
    page.goto(path)
    link = page.get_by_role("contentinfo").get_by_role("link", name="Mastodon")
    expect(link).to_have_attribute("href", "https://social.example/@fixshots")
    expect(page.get_by_role("link", name="Evil")).to_have_count(0)


@pytest.mark.parametrize("path", PAGES)
def test_the_footer_shows_no_channels_while_there_are_none(page: Page, watch: Watch, path: str) -> None:
    page.route("**/site.json", lambda route: answer(route, {"social": []}))
    page.goto(path, wait_until="networkidle")
    expect(page.locator("#social")).to_be_hidden()


def answer(route: Route, site: object) -> None:
    route.fulfill(body=json.dumps(site), content_type="application/json")


PROMISES = {
    "about.html": ["ISNet General Use", "rembg", "onnxruntime", "FastAPI", "Canvas", "account"],
    "privacy.html": [
        "May 19, 2026",
        "Last updated",
        "Font Awesome",
        "1024",
        "GDPR",
        "legitimate interest",
        "access",
        "rectification",
        "erasure",
        "TLS",
        "as is",
        "consequential",
        "backups",
        "cookies",
        "analytics",
        "host them ourselves",
        "anonymous",
        "social",
        "e-mail",
    ],
}


@pytest.mark.parametrize("name", PROMISES)
def test_a_policy_page_holds_every_fact_that_it_owes(name: str) -> None:
    text = " ".join((ROOT / "static_site" / name).read_text().split())
    assert [fact for fact in PROMISES[name] if fact.lower() not in text.lower()] == []
    assert "Flask" not in text


def test_the_published_files_name_no_other_host() -> None:
    allowed = ("http://www.w3.org/",)
    # Where each shop's rule was read: links that a reader may follow.
    sources = ROOT / "static_site" / "js" / "document" / "presets.js"
    for path in Path(ROOT / "static_site").rglob("*"):
        if path.suffix in (".js", ".css") and path != sources:
            lines = [line for line in path.read_text().splitlines() if "http://" in line or "https://" in line]
            foreign = [line for line in lines if not any(host in line for host in allowed) and not is_comment(line)]
            assert foreign == [], path


def is_comment(line: str) -> bool:
    return line.strip().startswith(("//", "*", "/*"))
