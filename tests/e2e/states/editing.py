"""States: the tools of the editor, each at work."""

import io

from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import ROOT
from tests.e2e.editor import await_cutout, on_picture, stroke
from tests.e2e.states.cutting_out import cut_out, open_tool
from tests.e2e.states.table import state


@state
def compare(page: Page) -> None:
    cut_out(page)


@state
def original_held(page: Page) -> None:
    cut_out(page)
    page.keyboard.down("o")


@state
def zoomed_in(page: Page) -> None:
    cut_out(page)
    for _ in range(3):
        page.keyboard.press("+")


def brush(page: Page) -> Locator:
    """Bring the page to a first stroke of the brush; gives its panel."""
    panel = open_tool(page, "Brush")
    stroke(page, ((0.3, 0.4), (0.5, 0.45), (0.7, 0.4)))
    return panel


@state
def brush_erases(page: Page) -> None:
    brush(page)


@state
def brush_restores_with_magic(page: Page) -> None:
    panel = brush(page)
    panel.get_by_role("radio", name="Restore").check()
    panel.get_by_role("checkbox", name="Magic").check()
    panel.get_by_role("checkbox", name="show what was removed").check()
    # The brush's own outline follows the pointer.
    page.mouse.move(*on_picture(page, (0.4, 0.4)))


@state
def undone(page: Page) -> None:
    brush(page)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#status")).to_contain_text("Undone")


@state
def parts(page: Page) -> None:
    open_tool(page, "Parts")


@state
def edges(page: Page) -> None:
    open_tool(page, "Edges").get_by_role("button", name="Shrink").click()
    expect(page.get_by_role("button", name="Undo")).to_be_enabled(timeout=60_000)


@state
def matte_imported(page: Page) -> None:
    panel = open_tool(page, "Edges")
    grey = io.BytesIO()
    Image.radial_gradient("L").point(lambda level: 255 - level).save(grey, "PNG")
    with page.expect_file_chooser() as chooser:
        panel.get_by_role("button", name="Import").click()
    chooser.value.set_files({"name": "matte.png", "mimeType": "image/png", "buffer": grey.getvalue()})
    expect(page.locator("#status")).to_contain_text("Import", timeout=60_000)


@state
def place(page: Page) -> None:
    open_tool(page, "Place")


@state
def place_with_a_preset(page: Page) -> None:
    panel = open_tool(page, "Place")
    panel.get_by_label("Preset").select_option(index=1)
    panel.get_by_role("button", name="Use this preset").click()


def background(page: Page, kind: str) -> Locator:
    """Bring the page to a cutout on a background; gives the panel."""
    panel = open_tool(page, "Back")
    panel.get_by_role("radio", name=kind).check()
    return panel


@state
def background_none(page: Page) -> None:
    background(page, "None")


@state
def background_colour(page: Page) -> None:
    background(page, "Colour").get_by_role("button", name="Sage").click()


@state
def background_eyedropper(page: Page) -> None:
    background(page, "Colour").get_by_role("button", name="Pick from the photo").click()


@state
def background_gradient(page: Page) -> None:
    background(page, "Gradient")


@state
def background_picture(page: Page) -> None:
    panel = open_tool(page, "Back")
    with page.expect_file_chooser() as chooser:
        panel.get_by_role("radio", name="Picture").click()
    chooser.value.set_files(ROOT / "static_site" / "samples" / "coffee.jpg")
    expect(panel.get_by_role("button", name="Choose another picture")).to_be_visible(timeout=60_000)


@state
def background_blur(page: Page) -> None:
    background(page, "Blur")
    await_cutout(page)


@state
def shadow(page: Page) -> None:
    open_tool(page, "Shadow").get_by_role("checkbox", name="Drop shadow").check()


@state
def shortcuts(page: Page) -> None:
    cut_out(page)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()


@state
def edits_would_be_lost(page: Page) -> None:
    brush(page)
    page.locator("#photo-file").set_input_files(ROOT / "static_site" / "samples" / "coffee.jpg")
    expect(page.get_by_role("dialog", name="Leave these edits")).to_be_visible()
