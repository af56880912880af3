"""Background, shadow and place: real files, opened and checked pixel by pixel."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.e2e.editor import PATIENCE_MS, choose_tab, export_pixels, on_picture, stroke
from tests.e2e.two_things import BEHIND, BLUE, RED, RIGHT, SIZE, open_two_things
from tests.photos import encoded

RED_MIDDLE, BLUE_MIDDLE, CORNER = (200, 180), (200, 420), (5, 5)
"""Rows and columns."""


@pytest.fixture
def editor(front: Page, tmp_path: Path) -> Page:
    """The editor with both things cut out."""
    open_two_things(front, tmp_path)
    return front


def choose_background(page: Page, kind: str) -> Locator:
    panel = choose_tab(page, "Background")
    panel.get_by_role("radio", name=kind).check()
    return panel


def test_untouched_it_is_the_photo_with_nothing_behind_it(editor: Page) -> None:
    pixels = export_pixels(editor)
    assert pixels.shape == (SIZE[1], SIZE[0], 4)
    assert tuple(pixels[RED_MIDDLE]) == (*RED, 255)
    assert not pixels[pixels[..., 3] == 0].any()


def test_a_colour_is_exactly_that_colour_everywhere_behind_the_subject(editor: Page) -> None:
    panel = choose_background(editor, "Colour")
    panel.get_by_role("group", name="Colour").get_by_role("button", name="Sand").click()
    pixels = export_pixels(editor)
    assert (pixels[..., 3] == 255).all()
    assert tuple(pixels[RED_MIDDLE]) == (*RED, 255)
    assert (pixels[:90, :, :3] == (0xE9, 0xE1, 0xD3)).all()


def test_a_colour_can_be_picked_off_the_photo(editor: Page) -> None:
    panel = choose_background(editor, "Colour")
    panel.get_by_role("button", name="Pick from the photo").click()
    editor.mouse.click(*on_picture(editor, (RED_MIDDLE[1] / SIZE[0], RED_MIDDLE[0] / SIZE[1])))
    expect(panel.locator("input[type=color]").first).to_have_value("#961e14")
    assert tuple(export_pixels(editor)[CORNER][:3]) == RED


def test_a_gradient_runs_from_one_colour_to_the_other(editor: Page) -> None:
    panel = choose_background(editor, "Gradient")
    panel.get_by_role("group", name="From").get_by_role("button", name="White").click()
    panel.get_by_role("group", name="To").get_by_role("button", name="Black").click()
    panel.get_by_label("Direction").fill("90")
    row = export_pixels(editor)[0, :, 0].astype(int)
    assert row[0] >= 253
    assert row[-1] <= 2
    assert (np.diff(row) <= 0).all()


def test_a_picture_covers_the_whole_area(editor: Page, tmp_path: Path) -> None:
    path = tmp_path / "wall.png"
    path.write_bytes(encoded(Image.new("RGB", (50, 300), (12, 200, 90)), "PNG"))
    panel = choose_tab(editor, "Background")
    with editor.expect_file_chooser() as chooser:
        panel.get_by_role("radio", name="Picture").click()
    chooser.value.set_files(path)
    expect(editor.get_by_role("button", name="Undo: Picture")).to_be_enabled(timeout=PATIENCE_MS)
    pixels = export_pixels(editor)
    assert tuple(pixels[RED_MIDDLE]) == (*RED, 255)
    assert (np.abs(pixels[:90, :, :3].astype(int) - (12, 200, 90)) <= 1).all()


def test_the_blurred_background_is_the_photos_own_without_the_subject(editor: Page) -> None:
    choose_background(editor, "Blur")
    pixels = export_pixels(editor)
    assert tuple(pixels[BLUE_MIDDLE]) == (*BLUE, 255)
    # Just beside the blue thing, no blue has run into the blur.
    beside = pixels[150:250, RIGHT[2] + 3 : RIGHT[2] + 20, :3].astype(int)
    assert np.abs(beside - BEHIND).max() <= 6


def test_a_shadow_falls_where_it_is_sent_and_nowhere_else(editor: Page) -> None:
    panel = choose_tab(editor, "Shadow")
    panel.get_by_label("Drop shadow").check()
    panel.get_by_label("Direction").fill("90")
    panel.get_by_label("Distance").fill("5")
    panel.get_by_label("Blur").fill("0")
    panel.get_by_label("Opacity").fill("50")
    pixels = export_pixels(editor)
    below = pixels[RIGHT[3] + 15, 420]
    assert abs(int(below[3]) - 128) <= 8
    assert not below[:3].any()
    assert pixels[RIGHT[1] - 10, 420, 3] == 0
    assert tuple(pixels[BLUE_MIDDLE]) == (*BLUE, 255)


def test_the_crop_is_the_subject_and_its_margin(editor: Page) -> None:
    panel = choose_tab(editor, "Place")
    panel.get_by_label("Unit").select_option("pixels")
    panel.get_by_label("Margin").fill("10")
    panel.get_by_role("button", name="Crop").click()
    pixels = export_pixels(editor)
    assert abs(pixels.shape[1] - (380 + 20)) <= 3
    assert abs(pixels.shape[0] - (200 + 20)) <= 3
    assert (pixels == (*BLUE, 255)).all(axis=-1).sum() > 23_000


def test_the_subject_is_dragged_mirrored_and_turned(editor: Page) -> None:
    panel = choose_tab(editor, "Place")
    box = editor.locator(".frame").bounding_box()
    assert box
    stroke(editor, ((0.5, 0.5), (0.6, 0.5)))
    expect(editor.get_by_role("button", name="Undo: Move")).to_be_enabled()
    moved = export_pixels(editor)
    columns = np.nonzero((moved == (*BLUE, 255)).all(axis=-1).any(axis=0))[0]
    assert abs(int(columns[0]) - (RIGHT[0] + 60)) <= 2
    editor.keyboard.press("Control+z")
    panel.get_by_role("button", name="Mirror").click()
    mirrored = export_pixels(editor)
    assert tuple(mirrored[200, 160]) == (*BLUE, 255)
    editor.keyboard.press("Control+z")
    panel.get_by_role("button", name="Turn right").click()
    panel.get_by_role("button", name="Turn right").click()
    turned = export_pixels(editor)
    assert tuple(turned[200, 160]) == (*BLUE, 255)


def test_undo_takes_back_one_pull_of_a_slider_at_a_time(editor: Page) -> None:
    panel = choose_tab(editor, "Shadow")
    panel.get_by_label("Drop shadow").check()
    editor.wait_for_timeout(900)
    distance = panel.get_by_label("Distance")
    distance.focus()
    for _ in range(5):
        distance.press("ArrowRight")
    editor.keyboard.press("Control+z")
    expect(distance).to_have_value("2")
    expect(panel.get_by_label("Drop shadow")).to_be_checked()
    editor.keyboard.press("Control+z")
    expect(panel.get_by_label("Drop shadow")).not_to_be_checked()
