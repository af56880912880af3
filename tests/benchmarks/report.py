"""What every bench prints and keeps: the machine, the versions, a table, a JSON file under build/."""

import json
import os
import platform
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

BUILD = Path(__file__).parents[2] / "build"


def machine() -> str:
    """Name the processor and the cores that this process may use."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{names[0] if names else platform.processor() or platform.machine()}, {cores} cores, {platform.system()}"


def versions(*packages: str) -> dict[str, str]:
    """Versions of Python and of the packages that were measured."""
    return {"python": platform.python_version()} | {package: version(package) for package in packages}


def print_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a Markdown table; figures to the right."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    for cells in (head, ["-" * width for width in widths], *rows):
        padded = (
            cell.rjust(width) if cell[:1].isdigit() else cell.ljust(width)
            for cell, width in zip(cells, widths, strict=True)
        )
        print(f"| {' | '.join(padded)} |")


def keep(name: str, results: dict[str, Any]) -> str:
    """Write the results to build/<name>.json, and give that path."""
    BUILD.mkdir(exist_ok=True)
    (BUILD / f"{name}.json").write_text(json.dumps(results, indent=2) + "\n")
    return f"{BUILD.name}/{name}.json"
