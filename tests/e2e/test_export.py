"""What leaves the editor as a file: real downloads, opened and checked pixel by pixel."""

import io
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page, expect


@pytest.fixture
def editor(front: Page) -> Page:
    """The editor with a sample photo in it, 512 x 512 pixels."""
    front.locator("[data-photo*=astronaut]").click()
    expect(front.locator("#tab-place")).to_be_enabled(timeout=60_000)
    return front


def choose_preset(page: Page, name: str) -> None:
    page.locator("#tab-place").click()
    page.locator("[data-part=preset]").select_option(name)
    page.locator("[data-part=apply-preset]").click()


def save(page: Page, prepare: Callable[[Page], None] = lambda page: None) -> tuple[str, bytes, Image.Image]:
    """Open the export dialog, change what is to be changed, and save; gives name, bytes and picture."""
    page.locator("#export").click()
    dialog = page.locator("#export-dialog")
    prepare(page)
    expect(dialog.locator("[data-part=bytes]")).not_to_have_text("Making the file …", timeout=60_000)
    shown = dialog.locator("[data-part=bytes]").inner_text()
    with page.expect_download(timeout=60_000) as event:
        dialog.locator("[data-part=save]").click()
    data = event.value.path().read_bytes()
    assert shown == (f"{round(len(data) / 1000)} kB" if len(data) < 1_000_000 else f"{len(data) / 1e6:.1f} MB")
    expect(dialog).to_be_hidden()
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return event.value.suggested_filename, data, picture


def resize(page: Page, width: int, height: int) -> None:
    """Give the artboard another size, in pixels."""
    page.locator("#tab-place").click()
    for side, length in (("width", width), ("height", height)):
        page.locator(f"#panel-place [data-part={side}]").fill(str(length))
        page.locator(f"#panel-place [data-part={side}]").press("Tab")


def choose_colour(page: Page) -> None:
    """Put a colour behind the subject."""
    page.locator("#tab-background").click()
    page.locator("[name=background-kind][value=colour]").check()


def choose_format(name: str) -> Callable[[Page], None]:
    return lambda page: page.locator(f"[name=export-format][value={name}]").check()


def test_a_png_hides_no_colour_and_holds_no_metadata(editor: Page) -> None:
    name, _, picture = save(editor)
    assert name == "astronaut-cutout.png"
    assert (picture.format, picture.mode, picture.size, picture.info) == ("PNG", "RGBA", (512, 512), {})
    pixels = np.asarray(picture)
    hidden = pixels[..., 3] == 0
    assert 0.2 < hidden.mean() < 0.8
    assert not pixels[hidden].any()


def test_amazon_gets_exact_white_a_filled_frame_and_a_jpeg(editor: Page) -> None:
    choose_preset(editor, "amazon-main")
    name, _, picture = save(editor)
    assert name == "astronaut-cutout.jpg"
    assert (picture.format, picture.size) == ("JPEG", (2000, 2000))
    assert not {"exif", "icc_profile", "comment"} & set(picture.info)
    pixels = np.asarray(picture).astype(int)
    off_white = (pixels != 255).any(axis=2)
    # All there is: the subject, and the blocks of 16 x 16 pixels that it reaches into.
    clearly = (pixels < 250).any(axis=2)
    rows, columns = np.nonzero(clearly)
    assert max(np.ptp(rows), np.ptp(columns)) + 1 >= 0.85 * 2000
    blocks = np.add.reduceat(np.add.reduceat(clearly, range(0, 2000, 16), axis=0), range(0, 2000, 16), axis=1) > 0
    near = np.zeros_like(blocks)
    for down in (-1, 0, 1):
        for across in (-1, 0, 1):
            near |= np.roll(blocks, (down, across), axis=(0, 1))
    reach = near.repeat(16, axis=0).repeat(16, axis=1)[:2000, :2000]
    assert (~reach).mean() > 0.3
    assert not (off_white & ~reach).any()


def test_what_is_transparent_becomes_white_in_a_jpeg(editor: Page) -> None:
    _, _, picture = save(editor, choose_format("jpeg"))
    assert picture.format == "JPEG"
    assert picture.getpixel((2, 2)) == (255, 255, 255)


def test_a_webp_is_transparent(editor: Page) -> None:
    name, _, picture = save(editor, choose_format("webp"))
    assert name == "astronaut-cutout.webp"
    assert (picture.format, picture.mode) == ("WEBP", "RGBA")
    assert picture.getpixel((2, 2)) == (0, 0, 0, 0)


def test_a_webp_on_a_colour_is_small_at_the_highest_quality_too(editor: Page) -> None:
    choose_colour(editor)

    def choose_best(page: Page) -> None:
        choose_format("webp")(page)
        page.locator("#export-dialog [data-part=quality]").fill("100")

    _, data, picture = save(editor, choose_best)
    assert (picture.format, picture.mode) == ("WEBP", "RGB")
    # The kind with loss: the other takes more memory than there may be, and PNG is for that.
    assert data[12:16] == b"VP8 "


