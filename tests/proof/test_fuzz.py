"""The coverage-guided fuzzer runs, finds nothing in some seconds, and would tell of what it finds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.proof import fuzz
from tests.proof.hostile_victim import Fault, Victim, attack, judge

# CI must not pass without having tried it.
pytestmark = pytest.mark.skipif(
    not fuzz.has_atheris() and not os.environ.get("CI"), reason="atheris has no wheel for this machine"
)

QUICK_SECONDS = 5


def test_some_seconds_of_coverage_guided_fuzzing_find_nothing() -> None:
    assert fuzz.fuzz_by_coverage(seed=8, seconds=QUICK_SECONDS) > 100


def test_an_exception_that_is_no_refusal_stops_the_fuzzer(tmp_path: Path) -> None:
    (tmp_path / "picture").write_bytes(b"BM")
    script = "import sys, atheris; from tests.proof import fuzz_decode; fuzz_decode.decode = lambda *_: 1 / 0; "
    script += "atheris.Setup(sys.argv, fuzz_decode.decode_any); atheris.Fuzz()"
    command = [sys.executable, "-c", script, str(tmp_path), "-runs=10", f"-artifact_prefix={tmp_path}/"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode
    assert "ZeroDivisionError" in run.stderr + run.stdout


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (500, '{"errors": [{"title": "a", "code": "internal_error"}]}'),
        (400, "no JSON"),
        (400, '{"errors": [{"title": "a", "code": "unheard_of"}]}'),
        (503, '{"errors": [{"title": "a", "code": "malformed_body"}]}'),
    ],
)
def test_what_is_neither_an_answer_nor_a_typed_refusal_is_a_fault(status: int, body: str) -> None:
    with pytest.raises(Fault):
        judge(status, body)


def test_a_process_that_dies_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.proof.hostile_victim.CHILD", ("-c", "import sys; sys.stdin.readline(); sys.exit(3)"))
    victim = Victim()
    with pytest.raises(Fault, match="a picture: the process died with 3"):
        attack(victim, [("a picture", b"x")])
    victim.stop()
