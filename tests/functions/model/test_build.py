"""`python -m model` says in words why there is no model, and leaves the files of an earlier run alone."""

from pathlib import Path

import pytest

from model import __main__ as build
from model.fidelity import QuantisedTooFar
from model.quantise import RangesDoNotFit
from model.sources import SOURCES, ModelUnavailable


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder with both files of an earlier run, and a build whose every step passes."""

    def write(_: object, *rest: object) -> None:
        next(path for path in reversed(rest) if isinstance(path, Path)).write_text("new")

    monkeypatch.setattr(build, "MODEL_PATH", tmp_path / "isnet.onnx")
    monkeypatch.setattr(build, "SMALL_MODEL_PATH", tmp_path / "isnet.int8.onnx")
    monkeypatch.setattr(build, "CARD_PATH", tmp_path / "isnet.json")
    monkeypatch.setattr(build, "fetch_first", lambda sources, folder: (sources[0], folder))
    monkeypatch.setattr(build, "prune", write)
    monkeypatch.setattr(build, "quantise", write)
    monkeypatch.setattr(build, "check", lambda *_: 0.0)
    monkeypatch.setattr(build, "check_fidelity", lambda *_: {})
    for name in ("isnet.onnx", "isnet.int8.onnx", "isnet.json"):
        (tmp_path / name).write_text("old")
    return tmp_path


def contents(folder: Path) -> set[str]:
    return {path.read_text() for path in folder.iterdir() if path.suffix == ".onnx"}


def test_both_files_and_their_card_are_put_in_place_under_their_names(place: Path) -> None:
    build.main()
    assert contents(place) == {"new"}
    assert {path.name for path in place.iterdir()} == {"isnet.onnx", "isnet.int8.onnx", "isnet.json"}
    assert '"int8": {' in (place / "isnet.json").read_text()


@pytest.mark.parametrize(
    ("step", "failure", "advice"),
    [
        ("fetch_first", ModelUnavailable("no source answered"), "Check the network"),
        ("check", build.ModelChanged("it answers otherwise"), "earlier run"),
        ("quantise", RangesDoNotFit("no range for relu_002"), "earlier run"),
        ("check_fidelity", QuantisedTooFar("coffee is 16 of 255 off"), "earlier run"),
    ],
)
def test_a_step_that_fails_is_told_in_words_and_nothing_is_replaced(
    step: str, failure: Exception, advice: str, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise failure

    monkeypatch.setattr(f"model.__main__.{step}", fail)
    with pytest.raises(SystemExit) as raised:
        build.main()
    assert str(raised.value).startswith(f"make model: {failure}\n")
    assert advice in str(raised.value)
    assert contents(place) == {"old"}
    assert {path.name for path in place.iterdir()} == {"isnet.onnx", "isnet.int8.onnx", "isnet.json"}
    assert (place / "isnet.json").read_text() == "old"


def test_a_source_whose_graph_the_ranges_do_not_fit_gives_way_to_the_next(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    works = vars(build)["quantise"]
    asked = []

    def fits_the_second(pruned: Path, kept: object, destination: Path) -> None:
        asked.append(pruned)
        if len(asked) == 1:
            raise RangesDoNotFit("no range for relu_002")
        works(pruned, {}, destination)

    monkeypatch.setattr(build, "quantise", fits_the_second)
    build.main()
    assert f"{SOURCES[0].name}: no range for relu_002" in capsys.readouterr().out
    assert SOURCES[1].name in (place / "isnet.json").read_text()
    assert contents(place) == {"new"}
