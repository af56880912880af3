"""The local server as a process of its own: what `make dev` runs, on a free port."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]


@contextmanager
def serve_locally() -> Iterator[str]:
    """Serve site and function; gives the address, and stops when the block ends."""
    command = [sys.executable, "-m", "infra.local", "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            yield next(line for line in server.stdout if "http://" in line).split()[-1]
        finally:
            server.terminate()
            server.communicate()
