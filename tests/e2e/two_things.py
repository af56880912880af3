"""A photo of two things, and its matte, known to the pixel: what the editor makes of it can be computed."""

from pathlib import Path

from PIL import Image, ImageDraw
from playwright.sync_api import Page, Route

from tests.e2e.editor import open_photo
from tests.photos import encoded

SIZE = (600, 400)
LEFT, RIGHT = (100, 120, 260, 280), (360, 100, 480, 300)
"""An ellipse and a rectangle: left, top, right, bottom, as Pillow draws them, so the last two are inside."""

BEHIND, RED, BLUE = (210, 220, 225), (150, 30, 20), (20, 60, 130)


def draw(mode: str, behind: int | tuple[int, ...], left: int | tuple[int, ...], right: int | tuple[int, ...]) -> bytes:
    """Draw both things in front of something; gives a PNG."""
    image = Image.new(mode, SIZE, behind)
    pencil = ImageDraw.Draw(image)
    pencil.ellipse(LEFT, fill=left)
    pencil.rectangle(RIGHT, fill=right)
    return encoded(image, "PNG")


def open_two_things(page: Page, folder: Path) -> None:
    """Bring the editor to both things cut out; the function's part is played by the known matte."""
    path = folder / "two things.png"
    path.write_bytes(draw("RGB", BEHIND, RED, BLUE))

    def answer(route: Route) -> None:
        route.fulfill(body=draw("L", 0, 255, 255), content_type="image/png")

    page.route("**/v1.0/removebg", answer)
    open_photo(page, path)
