"""Runs Lighthouse, on a phone's screen and on a desktop's."""

import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.e2e.browser import BrowserMissing, find

SCRIPT = Path(__file__).with_suffix(".js")


def run_lighthouse(categories: str, addresses: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Run it on each address; gives the scores, what cost points, and the time until the page was interactive."""
    chromium = find()
    if chromium is None:
        raise BrowserMissing("run `make browser`")
    command = ["node", str(SCRIPT), str(chromium), categories, *addresses]
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return map(json.loads, run.stdout.splitlines())
