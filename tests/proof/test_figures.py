"""The table that `make prove` prints sums up what the proofs have left, and says when."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.proof import figures


def test_cases_of_one_kind_are_summed_up_and_what_stands_beside_is_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(figures, "FOLDER", tmp_path / "proof")
    figures.report("hostile inputs", "Bombs", Counter({"refused": 1200, "answered": 2}))
    figures.report("hostile inputs", "Liars", Counter({"refused": 3}))
    figures.report("load", "Requests", Counter({"right": 9}), {"drift of memory": "+0.1%"})
    hostile, load = figures.in_words(figures.read_table())
    assert hostile == f"hostile inputs, {date.today()}: 1,205 tried: refused 1,203, answered 2"
    assert load == f"load, {date.today()}: 9 tried: right 9, drift of memory +0.1%"
