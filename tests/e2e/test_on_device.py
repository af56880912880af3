"""Matting on the device: a photo in, a cutout out, and nothing of it leaves the browser, with a network or without."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

from infra import offline
from infra.config import SITE_FOLDER
from tests.e2e.conftest import Watch
from tests.e2e.editor import Pixels, await_cutout, export_pixels
from tests.e2e.visit import Visit
from tests.photos import NAMES, encoded, photo

PATIENCE_MS = 120_000
"""One thread on a busy machine takes tens of seconds."""

KEPT = """async () => [
    (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length,
    document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]"""


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Visit the site as somebody new."""
    with ExitStack() as visits:

        def start(site: Path = SITE_FOLDER) -> Visit:
            made = Visit(browser, site)
            visits.callback(made.close)
            return made

        yield start


@pytest.fixture
def my_photo(tmp_path: Path) -> Path:
    path = tmp_path / "my cat.jpg"
    path.write_bytes(encoded(photo("chelsea").resize((902, 600))))
    return path


def choose_this_device(page: Page) -> None:
    page.get_by_role("radio", name="On this device").check()


def cut_out(page: Page, path: Path) -> None:
    page.locator("#photo-file").set_input_files(path)
    page.locator("[data-busy]").wait_for()
    page.locator("[data-busy]").wait_for(state="detached", timeout=PATIENCE_MS)
    expect(page.get_by_role("alert")).to_be_hidden()


def alpha_of_export(page: Page) -> Pixels:
    return export_pixels(page)[..., 3]


def assert_is_a_subject(alpha: Pixels) -> None:
    assert 0.2 < (alpha >= 128).mean() < 0.9
    assert (alpha == 0).mean() > 0.1


def assert_nothing_was_sent(visit: Visit) -> None:
    assert visit.site.requests
    for method, path, brought in visit.site.requests:
        assert (method, brought) == ("GET", 0), path
        assert "v1.0" not in path
        assert "?" not in path or path.startswith("/service-worker.js?version="), path
    for request in visit.asked:
        assert request.method == "GET"
        assert request.post_data_buffer is None
        assert request.url.startswith((visit.url, "blob:")), request.url


@pytest.mark.timeout(600)
def test_a_photo_is_cut_out_with_the_api_blocked_and_not_a_byte_is_sent_and_again_without_a_network(
    visit: Callable[..., Visit], my_photo: Path
) -> None:
    first = visit()
    choose_this_device(first.page)
    cut_out(first.page, my_photo)
    alpha = alpha_of_export(first.page)
    assert alpha.shape == (600, 902)
    assert_is_a_subject(alpha)
    assert_nothing_was_sent(first)
    assert first.site.downloads(".onnx") == 1
    assert first.watch.complaints == []

    first.page.evaluate("async () => { await navigator.serviceWorker.ready }")
    first.lose_the_network()
    page = first.open()
    expect(page.get_by_role("radio", name="On this device")).to_be_checked()
    assert page.evaluate("crossOriginIsolated"), "threads need it, without a network too"
    cut_out(page, my_photo)
    assert np.array_equal(alpha_of_export(page), alpha)
    assert_nothing_was_sent(first)
    assert first.watch.complaints == []
    page.goto(f"{first.url}/privacy.html")
    expect(page.get_by_role("heading", name="Privacy policy")).to_be_visible()


@pytest.mark.timeout(600)
def test_a_damaged_model_is_noticed_deleted_and_fetched_again_and_the_button_deletes_everything(
    visit: Callable[..., Visit], my_photo: Path
) -> None:
    first = visit()
    page = first.page
    choose_this_device(page)
    cut_out(page, my_photo)
    damage = """async () => {
        const cache = await caches.open('fix-shots-on-device');
        const [request] = (await cache.keys()).filter(({ url }) => url.endsWith('.onnx'));
        const bytes = new Uint8Array(await (await cache.match(request)).arrayBuffer());
        bytes[1_000_000] ^= 1;
        await cache.put(request, new Response(bytes));
    }"""
    page.evaluate(damage)
    cut_out(page, my_photo)
    assert first.site.downloads(".onnx") == 2
    assert_is_a_subject(alpha_of_export(page))
    cut_out(page, my_photo)
    assert first.site.downloads(".onnx") == 2, "the new one is intact, and kept"

    assert page.evaluate(KEPT)[:2] == [2, 1]
    page.goto(first.url)
    page.get_by_role("button", name="Delete the model").click()
    expect(page.get_by_role("button", name="Delete the model")).to_be_hidden()
    expect(page.get_by_role("radio", name="On our server")).to_be_checked()
    assert page.evaluate(KEPT) == [0, 0, "", 0, 0, 0]


@pytest.mark.timeout(600)
def test_both_engines_give_the_same_matte(page: Page, watch: Watch, tmp_path: Path) -> None:
    for name in NAMES:
        path = tmp_path / f"{name}.png"
        path.write_bytes(encoded(photo(name), "PNG"))
        page.goto("/")
        page.get_by_role("radio", name="On our server").check()
        cut_out(page, path)
        by_function = alpha_of_export(page)
        page.goto("/")
        choose_this_device(page)
        cut_out(page, path)
        on_device = alpha_of_export(page)
        assert_is_a_subject(on_device)
        assert np.abs(on_device.astype(int) - by_function).mean() < 1, name
        expect(page.locator("#engine-seconds")).to_contain_text(re.compile(r"^\d+(\.\d)? s on this device$"))


def test_nothing_of_the_engine_on_the_device_is_loaded_before_it_is_chosen(page: Page, watch: Watch) -> None:
    page.goto("/", wait_until="networkidle")
    page.get_by_role("button", name="Sample: a cat").click()
    await_cutout(page)
    late = ("vendor/ort", ".onnx", "on-device.js", "-worker.js?", "on-device-worker", "site-files", "filters/lanczos")
    assert [address for address in watch.addresses if any(name in address for name in late)] == []
    assert page.evaluate(KEPT) == [0, 0, "", 0, 0, 0]


@pytest.mark.parametrize(
    ("lack", "word"),
    [("Navigator.prototype.__defineGetter__('deviceMemory', () => 1)", "memory"), ("delete WebAssembly", "too old")],
)
def test_a_device_that_cannot_do_it_is_told_so_and_uses_the_server(
    page: Page, watch: Watch, lack: str, word: str
) -> None:
    page.add_init_script(lack)
    page.goto("/")
    expect(page.get_by_role("radio", name="On this device")).to_be_disabled()
    expect(page.locator("#engine")).to_contain_text(word)
    page.get_by_role("button", name="Sample: a cat").click()
    await_cutout(page)


def test_a_device_that_runs_out_of_memory_says_so_tries_no_more_and_sends_nothing(
    visit: Callable[..., Visit], my_photo: Path
) -> None:
    first = visit()
    source = "export default () => { throw new RangeError('Out of memory') }"
    first.context.route(
        "**/vendor/ort-wasm*.mjs", lambda route: route.fulfill(body=source, content_type="text/javascript")
    )
    choose_this_device(first.page)
    first.page.locator("#photo-file").set_input_files(my_photo)
    expect(first.page.get_by_role("alert")).to_contain_text("memory", timeout=PATIENCE_MS)
    expect(first.page.get_by_role("radio", name="On our server")).to_be_checked()
    expect(first.page.get_by_role("radio", name="On this device")).to_be_disabled()
    assert_nothing_was_sent(first)


def test_a_graphics_processor_that_is_not_there_is_said_and_nothing_is_loaded_for_it(
    visit: Callable[..., Visit],
) -> None:
    first = visit()
    choose_this_device(first.page)
    box = first.page.get_by_role("checkbox", name="graphics processor")
    # Not `check()`: that wants the box to stay ticked.
    box.click()
    expect(first.page.locator("#engine")).to_contain_text("no graphics processor to offer")
    expect(box).to_be_disabled()
    expect(box).not_to_be_checked()
    assert first.site.downloads(".gz") == 0


def test_a_deployment_is_seen_at_once_and_replaces_what_was_kept(visit: Callable[..., Visit], tmp_path: Path) -> None:
    site = tmp_path / "site"
    for path in SITE_FOLDER.rglob("*"):
        if path.is_file() and path.suffix not in (".onnx", ".gz"):
            copy = site / path.relative_to(SITE_FOLDER)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    first = visit(site)
    # As after a first photo on this device; what the model is made of does not matter here.
    first.page.evaluate("async () => (await caches.open('fix-shots-on-device')).put('/m.onnx', new Response('m'))")
    first.page.reload()
    expect(first.page.get_by_role("radio", name="On this device")).to_be_checked()
    kept_versions = "async () => (await caches.keys()).filter((name) => name.startsWith('fix-shots-site-')).join()"
    ready = "async () => (await navigator.serviceWorker.ready).active.scriptURL.split('=')[1]"
    before = offline.list_site_files(site)["version"]
    assert first.page.evaluate(ready) == before

    (site / "about.html").write_text((site / "about.html").read_text().replace("<h1>", "<h1>New: "))
    after = offline.list_site_files(site)["version"]
    assert after != before
    first.page.goto(f"{first.url}/about.html")
    expect(first.page.get_by_role("heading", level=1)).to_contain_text("New: ")
    first.page.goto(first.url)
    for _ in range(100):
        if first.page.evaluate(kept_versions) == f"fix-shots-site-{after}":
            break
        first.page.wait_for_timeout(100)
    assert first.page.evaluate(kept_versions) == f"fix-shots-site-{after}"
    first.lose_the_network()
    page = first.open()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="About").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("New: ")
