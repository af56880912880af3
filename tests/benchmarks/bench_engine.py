"""`make bench`: Fix Shots and rembg side by side on the same weights and photos, interleaved, in one run.

Times are medians of pairs, and ratios are medians of each pair's own ratio, so that a machine whose speed drifts
does not favour either. Peak memory and cold starts are those of processes of their own.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from tests.benchmarks.engine_tasks import TASKS, Task
from tests.benchmarks.report import keep, machine, print_table, versions
from tests.events import matte_event
from tests.photos import NAMES, encoded, photo

PAIRS = 5
REST_SECONDS = 0.3
"""Pause before each measurement, in which the other one's threads come to rest."""


@dataclass(frozen=True)
class Row:
    """One figure: ours and rembg's in each pair, and the ratio that it may have at most."""

    figure: str
    unit: str
    ours: list[float]
    rembg: list[float]
    target: float | None

    @property
    def ratio(self) -> float:
        """Median of the pairs' ratios."""
        return statistics.median(ours / theirs for ours, theirs in zip(self.ours, self.rembg, strict=True))

    def cells(self) -> list[str]:
        """What the table shows."""
        target = "" if self.target is None else f"{self.target:.2f} {'met' if self.ratio <= self.target else 'MISSED'}"
        return [self.figure, spread(self.ours, self.unit), spread(self.rembg, self.unit), f"{self.ratio:.2f}", target]


def spread(values: list[float], unit: str) -> str:
    """Median and range."""
    return f"{statistics.median(values):.2f} {unit} ({min(values):.2f}-{max(values):.2f})"


def timed(task: Task, data: bytes) -> float:
    """Run a task once; its seconds."""
    given = task.prepare(data)
    time.sleep(REST_SECONDS)
    start = time.perf_counter()
    task.run(given)
    return time.perf_counter() - start


def made(task: Task, data: bytes) -> int:
    """Run a task once; how many bytes it made."""
    return len(task.read(task.run(task.prepare(data))))


def compare(figure: str, ours: Task, theirs: Task, photos: list[bytes], target: float) -> Row:
    """Time two tasks in turn on the same photos, after one warm-up of each."""
    timed(ours, photos[0])
    timed(theirs, photos[0])
    pairs = [(timed(ours, data), timed(theirs, data)) for _ in range(PAIRS) for data in photos]
    return Row(figure, "s", [pair[0] for pair in pairs], [pair[1] for pair in pairs], target)


def outside_the_model(task: Task, photos: list[bytes]) -> list[float]:
    """Share of a matte request that is not the network itself, for each run."""
    from removebg.matting import IsnetSession

    spent: list[float] = []
    run = IsnetSession._run

    def watched(self: IsnetSession, tensor: Any) -> Any:
        start = time.perf_counter()
        confidence = run(self, tensor)
        spent.append(time.perf_counter() - start)
        return confidence

    IsnetSession._run = watched  # type: ignore[method-assign]
    totals = [timed(task, data) for _ in range(PAIRS) for data in photos]
    IsnetSession._run = run  # type: ignore[method-assign]
    return [1 - model / total for model, total in zip(spent, totals, strict=True)]


def in_a_process(task: str, path: Path) -> tuple[float, float]:
    """Do a task once in a new process: seconds from its start to its first result, and peak memory in MB."""
    time.sleep(REST_SECONDS)
    start = time.time()
    command = [sys.executable, "-m", "tests.benchmarks.engine_tasks", task, str(path)]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    told = json.loads(printed.splitlines()[-1])
    return told["done"] - start, told["peak_mb"]


def processes(ours: str, theirs: str, path: Path) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Do two tasks in turn, each in new processes; one warm-up of each fills the disk's and numba's caches."""
    for number in range(PAIRS + 1):
        pair = in_a_process(ours, path), in_a_process(theirs, path)
        if number:
            yield pair


def small_copy(name: str) -> bytes:
    """The copy that the page would send: at most 1024 pixels, JPEG."""
    image = photo(name)
    scale = 1024 / max(image.size)
    return encoded(image.resize((round(image.width * scale), round(image.height * scale))), quality=90)


def twelve_megapixels() -> bytes:
    """A 12-megapixel JPEG with a sensor's grain, so that encoders have something to do."""
    large = np.asarray(photo("coffee").resize((4000, 3000), Image.Resampling.BICUBIC)).astype(np.float32)
    grain = np.random.default_rng(0).normal(0, 2, large.shape)
    return encoded(Image.fromarray((large + grain).clip(0, 255).astype(np.uint8)), quality=90)


@contextmanager
def on_disk(data: bytes) -> Iterator[Path]:
    """Keep bytes in a file for as long as the block runs."""
    with tempfile.NamedTemporaryFile(suffix=".jpg") as file:
        file.write(data)
        file.flush()
        yield Path(file.name)


def measure() -> tuple[list[Row], list[float], dict[str, int]]:
    """Take all figures: the table's rows, the share outside the model, and bytes sent and received."""
    copies, large = [small_copy(name) for name in NAMES], twelve_megapixels()
    tasks = {name: make() for name, make in TASKS.items()}
    rows = [
        compare("matte request / rembg's predict", tasks["ours-matte"], tasks["rembg-matte"], copies, 0.68),
        compare("12 MP JPEG to PNG / rembg.remove", tasks["ours-png"], tasks["rembg-png"], [large], 0.50),
        compare("12 MP JPEG to zip / rembg.remove", tasks["ours-zip"], tasks["rembg-png"], [large], 0.35),
    ]
    outside = outside_the_model(tasks["ours-matte"], copies)
    sizes = {
        "matte event": len(json.dumps(matte_event(copies[0]))),
        "matte": made(tasks["ours-matte"], copies[0]),
        "12 MP JPEG": len(large),
        **{f"12 MP {name}": made(tasks[name], large) for name in ("ours-png", "ours-zip", "rembg-png")},
    }
    del tasks
    with on_disk(copies[0]) as path:
        starts = list(processes("ours-matte", "rembg-matte", path))
    with on_disk(large) as path:
        peaks = list(processes("ours-png", "rembg-png", path))
    rows.append(Row("new process to first matte", "s", [a[0] for a, _ in starts], [b[0] for _, b in starts], 0.55))
    rows.append(Row("peak memory, 12 MP to PNG", "MB", [a[1] for a, _ in peaks], [b[1] for _, b in peaks], 0.50))
    return rows, outside, sizes


def main() -> int:
    """Measure, print and keep; 0 when every target is met."""
    packages = versions("onnxruntime", "rembg", "numpy", "pillow", "numba")
    print(f"{machine()}; {', '.join(f'{name} {number}' for name, number in packages.items())}")
    print(f"{PAIRS} interleaved pairs on each photo: median (range); ratio: median of the pairs' own\n")
    rows, outside, sizes = measure()
    print_table(["figure", "Fix Shots", "rembg", "ratio", "at most"], [row.cells() for row in rows])
    share = statistics.median(outside)
    print(
        f"\nof a matte request, outside the network: {share:.1%} (at most 6 %: {'met' if share <= 0.06 else 'MISSED'})"
    )
    print(", ".join(f"{name} {count} bytes" for name, count in sizes.items()))
    results = {"rows": [asdict(row) | {"ratio": row.ratio} for row in rows], "outside": outside, "bytes": sizes}
    print(f"kept in {keep('bench', {'machine': machine(), 'versions': packages, 'results': results})}")
    met = share <= 0.06 and all(row.target is None or row.ratio <= row.target for row in rows)
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
