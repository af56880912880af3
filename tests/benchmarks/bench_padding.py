"""Does padding a photo before ISNet sees it give better mattes than rembg's none? `make bench-padding`.

Each strategy frames a scene of known matte (framing.py), ISNet answers, the frame is cut away again, and the rest is
compared with the truth. rembg stretches the photo to the model's square as it is; that is *none*. *letterbox* pads to
a square first, which keeps the ratio. The others (padding.py) pad every side by a share of the shorter one.

Only whole scenes are independent, so the verdict is on the difference to *none* scene by scene, with the 95 percent
interval of its mean over 10,000 bootstrap samples of the scenes.
"""

import sys
from dataclasses import asdict, dataclass

import numpy as np
from PIL import Image

from removebg.errors import UnknownForeground
from removebg.matting import IsnetSession
from tests.benchmarks.framing import Framing, framings
from tests.benchmarks.padding import strategies
from tests.benchmarks.report import keep, machine, print_table, versions
from tests.benchmarks.truth import Bytes


@dataclass(frozen=True)
class Score:
    """How far a matte is from the truth.

    `mean` is the mean absolute difference, of 255; `sad` the sum of absolute differences of alpha, in thousands of
    pixels; `iou` the intersection over union at half alpha.
    """

    scene: str
    group: str
    strategy: str
    mean: float
    sad: float
    iou: float


def score(scene: Framing, strategy: str, alpha: Bytes) -> Score:
    """Compare a matte with the scene's."""
    difference = np.abs(alpha.astype(np.float64) - scene.alpha)
    found, true = alpha >= 128, scene.alpha >= 128
    iou = float((found & true).sum() / max((found | true).sum(), 1))
    return Score(scene.name, scene.group, strategy, float(difference.mean()), float(difference.sum()) / 255e3, iou)


def measure(session: IsnetSession, scene: Framing) -> list[Score]:
    """Score every strategy on a scene, with one inference each."""
    scores = []
    height, width = scene.alpha.shape
    for name, (filling, where) in strategies().items():
        sides = where(scene.photo)
        padded = Image.fromarray(filling(scene.photo, sides))
        try:
            matte = session.matte(padded).resize(padded.size, Image.Resampling.LANCZOS)
        except UnknownForeground:
            matte = Image.new("L", padded.size)
        top, left = sides[0][0], sides[1][0]
        scores.append(score(scene, name, np.asarray(matte)[top : top + height, left : left + width]))
    return scores


def interval(differences: np.ndarray) -> tuple[float, float]:
    """Give the 95 percent interval of a mean, by bootstrap."""
    samples = np.random.default_rng(0).choice(differences, (10_000, len(differences)))
    low, high = np.percentile(samples.mean(axis=1), [2.5, 97.5])
    return float(low), float(high)


def main() -> int:
    """Measure, print and keep."""
    packages = versions("numpy", "pillow", "onnxruntime", "scikit-image")
    print(f"{machine()}; {', '.join(f'{name} {number}' for name, number in packages.items())}\n")
    session = IsnetSession()
    scores = [one for scene in framings() for one in measure(session, scene)]

    def of(strategy: str, quantity: str, group: str = "") -> np.ndarray:
        chosen = [one for one in scores if one.strategy == strategy and one.group.startswith(group)]
        return np.array([getattr(one, quantity) for one in chosen])

    rows = []
    for name in strategies():
        mean, sad, iou = (of(name, quantity).mean() for quantity in ("mean", "sad", "iou"))
        groups = [f"{of(name, 'mean', group).mean():.2f}" for group in ("cut off", "holes", "several")]
        change = of(name, "mean") - of("none", "mean")
        low, high = interval(change)
        better = f"{(change < 0).sum()} of {len(change)}"
        differences = [f"{change.mean():+.2f}", f"{low:+.2f} to {high:+.2f}", f"{np.median(change):+.2f}", better]
        rows.append([name, f"{mean:.2f}", f"{sad:.2f}", f"{iou:.4f}", *groups, *differences])
    head = ["strategy", "mean", "SAD", "IoU", "cut off", "holes", "several", "to none", "95 %", "median", "better on"]
    print(
        "mean absolute error of 255 (also by group), SAD in thousands of pixels, IoU at 0.5;\n"
        "difference of the mean error to none: mean, 95 percent interval, median"
    )
    print_table(head, rows)

    print("\nmean absolute error, scene by scene")
    scenes = list(dict.fromkeys(one.scene for one in scores))
    print_table(
        ["strategy", *scenes], [[name, *(f"{value:.1f}" for value in of(name, "mean"))] for name in strategies()]
    )
    results = [asdict(one) for one in scores]
    print(f"\nkept in {keep('bench-padding', {'machine': machine(), 'versions': packages, 'results': results})}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
