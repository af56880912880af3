"""How many CPUs this process may really use: fewer than the host has, in a container or in Lambda."""

import math
import os
from pathlib import Path

CGROUP = Path("/sys/fs/cgroup")


def available_cpus(cgroup: Path = CGROUP) -> int:
    """Count the CPUs by affinity and by the cgroup's quota, rounded down; at least 1.

    onnxruntime counts the host's cores instead, and starts more threads than there is time for
    (https://github.com/microsoft/onnxruntime/issues/8313).

    Parameters
    ----------
    cgroup : where the kernel shows this process's control group, of version 2 or 1
    """
    affinity = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, math.floor(min(affinity, quota(cgroup))))


def quota(cgroup: Path) -> float:
    """Read how many CPUs' time the control group may use; infinite where nothing is set."""
    try:
        # Version 2: "max 100000" or "150000 100000", in microseconds.
        allowed, period = (cgroup / "cpu.max").read_text().split()
    except (OSError, ValueError):
        try:
            allowed = (cgroup / "cpu" / "cpu.cfs_quota_us").read_text().strip()
            period = (cgroup / "cpu" / "cpu.cfs_period_us").read_text().strip()
        except OSError:
            return math.inf
    return math.inf if allowed in ("max", "-1") else int(allowed) / int(period)
