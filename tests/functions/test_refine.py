"""refine=alpha_matting runs rembg's closed-form matting on our engine, bounded in size."""

import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from removebg.limits import REFINE_SIDE_PIXELS
from removebg.matting import IsnetSession
from removebg.refine import refine_matte
from tests.photos import photo

pytestmark = [
    pytest.mark.timeout(600),  # the first import of rembg compiles pymatting
    pytest.mark.filterwarnings("ignore"),  # rembg's and pymatting's own
]


def test_the_refined_matte_is_rembgs_on_our_engine(session: IsnetSession) -> None:
    import rembg

    chelsea = photo("chelsea")
    expected = rembg.remove(chelsea, session=session, alpha_matting=True)
    assert isinstance(expected, Image.Image)
    refined = refine_matte(session, chelsea, (0, 0, *chelsea.size))
    assert np.array_equal(np.asarray(refined), np.asarray(expected.getchannel("A")))
    plain = np.asarray(session.predict(chelsea)[0]).astype(int)
    difference = np.abs(np.asarray(refined).astype(int) - plain)
    assert 0 < difference.mean() < 20


def test_a_large_photo_is_refined_at_a_bounded_size(session: IsnetSession, monkeypatch: pytest.MonkeyPatch) -> None:
    import rembg

    seen: list[tuple[int, int]] = []

    def remember(image: Image.Image, **_: object) -> Image.Image:
        seen.append(image.size)
        return image.convert("RGBA")

    monkeypatch.setattr(rembg, "remove", remember)
    refine_matte(session, Image.new("RGB", (4000, 1000)), (0, 0, 4000, 1000))
    refine_matte(session, Image.new("RGB", (400, 1000)), (100, 0, 300, 400))
    assert seen == [(REFINE_SIDE_PIXELS, REFINE_SIDE_PIXELS // 4), (200, 400)]


def test_rembg_is_not_imported_before_it_is_asked_for() -> None:
    script = "import sys, removebg.refine; print('rembg' in sys.modules)"
    printed = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout
    assert printed.strip() == "False"
