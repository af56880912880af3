"""`make bench-on-device`: ISNet in Chromium by WebAssembly beside native onnxruntime, same file and photos, in turn.

Both with as many threads as there are CPUs, at most four. What is compared is a matte of a small copy with the model
started; what starting takes is told apart.
"""

import io
import re
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from infra.local import LocalLambda, create_server
from removebg.matting import IsnetSession
from tests.benchmarks.bench_engine import REST_SECONDS, small_copy
from tests.benchmarks.report import keep, machine, print_table, versions
from tests.e2e.browser import find
from tests.e2e.conftest import QUIET
from tests.photos import NAMES
from tests.server import serve_app

ROUNDS = 3
PATIENCE_MS = 120_000

MAX_RATIO = 3.5
MAX_BLOCK_MS = 100
MAX_PEAK_MB = 1100

WATCH = """
    window.watched = { steps: [], longTaskMs: 0, gapMs: 0 };
    const isRunning = (at) => {
        const [step] = window.watched.steps.findLast(([, begun]) => begun <= at) ?? [''];
        return step.includes('on this device');
    };
    new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) {
            if (isRunning(startTime)) window.watched.longTaskMs = Math.max(window.watched.longTaskMs, duration);
        }
    }).observe({ type: 'longtask' });
    const status = document.getElementById('status');
    new MutationObserver(() => window.watched.steps.push([status.textContent, performance.now()]))
        .observe(status, { childList: true, characterData: true, subtree: true });
    let last = performance.now();
    setInterval(() => {
        const now = performance.now();
        if (isRunning(last)) window.watched.gapMs = Math.max(window.watched.gapMs, now - last);
        last = now;
    }, 5);
"""
"""Watches the UI thread while the network starts and runs: its longest task, and its longest gap between two ticks of
5 ms, which holds the time as well in which the system let others run."""


def no_function() -> Any:
    """There is no server side: a request for it would fail."""
    raise AssertionError("the function was started")


@contextmanager
def browser_on_the_page() -> Iterator[tuple[Browser, Page]]:
    """Open the front page with the device chosen."""
    with serve_app(create_server(LocalLambda(no_function))) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), chromium_sandbox=False, args=list(QUIET))
        page = browser.new_page()
        page.goto(url)
        page.get_by_role("radio", name="On this device").check()
        page.evaluate(WATCH)
        yield browser, page
        browser.close()


def run_in_page(page: Page, path: Path) -> dict[str, float]:
    """Cut out one photo; gives the seconds of each step, and the longest blocks of the UI thread so far, in ms."""
    page.evaluate("() => { window.watched.steps = [] }")
    page.locator("#photo-file").set_input_files(path)
    page.locator("[data-busy]").wait_for()
    page.locator("[data-busy]").wait_for(state="detached", timeout=PATIENCE_MS)
    watched = page.evaluate("() => window.watched")
    begun = dict(reversed(watched["steps"]))
    start, infer, end = (
        next(at for text, at in begun.items() if re.match(words, text))
        for words in ("Starting the model", "Removing the background", "Composing")
    )
    return {
        "start": (infer - start) / 1000,
        "matte": (end - infer) / 1000,
        "long_task_ms": watched["longTaskMs"],
        "gap_ms": watched["gapMs"],
    }


def peak_of_renderer_mb(browser: Browser) -> float:
    """Most memory that any renderer process has had, as Linux counts it (resident set, in MB of 10**6)."""
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    peaks = [0.0]
    for process in processes:
        status = Path(f"/proc/{process['id']}/status")
        if process["type"] == "renderer" and status.exists():
            found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
            peaks.append(int(found[1]) * 1024 / 1e6 if found else 0)
    return max(peaks)


def run_natively(session: IsnetSession, copy: Image.Image) -> float:
    """Make one matte; its seconds."""
    start = time.perf_counter()
    session.matte(copy)
    return time.perf_counter() - start


def measure() -> dict[str, Any]:
    """Take all figures, native and in the page by turns."""
    begun = time.perf_counter()
    session = IsnetSession()
    native_start = time.perf_counter() - begun
    copies = {name: small_copy(name) for name in NAMES}
    runs: list[tuple[float, dict[str, float]]] = []
    with TemporaryDirectory() as folder, browser_on_the_page() as (browser, page):
        for number in range(ROUNDS + 1):
            for name, copy in copies.items():
                path = Path(folder) / f"{name}.jpg"
                path.write_bytes(copy)
                time.sleep(REST_SECONDS)
                in_page = run_in_page(page, path)
                time.sleep(REST_SECONDS)
                natively = run_natively(session, Image.open(io.BytesIO(copy)).convert("RGB"))
                if number:
                    runs.append((natively, in_page))
        return {
            "native_start": native_start,
            "native": [natively for natively, _ in runs],
            "page": [in_page for _, in_page in runs],
            "ratio": statistics.median(in_page["matte"] / natively for natively, in_page in runs),
            "long_task_ms": runs[-1][1]["long_task_ms"],
            "gap_ms": runs[-1][1]["gap_ms"],
            "peak_mb": peak_of_renderer_mb(browser),
            "chromium": browser.version,
        }


def main() -> int:
    """Measure, print and keep; 0 when every target is met."""
    print(f"{machine()}; {', '.join(f'{name} {number}' for name, number in versions('onnxruntime').items())}")
    results = measure()
    mattes = [each["matte"] for each in results["page"]]
    starts = [each["start"] for each in results["page"]]

    def verdict(value: float, target: float) -> str:
        return f"{target:g} {'met' if value <= target else 'MISSED'}"

    print(f"Chromium {results['chromium']}; medians of {len(mattes)} runs (range)\n")
    rows = [
        ["matte, native onnxruntime", spread(results["native"]), ""],
        ["matte, in the page", spread(mattes), ""],
        ["ratio, median of the pairs'", f"{results['ratio']:.2f}", verdict(results["ratio"], MAX_RATIO)],
        ["starting the model, native", f"{results['native_start']:.2f} s", ""],
        ["starting the model, in the page", spread(starts), ""],
        [
            "longest task of the UI thread meanwhile",
            f"{results['long_task_ms']:.0f} ms",
            verdict(results["long_task_ms"], MAX_BLOCK_MS),
        ],
        ["its longest pause meanwhile", f"{results['gap_ms']:.0f} ms", ""],
        ["renderer's peak memory", f"{results['peak_mb']:.0f} MB", verdict(results["peak_mb"], MAX_PEAK_MB)],
    ]
    print_table(["figure", "measured", "at most"], rows)
    print(f"kept in {keep('bench-on-device', {'machine': machine(), 'results': results})}")
    met = (
        results["ratio"] <= MAX_RATIO and results["long_task_ms"] <= MAX_BLOCK_MS and results["peak_mb"] <= MAX_PEAK_MB
    )
    return 0 if met else 1


def spread(seconds: list[float]) -> str:
    """Median and range."""
    return f"{statistics.median(seconds):.2f} s ({min(seconds):.2f}-{max(seconds):.2f})"


if __name__ == "__main__":
    sys.exit(main())
