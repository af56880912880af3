"""What a process did to files, as strace saw it; strace is installed where it is missing."""

import re
import shutil
from pathlib import Path

from tests.e2e.browser import can_use_apt, install_by_apt
from tests.proof.serve_events import SERVING

TRACED = "%file,openat2,memfd_create,ftruncate,fallocate,copy_file_range,fchmod,io_uring_setup"
"""All calls that name a file, and those that make, fill or change one without a name."""

WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND|O_TMPFILE")

HARMLESS = {
    *("access", "faccessat", "faccessat2", "stat", "lstat", "newfstatat", "statx", "statfs", "readlink", "readlinkat"),
    *("getcwd", "chdir", "fchdir", "name_to_handle_at", "getxattr", "lgetxattr"),
}
"""Calls that name a file and only look."""


class StraceMissing(Exception):
    """There is no strace, and none could be installed."""


def find_strace() -> str:
    """Find strace, or install it."""
    if shutil.which("strace") is None and can_use_apt():
        install_by_apt("strace")
    found = shutil.which("strace")
    if found is None:
        raise StraceMissing("strace is needed to see what the function writes; install it and run make again")
    return found


def recording(record: Path) -> list[str]:
    """Give the command that runs another and records its calls, those of its threads and children too."""
    return [find_strace(), "-f", "--seccomp-bpf", "-qq", "-s", "256", "-e", f"trace={TRACED}", "-o", str(record)]


def changes_of(record: Path) -> list[str]:
    """List the calls, since the process serves, that could have changed anything on a disk."""
    before, found, since = record.read_text(errors="replace").partition(f'"{SERVING}"')
    assert found, before[-500:]
    return [call for line in since.splitlines()[1:] if is_change(call := line.partition(" ")[2].strip())]


def is_change(call: str) -> bool:
    """Tell whether a call could have changed a file; one that is not known to look only, counts."""
    name = call.partition("(")[0]
    if name in ("open", "openat", "openat2"):
        return bool(WRITING.search(call))
    # Continuations of calls of several threads, signals, and ends of threads.
    return name.isidentifier() and name not in HARMLESS
