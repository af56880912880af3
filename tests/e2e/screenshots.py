"""Photographs every state of the site, at three widths, in light and dark, to be looked at.

Run as ``python -m tests.e2e.screenshots [STATE...]``; writes build/screenshots/STATE-WIDTH-SCHEME.png, and a sheet for
each width and scheme with all states side by side.
"""

import logging
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageDraw
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from tests.e2e.browser import find
from tests.e2e.conftest import QUIET, ROOT
from tests.e2e.states import SCHEMES, STATES
from tests.server import serve_locally

FOLDER = ROOT / "build" / "screenshots"

HEIGHTS = {360: 740, 768: 1024, 1440: 900}
"""Of the usual screens of each width."""

COLUMN_PX = {360: 240, 768: 384, 1440: 480}
SHEET_COLUMNS = 4
CAPTION_PX = 20


def photograph(browser: Browser, address: str, name: str) -> Iterator[Path]:
    """Take all pictures of one state, reached anew at each width: what was there at the start may depend on it."""
    for width, height in HEIGHTS.items():
        context = browser.new_context(
            base_url=address, viewport={"width": width, "height": height}, reduced_motion="reduce"
        )
        page = context.new_page()
        STATES[name](page)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            path = FOLDER / f"{name}-{width}-{scheme}.png"
            page.screenshot(path=path)
            yield path
        context.close()


def make_sheet(names: Sequence[str], width: int, scheme: str) -> Path:
    """Put the pictures of all states at one width and in one scheme beside each other."""
    column = COLUMN_PX[width]
    height = round(HEIGHTS[width] * column / width) + CAPTION_PX
    columns = min(SHEET_COLUMNS, len(names))
    sheet = Image.new("RGB", (columns * column, -(-len(names) // columns) * height), "grey")
    draw = ImageDraw.Draw(sheet)
    for index, name in enumerate(names):
        left, top = index % columns * column, index // columns * height
        draw.text((left + 4, top + 4), name, fill="white")
        with Image.open(FOLDER / f"{name}-{width}-{scheme}.png") as picture:
            small = picture.convert("RGB").resize((column, height - CAPTION_PX), Image.Resampling.LANCZOS)
        sheet.paste(small, (left, top + CAPTION_PX))
    path = FOLDER / f"all-{width}-{scheme}.png"
    sheet.save(path)
    return path


def main(names: Sequence[str]) -> int:
    """Photograph the states that are named, or all; those that can't be reached are left out, and said."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    # Some states hold back an answer for good, which Playwright complains of when all is over.
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    reached: list[str] = []
    with serve_locally() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), chromium_sandbox=False, args=list(QUIET))
        for name in names:
            try:
                pictures = list(photograph(browser, address, name))
            except (AssertionError, PlaywrightError) as error:
                print(f"{name} was not reached: {error}", file=sys.stderr, flush=True)
            else:
                reached.append(name)
                print(f"{name}: {len(pictures)} pictures", flush=True)
        browser.close()
    for width in HEIGHTS:
        for scheme in SCHEMES:
            print(make_sheet(reached, width, scheme).relative_to(ROOT))
    return 0 if reached == list(names) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(STATES)))
