"""`make image`: build the image, then run its tests where there is no network."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.image.build import build_base, build_image
from tests.image.store import CommandFailed, Store
from tests.image.tools import ToolsMissing, provide

STORE_VARIABLE = "FIX_SHOTS_IMAGE_STORE"
"""Tells the tests where the image is; without it there is nothing to collect for them."""

WITHOUT_NETWORK = ["unshare", "--net", "--", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"]
"""Runs a command in a network of its own, with the loopback interface and no other."""


def build(store: Store) -> None:
    """Build both images, and say how long each took."""
    for title, step in (("a base image like Lambda's", build_base), ("functions/Dockerfile on it", build_image)):
        print(f"building {title}", end="", flush=True)
        before = time.monotonic()
        step(store)
        print(f", {time.monotonic() - before:.0f} s", flush=True)


def run_tests(store: Store) -> int:
    """Run the tests beside this file; gives pytest's exit code."""
    command = [*WITHOUT_NETWORK, sys.executable, "-m", "pytest", str(Path(__file__).parent)]
    return subprocess.run(command, env={**os.environ, STORE_VARIABLE: str(store.folder)}, check=False).returncode


def main() -> int:
    """Build, test, and leave nothing behind but what is in build/."""
    try:
        provide()
    except ToolsMissing as error:
        if os.environ.get("CI"):
            sys.exit(f"make image: {error}")
        print(f"make image: skipped: {error}")
        return 0
    # So that what is mounted is unmounted then, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("make image: terminated"))
    try:
        with Store(Path(tempfile.mkdtemp(prefix="fix-shots-image-"))) as store:
            build(store)
            return run_tests(store)
    except CommandFailed as error:
        sys.exit(f"make image: {error}")


if __name__ == "__main__":
    sys.exit(main())
