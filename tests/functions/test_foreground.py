"""Soft edges carry the subject's colours, and opaque pixels stay what they were."""

import doctest
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from removebg import foreground as module
from removebg.foreground import estimate_foreground
from removebg.pyramid import unmix
from tests.photos import photo

Bytes = NDArray[np.uint8]

FUNCTIONS = Path(__file__).parents[2] / "functions"


def soft_disc(width: int, height: int, blur: float = 8) -> Bytes:
    """A matte with everything in it: opaque, transparent, and a wide soft edge."""
    matte = Image.new("L", (width, height))
    box = (width * 0.2, height * 0.2, width * 0.8, height * 0.8)
    ImageDraw.Draw(matte).ellipse(box, fill=255)
    return np.asarray(matte.filter(ImageFilter.GaussianBlur(blur)))


def colours(name: str, size: tuple[int, int] = (360, 240)) -> Bytes:
    return np.asarray(photo(name).resize(size))


def compose(foreground: Bytes, alpha: Bytes, background: Bytes) -> Bytes:
    share = alpha[..., None] / 255
    return np.rint(share * foreground + (1 - share) * background).astype(np.uint8)


def noise(*shape: int) -> Bytes:
    return np.random.default_rng(0).integers(0, 256, shape, dtype=np.uint8)


def visible_error(answer: Bytes, truth: Bytes, alpha: Bytes) -> float:
    """Mean difference on soft pixels, as it shows on any new background."""
    soft = (alpha > 0) & (alpha < 255)
    difference = np.abs(answer.astype(float) - truth)[soft]
    return float((difference * alpha[soft][:, None] / 255).mean())


@pytest.mark.parametrize(
    ("subject", "background"), [("coffee", "astronaut"), ("chelsea", "coffee"), ("astronaut", "chelsea")]
)
@pytest.mark.parametrize("width", [360, 1500])  # solved as it is, and on a working copy
def test_soft_pixels_carry_the_subjects_colour(subject: str, background: str, width: int) -> None:
    size = (width, width * 2 // 3)
    truth, alpha = colours(subject, size), soft_disc(*size, blur=width / 180)
    composite = compose(truth, alpha, colours(background, size))
    error = visible_error(estimate_foreground(composite, alpha), truth, alpha)
    assert error <= visible_error(composite, truth, alpha) / 2


def test_a_flat_subject_gets_its_colour_back() -> None:
    alpha = soft_disc(300, 200)
    red, green = np.array([200, 20, 40], dtype=np.uint8), np.array([10, 180, 60], dtype=np.uint8)
    composite = compose(np.broadcast_to(red, (200, 300, 3)), alpha, np.broadcast_to(green, (200, 300, 3)))
    edge = (alpha > 64) & (alpha < 255)
    assert np.abs(estimate_foreground(composite, alpha)[edge].astype(int) - red).max() <= 8


def test_opaque_and_transparent_pixels_keep_their_bytes() -> None:
    composite, alpha = noise(240, 360, 3), soft_disc(360, 240)
    kept = (alpha == 0) | (alpha == 255)
    assert np.array_equal(estimate_foreground(composite, alpha)[kept], composite[kept])


def test_nearly_opaque_pixels_stay_sharp() -> None:
    """ISNet gives much of a subject 250 to 254, where the background shows by a few levels at most."""
    truth, background = noise(240, 360, 3), np.zeros((240, 360, 3), dtype=np.uint8)
    alpha = np.full((240, 360), 254, dtype=np.uint8)
    alpha[:, :20] = 0
    answer = estimate_foreground(compose(truth, alpha, background), alpha)[:, 20:]
    assert np.abs(answer.astype(int) - truth[:, 20:]).max() <= 2


@pytest.mark.parametrize("level", [0, 255])
def test_without_soft_pixels_the_photo_comes_back(level: int) -> None:
    composite = noise(50, 70, 3)
    assert np.array_equal(estimate_foreground(composite, np.full((50, 70), level, dtype=np.uint8)), composite)


def test_the_photo_given_is_not_changed() -> None:
    composite, alpha = colours("coffee"), soft_disc(360, 240)
    before = composite.copy()
    answer = estimate_foreground(composite, alpha)
    assert np.array_equal(composite, before)
    assert not np.shares_memory(answer, composite)


@pytest.mark.parametrize("shape", [(1, 1), (1, 2), (2, 1), (3, 3), (1, 2000), (2000, 1), (2, 1281), (641, 640)])
@pytest.mark.parametrize("level", [1, 128, 254, None])
def test_any_size_and_any_matte_gets_an_answer(shape: tuple[int, int], level: int | None) -> None:
    alpha = noise(*shape) if level is None else np.full(shape, level, dtype=np.uint8)
    with np.errstate(all="raise"):
        answer = estimate_foreground(noise(*shape, 3), alpha)
    assert answer.shape == (*shape, 3)
    assert answer.dtype == np.uint8


def test_the_answer_is_the_same_every_time() -> None:
    composite, alpha = compose(colours("coffee"), soft_disc(360, 240), colours("chelsea")), soft_disc(360, 240)
    assert np.array_equal(estimate_foreground(composite, alpha), estimate_foreground(composite, alpha))


def test_a_subject_that_fills_its_half_of_the_frame_is_untouched_by_a_far_background() -> None:
    """Colours travel from the pixels around an edge, not from wherever else there is background."""
    alpha = np.asarray(Image.linear_gradient("L").resize((200, 200))).copy()
    alpha[:60], alpha[140:] = 0, 255
    composite = compose(colours("coffee", (200, 200)), alpha, colours("chelsea", (200, 200)))
    other = composite.copy()
    other[:5] = 255 - other[:5]
    difference = estimate_foreground(composite, alpha)[120:].astype(int) - estimate_foreground(other, alpha)[120:]
    assert np.abs(difference).max() <= 3


def test_unmixing_explains_the_mixture() -> None:
    """The closed form is the minimum of the energy in its docstring: no small step away from it is better."""
    rng = np.random.default_rng(0)
    mixed, foreground, background = rng.uniform(100, 150, (3, 500)).astype(np.float32)
    share, pull = rng.uniform(0, 1, 500).astype(np.float32), 0.05

    def energy(f: NDArray[np.float32], b: NDArray[np.float32]) -> NDArray[np.float64]:
        missed = (mixed - share * f - (1 - share) * b).astype(np.float64)
        moved = (f - foreground).astype(np.float64) ** 2 + (b - background).astype(np.float64) ** 2
        total: NDArray[np.float64] = missed**2 + pull * moved
        return total

    best_f, best_b = unmix(mixed, share, foreground, background, pull)
    for step_f, step_b in [(1, 0), (-1, 0), (0, 1), (0, -1)]:
        assert (energy(best_f, best_b) < energy(best_f + np.float32(step_f), best_b + np.float32(step_b))).all()


def test_the_documented_example_is_true() -> None:
    assert doctest.testmod(module, extraglobs={"np": np}).failed == 0


def test_nothing_but_numpy_is_imported() -> None:
    script = "import sys, removebg.foreground; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", script], cwd=FUNCTIONS, capture_output=True, text=True, check=True)
    assert not {"numba", "scipy", "skimage", "cv2", "pymatting", "rembg"} & set(loaded.stdout.split())
