"""The browser that the tests drive: an installed Chromium or Chrome, else one that this module installs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPLICATIONS = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)


class BrowserMissing(Exception):
    """No Chromium was found, and none could be installed."""


def find() -> Path | None:
    """Find an installed Chromium or Chrome, or the one that Playwright has downloaded before."""
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    with sync_playwright() as playwright:
        downloaded = Path(playwright.chromium.executable_path)
    return next((path for path in (*MAC_APPLICATIONS, downloaded) if path.exists()), None)


def can_use_apt() -> bool:
    """Say whether this is Debian, or of its family, and ours to change."""
    return sys.platform == "linux" and shutil.which("apt-get") is not None and os.geteuid() == 0


def install_by_apt(*packages: str) -> None:
    """Install packages, as far as that goes; waits for others who do the same."""
    print(f"installing {', '.join(packages)} with apt", flush=True)
    apt = ["apt-get", "--quiet=2", "-o", "DPkg::Lock::Timeout=300"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*apt, "update"], check=False)
    subprocess.run([*apt, "install", "--no-install-recommends", *packages], check=False, env=environment)


def install() -> Path:
    """Install Chromium by apt where that can be done, else let Playwright download its own.

    Raises
    ------
    BrowserMissing
        When neither can be done; says how to help.
    """
    if can_use_apt():
        install_by_apt("chromium")
    if (found := find()) is None:
        print("letting Playwright download Chromium", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
        found = find()
    if found is None:
        raise BrowserMissing("no Chromium could be found or installed; install Chromium or Chrome and run make again")
    return found


if __name__ == "__main__":
    try:
        print(f"browser: {find() or install()}")
    except BrowserMissing as error:
        sys.exit(f"make browser: {error}")
