"""What a person does in the editor, step by step: for tests of the page, for screenshots and for benchmarks."""

import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Locator, Page, expect

Pixels = NDArray[np.uint8]
Point = tuple[float, float]

PATIENCE_MS = 60_000
"""A cold function and a 12-megapixel photo on a busy machine."""


def await_cutout(page: Page) -> None:
    """Wait until a cutout can be worked on."""
    expect(page.get_by_role("button", name="Export")).to_be_enabled(timeout=PATIENCE_MS)


def open_photo(page: Page, path: Path) -> None:
    """Open a photo, and wait for its cutout."""
    page.locator("#photo-file").set_input_files(path)
    page.locator("[data-busy]").wait_for(timeout=PATIENCE_MS)
    await_cutout(page)


def choose_tab(page: Page, name: str) -> Locator:
    """Choose a tool by its tab; gives its panel."""
    page.get_by_role("tab", name=name).click()
    return page.get_by_role("tabpanel")


def on_picture(page: Page, point: Point) -> Point:
    """Where a point of the picture is on the page; points are fractions of the part in sight."""
    box = page.locator(".frame").bounding_box()
    assert box
    return box["x"] + point[0] * box["width"], box["y"] + point[1] * box["height"]


def stroke(page: Page, points: Sequence[Point]) -> None:
    """Draw with the mouse through points of the picture."""
    start, *rest = [on_picture(page, point) for point in points]
    page.mouse.move(*start)
    page.mouse.down()
    for point in rest:
        page.mouse.move(*point, steps=6)
    page.mouse.up()


def export(page: Page, format_name: str = "PNG") -> tuple[str, bytes]:
    """Export the picture and save the file; gives its name and its bytes."""
    page.get_by_role("button", name="Export").click()
    dialog = page.get_by_role("dialog", name="Export")
    dialog.get_by_role("radio", name=format_name).check()
    with page.expect_download(timeout=PATIENCE_MS) as event:
        dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_be_hidden()
    return event.value.suggested_filename, event.value.path().read_bytes()


def decode(data: bytes) -> Pixels:
    """Give a picture's pixels, as its own mode has them."""
    return np.asarray(Image.open(io.BytesIO(data)))


def export_pixels(page: Page) -> Pixels:
    """Export as PNG; gives the pixels, RGBA."""
    pixels = decode(export(page)[1])
    assert pixels.shape[2] == 4
    return pixels
