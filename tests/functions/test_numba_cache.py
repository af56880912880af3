"""What numba has compiled is put where it can be used: once, whole, and only where the image has any."""

from pathlib import Path

import pytest

from removebg.numba_cache import seed_numba_cache


@pytest.fixture
def baked(tmp_path: Path) -> Path:
    """A cache in the image."""
    folder = tmp_path / "image" / "numba_cache"
    (folder / "alpha").mkdir(parents=True)
    (folder / "alpha" / "index.nbi").write_bytes(b"compiled")
    return folder


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where numba will look for it."""
    folder = tmp_path / "tmp" / "numba_cache"
    folder.parent.mkdir()
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(folder))
    return folder


def test_the_baked_cache_is_copied_whole(baked: Path, chosen: Path) -> None:
    seed_numba_cache(baked)
    assert (chosen / "alpha" / "index.nbi").read_bytes() == b"compiled"
    assert [path.name for path in chosen.parent.iterdir()] == ["numba_cache"]


def test_it_is_copied_once(baked: Path, chosen: Path) -> None:
    seed_numba_cache(baked)
    (chosen / "alpha" / "index.nbi").write_bytes(b"newer")
    seed_numba_cache(baked)
    assert (chosen / "alpha" / "index.nbi").read_bytes() == b"newer"


def test_half_a_copy_of_a_process_that_was_ended_is_not_taken_for_a_cache(baked: Path, chosen: Path) -> None:
    half = chosen.with_name("numba_cache.partial") / "alpha"
    half.mkdir(parents=True)
    (half / "index.nbi").write_bytes(b"com")
    seed_numba_cache(baked)
    assert (chosen / "alpha" / "index.nbi").read_bytes() == b"compiled"


def test_without_a_baked_cache_nothing_is_made(tmp_path: Path, chosen: Path) -> None:
    seed_numba_cache(tmp_path / "none")
    assert not chosen.exists()


def test_without_a_chosen_place_nothing_is_made(baked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    seed_numba_cache(baked)
    assert [path.name for path in tmp_path.iterdir()] == ["image"]
