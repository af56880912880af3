"""The other browsers that the tests try: Firefox, and WebKitGTK with its driver and a screen to draw on."""

import os
import shutil
import sys

from tests.browsers.webkit_steps import find_mini_browser
from tests.e2e.browser import can_use_apt, install_by_apt

FIREFOX = ("firefox-esr",)
WEBKIT = ("webkit2gtk-driver", "xvfb", "dbus")


def find_firefox() -> str | None:
    """Find an installed Firefox."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


def main() -> int:
    """Install what is missing; where that can't be done, say so and go on, but not in CI."""
    missing = [*(() if find_firefox() else FIREFOX), *(() if find_mini_browser() else WEBKIT)]
    if missing and can_use_apt():
        install_by_apt(*missing)
    found = {"Firefox": find_firefox(), "WebKitGTK": find_mini_browser()}
    for name, path in found.items():
        print(f"browser: {path}" if path else f"browser: no {name} here, so it will not be tried")
    return 0 if all(found.values()) or not os.environ.get("CI") else 1


if __name__ == "__main__":
    sys.exit(main())
