"""Brushes, history and the view: with the mouse, with the keyboard alone, and with fingers."""

from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.e2e.conftest import Watch
from tests.e2e.editor import choose_tab, export_pixels, on_picture, open_photo, stroke
from tests.photos import encoded, photo

ACROSS = ((0.2, 0.4), (0.5, 0.5), (0.7, 0.45))


@pytest.fixture(scope="module")
def coffee(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small photo with a subject."""
    path = tmp_path_factory.mktemp("photos") / "coffee.png"
    path.write_bytes(encoded(photo("coffee"), "PNG"))
    return path


@pytest.fixture
def editor(front: Page, coffee: Path) -> Page:
    """The editor with a cutout in it."""
    open_photo(front, coffee)
    return front


def test_erase_then_restore_gives_back_the_original_bytes(editor: Page) -> None:
    panel = choose_tab(editor, "Brush")
    panel.get_by_label("Size").fill("60")
    stroke(editor, ACROSS)
    erased = export_pixels(editor)
    panel.get_by_role("radio", name="Restore").check()
    panel.get_by_label("Size").fill("120")
    stroke(editor, ACROSS)
    restored = export_pixels(editor)

    rows, columns = np.nonzero((erased[..., 3] == 0) & (restored[..., 3] == 255))
    assert len(rows) > 5_000
    original = np.asarray(photo("coffee"))
    assert np.array_equal(restored[rows, columns, :3], original[rows, columns])
    # Nothing of what was erased was left in the file.
    assert not erased[erased[..., 3] == 0].any()


def test_undo_and_redo_lead_there_and_back_byte_by_byte(editor: Page) -> None:
    before = export_pixels(editor)
    choose_tab(editor, "Brush")
    stroke(editor, ACROSS)
    after = export_pixels(editor)
    assert not np.array_equal(after, before)
    editor.keyboard.press("Control+z")
    assert np.array_equal(export_pixels(editor), before)
    expect(editor.get_by_role("button", name="Undo")).to_be_disabled()
    editor.get_by_role("button", name="Redo: Erase").click()
    assert np.array_equal(export_pixels(editor), after)


def test_escape_cancels_a_stroke(editor: Page) -> None:
    choose_tab(editor, "Brush")
    editor.mouse.move(*on_picture(editor, (0.3, 0.4)))
    editor.mouse.down()
    editor.mouse.move(*on_picture(editor, (0.6, 0.5)), steps=5)
    editor.keyboard.press("Escape")
    editor.mouse.up()
    expect(editor.get_by_role("button", name="Undo")).to_be_disabled()


def test_a_magic_stroke_erases_less_than_a_plain_one_where_it_crosses_an_edge(editor: Page) -> None:
    # Over the rim of the saucer: the stroke's core lies on the table beside it.
    over_the_rim = ((0.04, 0.5), (0.16, 0.86), (0.3, 0.96))
    panel = choose_tab(editor, "Brush")
    panel.get_by_label("Size").fill("90")
    panel.get_by_role("radio", name="Restore").check()
    before = export_pixels(editor)[..., 3].astype(int)
    stroke(editor, over_the_rim)
    plain = export_pixels(editor)[..., 3].astype(int)
    editor.keyboard.press("Control+z")
    editor.keyboard.press("m")
    expect(panel.get_by_label("Magic")).to_be_checked()
    stroke(editor, over_the_rim)
    expect(editor.get_by_role("button", name="Undo: Magic restore")).to_be_enabled()
    magic = export_pixels(editor)[..., 3].astype(int)
    assert (magic >= before).all()
    assert (magic <= np.maximum(plain, before) + 1).all()
    assert 0 < (magic - before).sum() < 0.98 * (plain - before).sum()


def test_all_of_it_can_be_done_by_keyboard(editor: Page) -> None:
    editor.keyboard.press("b")
    expect(editor.get_by_role("tab", name="Brush")).to_have_attribute("aria-selected", "true")
    editor.keyboard.press("]")
    editor.keyboard.press("x")
    expect(editor.get_by_role("radio", name="Restore")).to_be_checked()
    editor.keyboard.press("x")
    editor.get_by_role("application").focus()
    before = export_pixels(editor)
    editor.get_by_role("application").focus()
    for key in ("Enter", "ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown", "Enter"):
        editor.keyboard.press(key)
    expect(editor.get_by_role("status")).to_have_text("Erase: done.")
    assert (export_pixels(editor)[..., 3] < before[..., 3]).sum() > 500


def test_single_keys_can_be_turned_off(editor: Page) -> None:
    editor.keyboard.press("?")
    overlay = editor.get_by_role("dialog", name="Keyboard shortcuts")
    expect(overlay.get_by_text("Smaller brush")).to_be_visible()
    overlay.get_by_label("Single keys are shortcuts").uncheck()
    overlay.get_by_role("button", name="Close").click()
    editor.keyboard.press("b")
    expect(editor.get_by_role("tab", name="Compare")).to_have_attribute("aria-selected", "true")


def test_keys_wheel_and_drag_move_the_view(editor: Page) -> None:
    level = editor.locator("#fit")
    whole = level.inner_text()
    editor.keyboard.press("1")
    expect(level).to_have_text("100 %")
    editor.keyboard.press("+")
    expect(level).to_have_text("125 %")
    editor.keyboard.press("0")
    expect(level).to_have_text(whole)
    editor.mouse.move(*on_picture(editor, (0.5, 0.5)))
    editor.mouse.wheel(0, -600)
    expect(level).not_to_have_text(whole)
    choose_tab(editor, "Brush")
    # With the space bar held a drag moves the view and paints nothing.
    editor.keyboard.down("Space")
    stroke(editor, ((0.5, 0.5), (0.4, 0.4)))
    editor.keyboard.up("Space")
    expect(editor.get_by_role("button", name="Undo")).to_be_disabled()


def test_the_original_shows_while_the_button_is_held(editor: Page) -> None:
    choose_tab(editor, "Brush")
    canvas = editor.locator("#canvas")
    cutout = canvas.screenshot()
    button = editor.get_by_role("button", name="Show the original")
    box = button.bounding_box()
    assert box
    editor.mouse.move(box["x"] + 10, box["y"] + 10)
    editor.mouse.down()
    expect(button).to_have_attribute("aria-pressed", "true")
    editor.wait_for_timeout(300)
    assert canvas.screenshot() != cutout
    editor.mouse.up()
    expect(button).to_have_attribute("aria-pressed", "false")


def test_two_fingers_zoom_and_one_finger_paints(page: Page, watch: Watch, coffee: Path) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/")
    open_photo(page, coffee)
    for name in ("Undo", "Redo", "Export"):
        expect(page.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    choose_tab(page, "Brush")
    touch = page.context.new_cdp_session(page)

    def fingers(kind: str, *points: tuple[float, float]) -> None:
        at = [dict(zip("xy", on_picture(page, point), strict=True), id=index) for index, point in enumerate(points)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

    before = page.evaluate("document.querySelector('#fit').textContent")
    # The first finger begins to paint; when the second comes, both zoom, and nothing was painted.
    fingers("touchStart", (0.4, 0.4))
    fingers("touchMove", (0.42, 0.42))
    fingers("touchStart", (0.42, 0.42), (0.6, 0.6))
    fingers("touchMove", (0.3, 0.3), (0.7, 0.7))
    fingers("touchEnd")
    assert page.evaluate("document.querySelector('#fit').textContent") != before
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()
    fingers("touchStart", (0.4, 0.4))
    fingers("touchMove", (0.5, 0.5))
    fingers("touchEnd")
    expect(page.get_by_role("button", name="Undo: Erase")).to_be_enabled()


def test_unsaved_edits_are_not_lost_without_asking(editor: Page, coffee: Path) -> None:
    choose_tab(editor, "Brush")
    stroke(editor, ACROSS)
    editor.locator("#photo-file").set_input_files(coffee)
    question = editor.get_by_role("dialog", name="Leave these edits behind?")
    question.get_by_role("button", name="Keep editing").click()
    expect(editor.get_by_role("button", name="Undo: Erase")).to_be_enabled()

    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    editor.on("dialog", leave)
    editor.reload()
    assert asked == ["beforeunload"]


def test_what_was_saved_can_be_left_without_a_question(editor: Page, coffee: Path) -> None:
    choose_tab(editor, "Brush")
    stroke(editor, ACROSS)
    export_pixels(editor)
    open_photo(editor, coffee)
    expect(editor.get_by_role("button", name="Undo")).to_be_disabled()
