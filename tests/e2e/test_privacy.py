"""Hostile files do nothing to the page, and nothing that came with a photo leaves it but the picture."""

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.conftest import REFUSED, Watch
from tests.e2e.editor import await_cutout, export
from tests.photos import encoded, photo
from tests.proof.marked import MARK, marked_exif, xmp

# Every character of these may be in a file's name, where files may be sent to somebody from anywhere.
HOSTILE_NAMES = [
    "\"><img src=x onerror=document.title='owned'>.jpg",
    "'><svg onload=document.title='owned'>.jpg",
    "<script>document.title='owned'<∕script>.jpg",  # noqa: RUF001 - a slash can't be in a file's name; this looks like one
    "javascript:document.title='owned'.jpg",
    "..\\..\\{{constructor.constructor('document.title=1')()}}%00\N{RIGHT-TO-LEFT OVERRIDE}gpj.exe",
]

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300" onload="document.title='owned'">
<script>document.title='owned'</script><image href="https://elsewhere.example/a.png"/>
<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:document.title='owned'"/>
</foreignObject></svg>"""

TITLE_IS_OURS = "document.title.includes('Fix Shots') && !document.querySelector('main img[src=x], main iframe')"


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_file_with_a_hostile_name_does_nothing(front: Page, watch: Watch, name: str) -> None:
    picture = {"name": name, "mimeType": "image/jpeg", "buffer": encoded(photo("chelsea"))}
    front.locator("#photo-file").set_input_files(picture)  # type: ignore[arg-type]
    await_cutout(front)
    assert front.evaluate(TITLE_IS_OURS)
    saved, data = export(front)
    assert not set('<>:"/\\|?*') & set(saved)
    assert Image.open(io.BytesIO(data)).format == "PNG"
    assert front.evaluate(TITLE_IS_OURS)


@pytest.mark.parametrize(
    ("name", "kind"), [("a.svg", "image/svg+xml"), ("a.jpg", "image/jpeg"), ("a.png", "image/png")]
)
def test_an_svg_runs_nothing_and_asks_for_nothing_whatever_it_is_called(
    front: Page, watch: Watch, name: str, kind: str
) -> None:
    front.locator("#photo-file").set_input_files({"name": name, "mimeType": kind, "buffer": SVG})
    expect(front.get_by_role("alert")).to_be_visible()
    assert front.evaluate(TITLE_IS_OURS)
    assert not [address for address in watch.addresses if "elsewhere" in address or "/v1.0/" in address]


SINKS = {
    "markup": "document.createElement('div').innerHTML = '<b>x</b>'",
    "a script's address": "document.createElement('script').src = 'x.js'",
    "a policy of another name": "trustedTypes.createPolicy('other', { createHTML: (text) => text })",
}


@pytest.mark.parametrize("sink", SINKS)
def test_trusted_types_are_enforced(context: BrowserContext, sink: str) -> None:
    # Not the fixture's page, which may not try this.
    page = context.new_page()
    watching = Watch(page)
    page.goto("/")
    attempt = f"() => {{ try {{ {SINKS[sink]}; return 'done' }} catch (error) {{ return error.name }} }}"
    with page.expect_console_message(lambda message: REFUSED in message.text):
        assert page.evaluate(attempt) == "TypeError"
    assert watching.violations


def test_a_violation_of_the_content_policy_is_heard_by_every_test_with_a_page(context: BrowserContext) -> None:
    page = context.new_page()
    watching = Watch(page)
    page.goto("/")
    add = "document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.example/a.png' }))"
    with page.expect_console_message(lambda message: REFUSED in message.text):
        page.evaluate(add)
    assert watching.violations


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WebP"])
def test_an_export_holds_the_picture_and_nothing_that_came_with_it(front: Page, tmp_path: Path, form: str) -> None:
    original = tmp_path / "holiday.jpg"
    original.write_bytes(encoded(photo("astronaut"), exif=marked_exif(), comment=MARK, xmp=xmp()))
    front.locator("#photo-file").set_input_files(original)
    await_cutout(front)
    _, data = export(front, form)
    picture = Image.open(io.BytesIO(data))
    assert picture.format == form.upper()
    assert MARK.encode() not in data
    assert not picture.getexif()
    assert not {"exif", "xmp", "comment", "XML:com.adobe.xmp"} & set(picture.info)
