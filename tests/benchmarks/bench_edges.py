"""Foreground colours against ground truth: rembg's default, rembg's decontaminate, ours. `make bench-edges`.

Each method is given the composite and the true matte (truth.py says where they come from) and answers a cutout. The
cutout is laid on a third background and compared with the true colours laid on it: mean absolute difference over the
channels, of 255. *soft* is every pixel with 0 < alpha < 255; *edge* only those from 5 to 95 percent, because ISNet's
mattes are nearly, but not quite, opaque over much of a subject, and there no method has anything to do.

Times are from a picture and a matte to an RGBA picture, the methods taking turns, after one untimed turn.
"""

import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass

import numpy as np
from PIL import Image

from tests.benchmarks.edge_methods import METHODS
from tests.benchmarks.report import keep, machine, print_table, versions
from tests.benchmarks.truth import Scene, compose, scenes

SIZES = {"1 MP": (1152, 864), "12 MP": (4000, 3000)}
ROUNDS = 5

TARGETS = {
    ("soft", "naive"): 0.5,
    ("edge", "naive"): 0.5,
    ("soft", "rembg decontaminate"): 1.1,
    ("edge", "rembg decontaminate"): 1.1,
    ("seconds", "rembg decontaminate"): 0.25,
}
"""Largest share of another method's error, at every size, or of its time, at 12 megapixels, that ours may have."""


@dataclass(frozen=True)
class Measurement:
    """One method on one scene: errors of 255, and the time of each run."""

    scene: str
    method: str
    soft: float
    edge: float
    seconds: list[float]


@dataclass(frozen=True)
class Summary:
    """One method over all scenes of one size."""

    soft: float
    edge: float
    seconds: float
    fastest: float
    slowest: float


def errors(scene: Scene, cutout: Image.Image) -> tuple[float, float]:
    """Mean absolute error, of 255, on a third background: over soft pixels, and over edge pixels."""
    answer = compose(np.asarray(cutout)[..., :3], scene.alpha, scene.third)
    truth = compose(scene.foreground, scene.alpha, scene.third)
    difference = np.maximum(answer, truth) - np.minimum(answer, truth)
    soft = (scene.alpha > 0) & (scene.alpha < 255)
    edge = (scene.alpha > 12) & (scene.alpha < 243)
    return float(difference[soft].mean()), float(difference[edge].mean())


def measure(size: tuple[int, int]) -> Iterator[Measurement]:
    """Errors and times of every method on every scene at (width, height)."""
    for scene in scenes(size):
        picture, matte = Image.fromarray(scene.photo), Image.fromarray(scene.alpha)
        found = {name: errors(scene, method(picture, matte)) for name, method in METHODS.items()}
        seconds: dict[str, list[float]] = {name: [] for name in METHODS}
        for _ in range(ROUNDS):
            for name, method in METHODS.items():
                start = time.perf_counter()
                method(picture, matte)
                seconds[name].append(time.perf_counter() - start)
        for name in METHODS:
            yield Measurement(scene.name, name, *found[name], seconds[name])


def summarise(measurements: list[Measurement], method: str) -> Summary:
    """Means of a method's errors over the scenes, and the median and range of all its times."""
    chosen = [measurement for measurement in measurements if measurement.method == method]
    seconds = [second for measurement in chosen for second in measurement.seconds]
    return Summary(
        soft=statistics.mean(measurement.soft for measurement in chosen),
        edge=statistics.mean(measurement.edge for measurement in chosen),
        seconds=statistics.median(seconds),
        fastest=min(seconds),
        slowest=max(seconds),
    )


def verdicts(size: str, summaries: dict[str, Summary]) -> Iterator[tuple[str, bool]]:
    """Hold ours against the targets: a line, and whether it is met, for each."""
    for (quantity, reference), target in TARGETS.items():
        if quantity == "seconds" and size != "12 MP":
            continue
        share = getattr(summaries["ours"], quantity) / getattr(summaries[reference], quantity)
        met = share <= target
        yield f"{size}: {quantity} / {reference} = {share:.2f}, at most {target}: {'met' if met else 'MISSED'}", met


def main() -> int:
    """Measure, print and keep; 0 when every target is met."""
    packages = versions("numpy", "pillow", "rembg", "pymatting", "numba", "onnxruntime", "scikit-image")
    print(f"{machine()}; {', '.join(f'{name} {number}' for name, number in packages.items())}\n")
    measured = {size: list(measure(pixels)) for size, pixels in SIZES.items()}
    summaries = {
        size: {name: summarise(measurements, name) for name in METHODS} for size, measurements in measured.items()
    }

    print(f"means over the scenes; seconds: median and range of {ROUNDS} interleaved runs on each scene")
    rows = [
        [size, name, f"{row.soft:.2f}", f"{row.edge:.2f}", f"{row.seconds:.3f}", f"{row.fastest:.3f}-{row.slowest:.3f}"]
        for size, by_method in summaries.items()
        for name, row in by_method.items()
    ]
    print_table(["size", "method", "soft", "edge", "seconds", "range"], rows)

    print("\nscene by scene at 12 MP")
    rows = [[row.scene, row.method, f"{row.soft:.2f}", f"{row.edge:.2f}"] for row in measured["12 MP"]]
    print_table(["scene", "method", "soft", "edge"], rows)

    lines = [line for size, by_method in summaries.items() for line in verdicts(size, by_method)]
    print("", *(line for line, _ in lines), sep="\n")
    results = {size: [asdict(row) for row in measurements] for size, measurements in measured.items()}
    print(f"\nkept in {keep('bench-edges', {'machine': machine(), 'versions': packages, 'results': results})}")
    return 0 if all(met for _, met in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
