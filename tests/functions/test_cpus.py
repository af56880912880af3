"""Threads are counted from the CPUs that are really there."""

import os
from pathlib import Path

import pytest

from removebg.cpus import available_cpus


@pytest.fixture(autouse=True)
def eight_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(8)), raising=False)


def test_affinity_counts_where_there_is_no_quota(tmp_path: Path) -> None:
    assert available_cpus(tmp_path) == 8


@pytest.mark.parametrize(
    ("limit", "expected"), [("max 100000", 8), ("200000 100000", 2), ("170000 100000", 1), ("50000 100000", 1)]
)
def test_a_quota_of_cgroup_2_is_kept(tmp_path: Path, limit: str, expected: int) -> None:
    (tmp_path / "cpu.max").write_text(f"{limit}\n")
    assert available_cpus(tmp_path) == expected


@pytest.mark.parametrize(("allowed", "expected"), [("-1", 8), ("300000", 3)])
def test_a_quota_of_cgroup_1_is_kept(tmp_path: Path, allowed: str, expected: int) -> None:
    (tmp_path / "cpu").mkdir()
    (tmp_path / "cpu" / "cpu.cfs_quota_us").write_text(allowed)
    (tmp_path / "cpu" / "cpu.cfs_period_us").write_text("100000")
    assert available_cpus(tmp_path) == expected


def test_affinity_bounds_a_generous_quota(tmp_path: Path) -> None:
    (tmp_path / "cpu.max").write_text("6400000 100000")
    assert available_cpus(tmp_path) == 8
