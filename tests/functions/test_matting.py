"""The engine gives rembg's matte from the same weights, and knows when there is no subject."""

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from removebg.errors import UnknownForeground
from removebg.limits import MAX_HAZE_ALPHA
from removebg.matting import (
    MODEL_FILES,
    MODEL_FOLDER,
    MODEL_VARIABLE,
    IsnetSession,
    ModelMissing,
    as_tensor,
    chosen_model,
)
from tests.photos import NAMES, photo
from tests.reference import rembg_session


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return rembg_session(tmp_path_factory.mktemp("rembg"))


@pytest.mark.timeout(600)  # the first import of rembg compiles pymatting
@pytest.mark.filterwarnings("ignore")  # rembg's and pymatting's own
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("model", "at_most"), [("float32", 1.0), ("int8", 2.0)])
def test_alpha_is_rembgs_on_real_photos(reference: Any, name: str, model: str, at_most: float) -> None:
    (matte,) = session_of(model).predict(photo(name))
    ours = np.asarray(matte).astype(int)
    (mask,) = reference.predict(photo(name))
    theirs = np.asarray(mask).astype(int)
    assert ours.shape == theirs.shape
    assert 20 < ours.mean() < 235, "a matte of one colour proves nothing"
    assert np.abs(ours - theirs).mean() <= at_most


@cache
def session_of(model: str) -> IsnetSession:
    return IsnetSession(MODEL_FOLDER / MODEL_FILES[model])


def test_the_small_model_is_used_unless_the_float_one_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(MODEL_VARIABLE, raising=False)
    assert chosen_model() == MODEL_FOLDER / "isnet-general-use.int8.onnx"
    monkeypatch.setenv(MODEL_VARIABLE, "float32")
    assert chosen_model() == MODEL_FOLDER / "isnet-general-use.onnx"
    monkeypatch.setenv(MODEL_VARIABLE, "../../etc/passwd")
    with pytest.raises(ModelMissing, match="int8 or float32"):
        chosen_model()


@pytest.mark.parametrize("name", NAMES)
def test_no_haze_is_left_over_the_background(session: IsnetSession, name: str) -> None:
    levels = np.asarray(session.matte(photo(name)))
    assert not ((levels > 0) & (levels <= MAX_HAZE_ALPHA)).any()
    assert (levels == 0).mean() > 0.1


def test_nothing_outside_the_region_is_looked_at(session: IsnetSession) -> None:
    coffee = photo("coffee")
    beside = Image.new("RGB", (1200, 400), "white")
    beside.paste(coffee, (600, 0))
    beside.paste(photo("astronaut").resize((600, 400)), (0, 0))
    matte = session.matte(beside, (600, 0, 1200, 400))
    assert (matte.mode, matte.size) == ("L", (1024, 1024))
    alone = session.matte(coffee)
    assert np.abs(np.asarray(matte).astype(int) - np.asarray(alone)).mean() < 1


@pytest.mark.parametrize("colour", ["black", "white", "gray"])
def test_a_picture_of_one_colour_has_no_subject(session: IsnetSession, colour: str) -> None:
    with pytest.raises(UnknownForeground):
        session.matte(Image.new("RGB", (320, 240), colour))


def test_the_tensor_is_rembgs_normalisation() -> None:
    generator = np.random.default_rng(0)
    pixels = generator.integers(0, 200, (1024, 1024, 3), dtype=np.uint8)
    expected = (pixels / pixels.max() - 0.5).transpose(2, 0, 1)[np.newaxis]
    tensor = as_tensor(Image.fromarray(pixels), np.empty((1, 3, 1024, 1024), np.float32))
    assert tensor.shape == (1, 3, 1024, 1024)
    assert np.allclose(tensor, expected, atol=1e-6)


def test_a_missing_model_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="make model"):
        IsnetSession(tmp_path / "none.onnx")
