"""The editor in a browser, at 12 and 24 megapixels: until the cutout shows, strokes, undo, export, memory.

Half of `make bench-editor`; bench_editor.js has the other half, the filters alone. Each size has pages of its own, in
browsers of their own, so that none inherits another's memory. What is measured:

- *matte to display*: from the server's answer until the page says that it is done and the cutout has been painted;
- *stroke frame*: the page's own work for one frame of a stroke, on its main thread: pointer events and drawing; a frame
  lasts 16.7 ms;
- *undo*: from the key until the next frame;
- *export*: from the click on Export until the PNG is there to be saved;
- *peak memory*: the most that the page's process ever held (VmHWM), all of it: code, page, photo, workers. What the
  same process holds with an empty page is given beside it, and what other formats take, in pages of their own.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from tests.benchmarks.report import keep, machine, print_table, versions
from tests.e2e.browser import BrowserMissing, find
from tests.e2e.conftest import QUIET
from tests.e2e.editor import PATIENCE_MS, choose_tab, on_picture
from tests.photos import encoded, photo
from tests.server import serve_locally

SIZES = {"12 MP": (4000, 3000), "24 MP": (6000, 4000)}
ROUNDS = 3
OTHER_FORMATS = ("JPEG", "WebP", "WebP on a colour")
STROKE_FRAMES = 90
BRUSH_SIZES = (20, 60, 150)
"""Diameters on the screen, CSS pixels; the photo is shown whole, so each is several times that in its own pixels."""

WATCH_FRAMES = """() => {
    const frames = [];
    let work = 0;
    const stage = document.querySelector('#stage');
    for (const type of ['pointerdown', 'pointermove', 'pointerup']) {
        let start = 0;
        addEventListener(type, () => { start = performance.now(); }, true);
        addEventListener(type, () => { work += performance.now() - start; });
    }
    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (draw) => request((now) => {
        const start = performance.now();
        draw(now);
        work += performance.now() - start;
    });
    const tick = () => { if (work) frames.push(work); work = 0; request(tick); };
    request(tick);
    window.takeFrames = () => frames.splice(0);
}"""
"""Counts the main thread's work of each frame, in milliseconds."""

NEXT_FRAME = "new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))"


@dataclass
class Times:
    """One size: milliseconds, and bytes."""

    display: list[float] = field(default_factory=list)
    frames: dict[str, list[float]] = field(default_factory=dict)
    undo: list[float] = field(default_factory=list)
    export: list[float] = field(default_factory=list)
    peak_bytes: list[int] = field(default_factory=list)
    empty_bytes: list[int] = field(default_factory=list)
    format_peak_bytes: dict[str, list[int]] = field(default_factory=dict)


@contextmanager
def open_page(address: str) -> Iterator[Page]:
    """Open the editor's page in a browser of its own."""
    path = find()
    if path is None:
        raise BrowserMissing("run `make browser`")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, chromium_sandbox=False, args=list(QUIET))
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(address)
        yield page
        browser.close()


def renderer_peak_bytes(page: Page) -> int:
    """Give the high-water mark of the page's process; the largest, should the browser have kept another."""
    browser = page.context.browser
    assert browser
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    peaks = []
    for process in processes:
        if process["type"] == "renderer":
            status = Path(f"/proc/{process['id']}/status").read_text()
            peaks.append(int(status.split("VmHWM:")[1].split()[0]) * 1024)
    return max(peaks)


