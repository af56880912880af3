"""What does the int8 model cost in quality, and what does it gain in time? `make bench-fidelity`.

Both files that `make model` built answer the same photos, in turns, so that a busy machine slows both alike. No photo
was calibrated on; some are grey, dark, soft or flat, and `camera` has the outliers that ruin a model of min-max ranges.
"""

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict

import onnxruntime
from PIL import Image, ImageEnhance, ImageFilter

from model.__main__ import MODEL_PATH, SMALL_MODEL_PATH
from model.fidelity import UNSEEN, Difference, difference, grey, levels, photo
from tests.benchmarks.report import keep, machine, print_table, versions

PHOTOS: dict[str, Callable[[], Image.Image]] = {
    **UNSEEN,
    "camera, flat": lambda: ImageEnhance.Contrast(photo("camera")).enhance(0.5),
    "astronaut, grey": lambda: grey("astronaut"),
    "astronaut, soft": lambda: photo("astronaut").filter(ImageFilter.GaussianBlur(3)),
    "coffee, grey": lambda: grey("coffee"),
    "motorcycle": lambda: photo("stereo_motorcycle"),
    "motorcycle, grey": lambda: grey("stereo_motorcycle"),
}


def main() -> int:
    """Measure, print and keep."""
    packages = versions("numpy", "pillow", "onnxruntime", "scikit-image")
    print(f"{machine()}; {', '.join(f'{name} {number}' for name, number in packages.items())}\n")
    paths = {"float32": MODEL_PATH, "int8": SMALL_MODEL_PATH}
    sessions = {
        name: onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"]) for name, path in paths.items()
    }
    seconds: dict[str, list[float]] = {name: [] for name in sessions}
    found: dict[str, Difference] = {}
    for session in sessions.values():
        levels(session, photo("coffee"))  # the first run allocates
    for name, make in PHOTOS.items():
        picture = make()
        mattes = {}
        for variant, session in sessions.items():
            start = time.perf_counter()
            mattes[variant] = levels(session, picture)
            seconds[variant].append(time.perf_counter() - start)
        found[name] = difference(mattes["float32"], mattes["int8"])

    print("int8 to float32: mean difference and 99.9th percentile, in levels of 255; IoU at half alpha")
    rows = [[name, f"{one.mean:.2f}", f"{one.percentile_99_9:.0f}", f"{one.iou:.4f}"] for name, one in found.items()]
    means, tails, ious = ([getattr(one, key) for one in found.values()] for key in ("mean", "percentile_99_9", "iou"))
    middle = [f"{statistics.median(values):.{digits}f}" for values, digits in ((means, 2), (tails, 0), (ious, 4))]
    rows += [["median", *middle], ["worst", f"{max(means):.2f}", f"{max(tails):.0f}", f"{min(ious):.4f}"]]
    print_table(["photo", "mean", "99.9 %", "IoU"], rows)

    print("\nseconds from photo to matte: median, fastest, slowest; relative to float32, pair by pair")
    ratios = [small / large for small, large in zip(seconds["int8"], seconds["float32"], strict=True)]
    relative = {"float32": 1.0, "int8": statistics.median(ratios)}
    print_table(
        ["model", "MB", "median", "fastest", "slowest", "relative"],
        [
            [name, f"{paths[name].stat().st_size / 1e6:.0f}"]
            + [f"{pick(times):.2f}" for pick in (statistics.median, min, max)]
            + [f"{relative[name]:.2f}"]
            for name, times in seconds.items()
        ],
    )
    results = {"differences": {name: asdict(one) for name, one in found.items()}, "seconds": seconds}
    print(f"\nkept in {keep('bench-fidelity', {'machine': machine(), 'versions': packages, **results})}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
