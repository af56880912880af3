"""Where no image can be built, a developer's run says so and goes on, and CI's fails."""

import os

import pytest

from tests.image.__main__ import main


@pytest.fixture(autouse=True)
def not_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody but root can build one."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)


def test_a_developer_is_told_why_it_is_skipped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert main() == 0
    assert capsys.readouterr().out.startswith("make image: skipped: images are built and run by root on Linux only")


def test_ci_never_skips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(SystemExit, match="root on Linux only"):
        main()