def test_a_file_in_the_making_shows_its_progress(editor: Page) -> None:
    resize(editor, 2000, 2000)
    bar = editor.locator("#export-dialog [data-part=progress]")
    bar.evaluate("""(bar) => {
        window.seen = [];
        new MutationObserver(() => window.seen.push([bar.position, bar.hidden])).observe(bar, { attributes: true });
    }""")
    save(editor)
    expect(bar).to_be_hidden()
    # Of no known length, at -1, only while the browser itself encodes.
    positions = [position for position, hidden in editor.evaluate("window.seen") if not hidden and position >= 0]
    assert positions == sorted(positions)
    assert len({position for position in positions if 0 < position < 1}) >= 3


def test_no_copy_of_the_photo_is_made_for_an_export(editor: Page) -> None:
    editor.evaluate("""() => {
        const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (input, transfer) {
            if (input.format) window.sent = Object.prototype.toString.call(input.cutout.original.rgba.buffer);
            post.call(this, input, transfer);
        };
    }""")
    save(editor)
    assert editor.evaluate("window.sent") == "[object SharedArrayBuffer]"


def test_another_size_keeps_the_proportions(editor: Page) -> None:
    def halve(page: Page) -> None:
        page.locator("#export-dialog [data-part=width]").fill("200")
        page.locator("#export-dialog [data-part=width]").press("Tab")

    _, _, picture = save(editor, halve)
    assert picture.size == (200, 200)


@pytest.mark.parametrize("form", ["png", "jpeg"])
def test_a_passport_picture_is_35_by_45_mm_at_300_dpi(editor: Page, form: str) -> None:
    choose_preset(editor, "passport")
    _, _, picture = save(editor, choose_format("png") if form == "png" else lambda page: None)
    assert picture.format == form.upper()
    assert picture.size == (413, 531)
    assert [round(dots) for dots in picture.info["dpi"]] == [300, 300]


def test_a_shadow_and_a_colour_are_in_the_file_as_on_the_stage(editor: Page) -> None:
    choose_colour(editor)
    editor.locator("#panel-background [data-kind=colour] [data-swatch='#cfdbe6']").click()
    editor.locator("#tab-shadow").click()
    editor.locator("#panel-shadow [data-part=on]").check()
    _, _, picture = save(editor)
    pixels = np.asarray(picture)
    assert (pixels[..., 3] == 255).all()
    assert tuple(pixels[2, 2]) == (0xCF, 0xDB, 0xE6, 255)
    shot = Image.open(io.BytesIO(editor.locator("#canvas").screenshot())).convert("RGB")
    # The stage shows the artboard in its middle, from top to bottom but for a margin.
    shown = np.asarray(shot.resize((64, 64))).astype(int)[4:60, 28:36]
    saved = np.asarray(picture.convert("RGB").resize((64, 64))).astype(int)[4:60, 28:36]
    assert abs(shown.mean() - saved.mean()) < 12


def test_a_picture_too_large_for_a_format_is_told_with_the_size_that_works(editor: Page) -> None:
    resize(editor, 17000, 100)
    editor.locator("#export").click()
    dialog = editor.locator("#export-dialog")
    dialog.locator("[value=webp]").check()
    expect(dialog.locator("[data-part=failure]")).to_contain_text("16383 \N{MULTIPLICATION SIGN} 96", timeout=30_000)
    expect(dialog.locator("[data-part=save]")).to_be_disabled()
    dialog.get_by_role("button", name="Use the largest size that works").click()
    expect(dialog.locator("[data-part=save]")).to_be_enabled()
    expect(dialog.locator("[data-part=bytes]")).to_contain_text("B", timeout=30_000)
    expect(dialog.locator("[data-part=failure]")).to_be_empty()
    with editor.expect_download() as event:
        dialog.locator("[data-part=save]").click()
    assert Image.open(io.BytesIO(event.value.path().read_bytes())).size == (16383, 96)


def test_the_picture_can_be_copied(editor: Page) -> None:
    editor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    editor.locator("#export").click()
    editor.locator("#export-dialog [data-part=copy]").click()
    expect(editor.locator("#export-dialog [data-part=bytes]")).to_have_text("Copied, as a PNG.", timeout=30_000)
    types = editor.evaluate("async () => (await navigator.clipboard.read())[0].types")
    assert types == ["image/png"]


def test_a_ratio_a_crop_and_a_turn_are_each_one_step_to_undo(editor: Page) -> None:
    editor.locator("#tab-place").click()
    width = editor.locator("#panel-place [data-part=width]")
    editor.locator("[data-ratio='4:5']").click()
    expect(editor.locator("#panel-place [data-part=height]")).to_have_value("640")
    editor.locator("[data-part=turn-right]").click()
    expect(editor.locator("[data-part=rotation]")).to_have_value("90")
    editor.locator("[data-part=crop]").click()
    expect(width).not_to_have_value("512")
    editor.locator("#undo").click()
    expect(width).to_have_value("512")
    editor.locator("#undo").click()
    expect(editor.locator("[data-part=rotation]")).to_have_value("0")
    editor.locator("#undo").click()
    expect(editor.locator("#panel-place [data-part=height]")).to_have_value("512")
