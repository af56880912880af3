"""A process's memory, read from outside while it waits, and what is found in it."""

import re
from collections.abc import Mapping
from io import FileIO
from pathlib import Path

SKIPPED = ("[vvar]", "[vsyscall]", "[vdso]")


def find_in_memory(pid: int, wanted: Mapping[str, bytes]) -> dict[str, int]:
    """Count how often each of the wanted byte strings is in a process's readable and writable memory."""
    counts = dict.fromkeys(wanted, 0)
    with FileIO(f"/proc/{pid}/mem") as memory:
        for start, length in writable(pid):
            held = read(memory, start, length)
            for name, bytes_wanted in wanted.items():
                counts[name] += held.count(bytes_wanted)
    return counts


def writable(pid: int) -> list[tuple[int, int]]:
    """List the regions that can hold what came at run time: where they start, and their lengths in bytes."""
    regions = []
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        match = re.match(r"([0-9a-f]+)-([0-9a-f]+) (\S+)", line)
        if match and match[3].startswith("rw") and not line.endswith(SKIPPED):
            start, end = int(match[1], 16), int(match[2], 16)
            regions.append((start, end - start))
    return regions


def read(memory: FileIO, start: int, length: int) -> bytes:
    """Read a region, as far as it is there."""
    memory.seek(start)
    try:
        return memory.read(length)
    except OSError:
        return b""
