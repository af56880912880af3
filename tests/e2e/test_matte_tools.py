"""Parts and edges: what is done to the whole matte, and mattes brought along."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Page, Route, expect

from tests.e2e.conftest import Watch
from tests.e2e.editor import PATIENCE_MS, choose_tab, export_pixels, on_picture, stroke
from tests.e2e.two_things import open_two_things
from tests.photos import encoded


@pytest.fixture
def editor(front: Page, tmp_path: Path) -> Page:
    """The editor with both things cut out."""
    open_two_things(front, tmp_path)
    return front


def area(page: Page) -> float:
    """Pixels of subject in an export."""
    return float(export_pixels(page)[..., 3].sum() / 255)


def await_edit(page: Page, name: str) -> None:
    expect(page.get_by_role("button", name=f"Undo: {name}")).to_be_enabled(timeout=PATIENCE_MS)


def test_a_click_removes_a_part_and_another_keeps_only_it(editor: Page) -> None:
    panel = choose_tab(editor, "Parts")
    editor.mouse.click(*on_picture(editor, (180 / 600, 200 / 400)))
    await_edit(editor, "Remove a part")
    alpha = export_pixels(editor)[..., 3]
    assert not alpha[:, :300].any()
    assert (alpha[101:300, 361:480] == 255).all()

    editor.keyboard.press("Control+z")
    panel.get_by_role("radio", name="Isolate it").check()
    editor.mouse.click(*on_picture(editor, (180 / 600, 200 / 400)))
    await_edit(editor, "Keep a part")
    alpha = export_pixels(editor)[..., 3]
    assert not alpha[:, 300:].any()
    assert alpha[200, 180] == 255


def test_the_outline_grows_shrinks_feathers_and_smooths(editor: Page) -> None:
    panel = choose_tab(editor, "Edges")
    panel.get_by_label("Width of the change").fill("6")
    whole = area(editor)
    outline = 2 * (120 + 200) + 160 * np.pi
    panel.get_by_role("button", name="Grow").click()
    await_edit(editor, "Grow")
    assert area(editor) - whole == pytest.approx(6 * outline, rel=0.15)
    editor.keyboard.press("Control+z")
    panel.get_by_role("button", name="Shrink").click()
    await_edit(editor, "Shrink")
    assert whole - area(editor) == pytest.approx(6 * outline, rel=0.15)
    editor.keyboard.press("Control+z")

    crisp = export_pixels(editor)[..., 3]
    panel.get_by_role("button", name="Feather").click()
    await_edit(editor, "Feather")
    feathered = export_pixels(editor)[..., 3]

    def soft(alpha: np.ndarray) -> int:
        return int(((alpha > 10) & (alpha < 245)).sum())

    assert soft(feathered) > 3 * soft(crisp)
    editor.keyboard.press("Control+z")
    panel.get_by_role("button", name="Smooth").click()
    await_edit(editor, "Smooth")
    # Corners become round, the area stays.
    assert export_pixels(editor)[101, 361, 3] < 128
    assert area(editor) == pytest.approx(whole, rel=0.02)


def test_inverted_twice_it_is_as_it_was(editor: Page) -> None:
    before = export_pixels(editor)
    panel = choose_tab(editor, "Edges")
    panel.get_by_role("button", name="Invert").click()
    await_edit(editor, "Invert")
    inverted = export_pixels(editor)
    assert np.array_equal(inverted[..., 3], 255 - before[..., 3])
    # The background's own colours are back.
    assert tuple(inverted[5, 5]) == (210, 220, 225, 255)
    panel.get_by_role("button", name="Invert").click()
    expect(editor.get_by_role("status")).to_have_text("Invert: done.")
    assert np.array_equal(export_pixels(editor), before)


def test_a_matte_can_be_brought_along(editor: Page, tmp_path: Path) -> None:
    own = Image.new("L", (300, 200), 0)
    ImageDraw.Draw(own).rectangle((100, 50, 199, 149), fill=255)
    path = tmp_path / "matte.png"
    path.write_bytes(encoded(own, "PNG"))
    panel = choose_tab(editor, "Edges")
    panel.locator("input[type=file]").set_input_files(path)
    await_edit(editor, "Import a matte")
    alpha = export_pixels(editor)[..., 3]
    assert (alpha[104:296, 204:396] == 255).all()
    assert not alpha[:96].any()
    assert not alpha[:, :196].any()


def test_a_file_that_is_no_matte_is_refused_and_nothing_is_lost(editor: Page, tmp_path: Path) -> None:
    before = export_pixels(editor)
    path = tmp_path / "notes.txt"
    path.write_text("not a picture")
    panel = choose_tab(editor, "Edges")
    panel.locator("input[type=file]").set_input_files(path)
    expect(editor.get_by_role("alert")).to_contain_text("does not look like a photo")
    assert np.array_equal(export_pixels(editor), before)


def test_where_no_subject_was_found_it_can_be_painted_by_hand(front: Page, watch: Watch, tmp_path: Path) -> None:
    plain = tmp_path / "plain.png"
    plain.write_bytes(encoded(Image.new("RGB", (640, 480), (120, 125, 130)), "PNG"))

    def find_nothing(route: Route) -> None:
        body = '{"errors": [{"title": "No clear subject was found.", "code": "unknown_foreground"}]}'
        route.fulfill(status=400, body=body, content_type="application/json")

    front.route("**/v1.0/removebg", find_nothing)
    front.locator("#photo-file").set_input_files(plain)
    front.get_by_role("button", name="Paint the subject by hand").click()
    expect(front.get_by_role("radio", name="Restore")).to_be_checked()
    stroke(front, ((0.4, 0.5), (0.6, 0.5)))
    pixels = export_pixels(front)
    # The answer was a 400, which browsers write down.
    assert len(watch.complaints) == 1
    watch.complaints.clear()
    assert tuple(pixels[240, 320]) == (120, 125, 130, 255)
    assert not pixels[:100].any()
