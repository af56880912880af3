"""A photo in, a cutout out: the whole way through a real browser, the real function and the real model."""

import io
import re
from pathlib import Path

import httpx
import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page, Route, expect

from tests.e2e.conftest import ROOT, Watch
from tests.e2e.editor import await_cutout, export
from tests.photos import encoded, photo

TWELVE_MEGAPIXELS = (4000, 3000)


@pytest.fixture(scope="module")
def large_photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A 12-megapixel JPEG as a phone makes it: stored sideways, with EXIF that says so and tells a secret."""
    upright = photo("coffee").resize(TWELVE_MEGAPIXELS, Image.Resampling.BICUBIC)
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "a secret of the photographer's"
    path = tmp_path_factory.mktemp("photos") / "my coffee.jpg"
    path.write_bytes(encoded(upright.rotate(90, expand=True), exif=exif, quality=92))
    return path


def drop(page: Page, path: Path) -> None:
    """Drop a file on the page as a mouse would."""
    data = page.evaluate_handle(
        """async ([bytes, name]) => {
            const data = new DataTransfer();
            data.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' }));
            return data;
        }""",
        [list(path.read_bytes()), path.name],
    )
    for event in ("dragenter", "dragover", "drop"):
        page.locator("#board").dispatch_event(event, {"dataTransfer": data})


def export_picture(page: Page) -> tuple[str, Image.Image]:
    """Export the cutout as a PNG; gives its file name and the picture."""
    name, data = export(page)
    image = Image.open(io.BytesIO(data))
    image.load()
    assert b"secret" not in data
    return name, image


def test_a_dropped_12_megapixel_photo_is_downloaded_as_a_full_size_cutout(
    front: Page, large_photo: Path, base_url: str
) -> None:
    drop(front, large_photo)
    await_cutout(front)
    name, cutout = export_picture(front)
    assert name == "my coffee-cutout.png"
    assert (cutout.format, cutout.mode, cutout.size) == ("PNG", "RGBA", TWELVE_MEGAPIXELS)
    assert not cutout.info.get("exif")

    pixels = np.asarray(cutout)
    original = np.asarray(Image.open(large_photo).transpose(Image.Transpose.ROTATE_270)).astype(int)
    alpha = pixels[..., 3]
    # The subject's pixels are the original's; two JPEG decoders may differ by a rounding.
    whole = alpha == 255
    difference = np.abs(pixels[whole][:, :3].astype(int) - original[whole])
    assert difference.mean() < 0.5
    assert difference.max() <= 6
    # Nothing of the background is left under it.
    assert not pixels[alpha == 0].any()
    assert 0.2 < whole.mean() < 0.8

    # The matte is the function's own, brought to full size.
    small = Image.open(large_photo).transpose(Image.Transpose.ROTATE_270).resize((1024, 768))
    answer = httpx.post(
        f"{base_url}/v1.0/removebg",
        files={"image_file": encoded(small)},
        data={"channels": "alpha", "size": "full"},
        timeout=60,
    )
    expected = np.asarray(Image.open(io.BytesIO(answer.content)).resize(TWELVE_MEGAPIXELS)).astype(int)
    assert np.abs(alpha.astype(int) - expected).mean() < 2


def test_only_a_small_copy_without_name_or_metadata_leaves_the_browser(front: Page, large_photo: Path) -> None:
    bodies: list[bytes] = []

    def read(route: Route) -> None:
        bodies.append(route.request.post_data_buffer or b"")
        route.continue_()

    front.route("**/v1.0/**", read)
    drop(front, large_photo)
    await_cutout(front)
    (body,) = bodies
    assert b"secret" not in body
    assert b"my coffee" not in body
    picture = Image.open(io.BytesIO(body[body.index(b"\xff\xd8\xff") :]))
    assert picture.size == (1024, 768)
    assert not picture.getexif()
    assert len(body) < 500_000


@pytest.mark.parametrize("name", ["a cup of coffee", "a cat", "an astronaut"])
def test_a_sample_photo_is_one_click(front: Page, name: str) -> None:
    front.get_by_role("button", name=f"Sample: {name}").click()
    await_cutout(front)


def test_a_photo_can_be_picked(front: Page, large_photo: Path) -> None:
    with front.expect_file_chooser() as chooser:
        front.get_by_role("button", name="Choose a photo").click()
    chooser.value.set_files(large_photo)
    await_cutout(front)


def test_a_photo_can_be_pasted(front: Page) -> None:
    picture = list(encoded(photo("chelsea"), "PNG"))
    front.evaluate(
        """(bytes) => {
            const data = new DataTransfer();
            data.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }));
            document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
        }""",
        picture,
    )
    await_cutout(front)


def test_the_slider_compares_by_keyboard(front: Page) -> None:
    front.get_by_role("button", name="Sample: a cat").click()
    slider = front.get_by_role("slider", name="Compare before and after")
    expect(slider).to_be_visible(timeout=60_000)
    slider.focus()
    slider.press("Home")
    assert slider.input_value() == "0"
    before = front.locator("#stage").screenshot()
    slider.press("End")
    assert slider.input_value() == "100"
    assert front.locator("#stage").screenshot() != before
    slider.press("ArrowLeft")
    assert slider.input_value() == "99"


def test_a_transparent_photo_keeps_its_transparency(front: Page, tmp_path: Path) -> None:
    picture = photo("coffee")
    own = Image.new("L", picture.size, 255)
    own.paste(0, (0, 0, 200, 400))
    picture.putalpha(own)
    path = tmp_path / "half.png"
    path.write_bytes(encoded(picture, "PNG"))
    front.locator("#photo-file").set_input_files(path)
    await_cutout(front)
    _, cutout = export_picture(front)
    pixels = np.asarray(cutout)
    assert not pixels[:, :199].any()
    assert (pixels[:, 200:, 3] >= 254).mean() > 0.2


def test_cancel_ends_the_request_and_the_next_photo_works(front: Page) -> None:
    # A request that never ends: whatever happens now is the page's doing.
    front.route("**/v1.0/removebg", lambda _route: None)
    with front.expect_request("**/v1.0/removebg"):
        front.get_by_role("button", name="Sample: a cat").click()
    with front.expect_event("requestfailed"):
        front.get_by_role("button", name="Cancel").click()
    expect(front.get_by_role("status")).to_contain_text(re.compile("cancel", re.IGNORECASE))
    expect(front.get_by_role("button", name="Choose a photo")).to_be_visible()
    front.unroute("**/v1.0/removebg")
    front.get_by_role("button", name="Sample: a cat").click()
    await_cutout(front)


FAILURES = {
    "unknown_foreground": (400, "subject"),
    "result_too_large": (413, "large"),
    "internal_error": (500, "again"),
    "a_code_of_the_future": (400, "What the server says."),
}


@pytest.mark.parametrize("code", FAILURES)
def test_a_failure_says_what_happened_and_the_next_photo_works(page: Page, base_url: str, code: str) -> None:
    watch = Watch(page)
    status, word = FAILURES[code]
    page.goto("/")
    error = {"title": "T", "code": code, "detail": "What the server says."}
    page.route("**/v1.0/removebg", lambda route: route.fulfill(status=status, json={"errors": [error]}))
    page.get_by_role("button", name="Sample: a cat").click()
    expect(page.get_by_role("alert")).to_contain_text(re.compile(word, re.IGNORECASE))
    page.unroute("**/v1.0/removebg")
    page.locator("#photo-file").set_input_files(ROOT / "static_site" / "samples" / "chelsea.jpg")
    await_cutout(page)
    expect(page.get_by_role("alert")).to_be_hidden()
    assert watch.foreign(base_url) == []
    # The browser itself reports the answer's status; nothing else may be wrong.
    assert all("Failed to load resource" in complaint for complaint in watch.complaints)


def test_a_server_that_wakes_up_is_asked_once_more(page: Page) -> None:
    asked: list[str] = []

    def wake(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) == 1:
            error = {"errors": [{"title": "Waking up", "code": "warming_up"}]}
            route.fulfill(status=503, headers={"Retry-After": "1"}, json=error)
        else:
            route.continue_()

    page.goto("/")
    page.route("**/v1.0/removebg", wake)
    page.get_by_role("button", name="Sample: a cat").click()
    expect(page.get_by_role("status")).to_contain_text(re.compile("waking up", re.IGNORECASE))
    await_cutout(page)
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("name", "data"),
    [("notes.txt", b"hello"), ("broken.jpg", b"\xff\xd8\xff\xe0 no more"), ("empty.png", b"")],
)
def test_a_file_that_is_no_photo_is_refused_in_words_and_never_sent(
    front: Page, watch: Watch, tmp_path: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    front.locator("#photo-file").set_input_files(path)
    expect(front.get_by_role("alert")).to_be_visible()
    assert not [address for address in watch.addresses if "/v1.0/" in address]
    front.get_by_role("button", name="Sample: a cat").click()
    await_cutout(front)


def test_a_missing_network_is_said(page: Page) -> None:
    page.goto("/")
    page.route("**/v1.0/removebg", lambda route: route.abort("internetdisconnected"))
    page.get_by_role("button", name="Sample: a cat").click()
    expect(page.get_by_role("alert")).to_contain_text(re.compile("connect|reach|network", re.IGNORECASE))