def measure(page: Page, path: Path, times: Times) -> None:
    """Go through the editor once."""
    times.empty_bytes.append(renderer_peak_bytes(page))
    answered: list[float] = []
    page.on("response", lambda response: answered.append(time.perf_counter()) if "removebg" in response.url else None)
    page.locator("#photo-file").set_input_files(path)
    expect(page.get_by_role("status")).to_contain_text("Done", timeout=PATIENCE_MS)
    page.evaluate(NEXT_FRAME)
    times.display.append((time.perf_counter() - answered[-1]) * 1000)

    panel = choose_tab(page, "Brush")
    page.evaluate(WATCH_FRAMES)
    for size in BRUSH_SIZES:
        panel.get_by_label("Size").fill(str(size))
        page.mouse.move(*on_picture(page, (0.3, 0.3)))
        page.mouse.down()
        for index in range(STROKE_FRAMES):
            page.mouse.move(*on_picture(page, (0.3 + 0.4 * index / STROKE_FRAMES, 0.3 + 0.05 * (index % 9))))
            page.evaluate("new Promise((resolve) => setTimeout(resolve, 16))")
        frames = page.evaluate("window.takeFrames()")
        page.mouse.up()
        times.frames.setdefault(str(size), []).extend(frames)
        page.wait_for_timeout(500)
    for _ in BRUSH_SIZES:
        start = page.evaluate("performance.now()")
        page.keyboard.press("Control+z")
        times.undo.append(page.evaluate(f"{NEXT_FRAME}.then(() => performance.now())") - start)
        page.wait_for_timeout(500)

    start_s = time.perf_counter()
    make_file(page)
    times.export.append((time.perf_counter() - start_s) * 1000)
    times.peak_bytes.append(renderer_peak_bytes(page))


def make_file(page: Page) -> None:
    """Open the export, and wait until the file is there to be saved."""
    page.get_by_role("button", name="Export").click()
    told = page.get_by_role("dialog", name="Export").locator("[data-part=bytes]")
    expect(told).to_contain_text("B", timeout=PATIENCE_MS)


def measure_format(page: Page, path: Path, kind: str, times: Times) -> None:
    """Cut out, and export in one of the other formats, whose colours the browser itself encodes."""
    image_format, _, background = kind.partition(" on ")
    page.locator("#photo-file").set_input_files(path)
    expect(page.get_by_role("status")).to_contain_text("Done", timeout=PATIENCE_MS)
    if background:
        choose_tab(page, "Background").get_by_role("radio", name="Colour").check()
    # As if it had been chosen before: no PNG is made first.
    page.evaluate(f"document.querySelector('#export-dialog [value={image_format.lower()}]').checked = true")
    make_file(page)
    times.format_peak_bytes.setdefault(kind, []).append(renderer_peak_bytes(page))


def percentile_95(values: list[float]) -> float:
    """Give the value that 19 of 20 do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def main() -> int:
    """Measure, print a table, and keep the figures."""
    results = {name: Times() for name in SIZES}
    with serve_locally() as address, tempfile.TemporaryDirectory() as folder:
        for name, size in SIZES.items():
            path = Path(folder) / f"{name}.jpg"
            path.write_bytes(encoded(photo("astronaut").resize(size, Image.Resampling.LANCZOS)))
        for _ in range(ROUNDS):
            for name, times in results.items():
                path = Path(folder) / f"{name}.jpg"
                with open_page(address) as page:
                    measure(page, path, times)
                for kind in OTHER_FORMATS:
                    with open_page(address) as page:
                        measure_format(page, path, kind, times)
    rows = []
    for name, times in results.items():
        strokes = ", ".join(f"{percentile_95(frames):.0f} ms at {size} px" for size, frames in times.frames.items())
        rows += [
            [name, "matte to display", f"{statistics.median(times.display):.0f} ms"],
            [name, "stroke frame, 95th percentile", strokes],
            [name, "undo of a stroke", f"{statistics.median(times.undo):.0f} ms"],
            [name, "export as PNG", f"{statistics.median(times.export):.0f} ms"],
            [name, "peak memory", f"{max(times.peak_bytes) / 1e6:.0f} MB"],
            [name, "of it, with an empty page", f"{statistics.median(times.empty_bytes) / 1e6:.0f} MB"],
        ]
        rows += [
            [name, f"peak memory, {kind}", f"{max(peaks) / 1e6:.0f} MB"]
            for kind, peaks in times.format_peak_bytes.items()
        ]
    print(machine(), *(f"{name} {number}" for name, number in versions("playwright").items()), sep=", ")
    print_table(["photo", "figure", f"medians of {ROUNDS} rounds"], rows)
    print("kept in", keep("bench-editor-page", {name: asdict(times) for name, times in results.items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
