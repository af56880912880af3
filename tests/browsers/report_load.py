"""Prints what the front page's first load weighs, and when it can be used.

Run as ``python -m tests.browsers.report_load``.
"""

import statistics

from playwright.sync_api import sync_playwright

from tests.browsers.first_load import measure
from tests.browsers.lighthouse import run_lighthouse
from tests.e2e.browser import find
from tests.server import serve_locally

RUNS = 3


def main() -> None:
    """Measure, and print."""
    with serve_locally() as address:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find(), chromium_sandbox=False)
            transfers = measure(browser.new_page(), address)
            browser.close()
        total = sum(transfer.size_bytes for transfer in transfers)
        print(f"first load: {len(transfers)} files, {total / 1000:.0f} kB compressed with gzip")
        for transfer in transfers[:5]:
            print(f"  {transfer.size_bytes / 1000:6.1f} kB  {transfer.path}")
        times: dict[str, list[float]] = {}
        for run in run_lighthouse("performance", [address] * RUNS):
            # Lighthouse gives none when the machine was too busy to tell.
            if run["interactiveMs"] is not None:
                times.setdefault(run["screen"], []).append(run["interactiveMs"])
        for screen, milliseconds in times.items():
            middle, most = statistics.median(milliseconds), max(milliseconds)
            runs = f"{len(milliseconds)} runs, local server"
            print(f"interactive on a {screen}: {middle:.0f} ms, at most {most:.0f} ms, {runs}")


if __name__ == "__main__":
    main()
