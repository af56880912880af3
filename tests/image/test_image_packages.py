"""The packages in the image: those that are pinned, and such as run on Lambda; and their list for others to check."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from infra.config import FUNCTION_FOLDER, ROOT

SBOM = ROOT / "build" / "sbom.cdx.json"

LAMBDAS_GLIBC = (2, 34)
"""Amazon Linux 2023's, on which AWS's own base image stands; Debian's here is newer."""


def pinned() -> dict[str, str]:
    """Names and versions that functions/requirements.txt has for Lambda's Python."""
    lines = re.findall(r"^(\S+==[^\\]*)\\$", (FUNCTION_FOLDER / "requirements.txt").read_text(), re.MULTILINE)
    there = {"python_full_version": "3.13.0", "python_version": "3.13", "sys_platform": "linux"}
    wanted = [Requirement(line) for line in lines]
    return {
        canonicalize_name(each.name): str(each.specifier).removeprefix("==")
        for each in wanted
        if each.marker is None or each.marker.evaluate({**there, "platform_python_implementation": "CPython"})
    }


def test_every_package_runs_on_amazon_linux(task: Path) -> None:
    wheels = list(task.glob("*.dist-info/WHEEL"))
    assert wheels
    for wheel in wheels:
        tags = re.findall(r"^Tag: \S+?-\S+?-(\S+)$", wheel.read_text(), re.MULTILINE)
        glibc = [tuple(map(int, version)) for tag in tags for version in re.findall(r"manylinux_(\d+)_(\d+)_x86", tag)]
        old = [tag for tag in tags if re.match(r"any$|manylinux(2014|2010|1)_x86_64$", tag)]
        assert old or min(glibc, default=(99, 0)) <= LAMBDAS_GLIBC, (wheel.parent.name, tags)


def test_its_bill_of_materials_is_written_and_lists_what_is_pinned(files: Path, figures: dict[str, str]) -> None:
    SBOM.parent.mkdir(exist_ok=True)
    command = [str(Path(sys.executable).parent / "syft"), "scan", f"dir:{files}", "--quiet", "--base-path", str(files)]
    command += ["--source-name", "fix-shots", "--output", f"cyclonedx-json={SBOM}"]
    subprocess.run(command, check=True, env={**os.environ, "SYFT_CHECK_FOR_APP_UPDATE": "false"})
    components: list[dict[str, Any]] = json.loads(SBOM.read_text())["components"]
    figures["bill of materials"] = f"{SBOM.relative_to(ROOT)}, {len(components)} components"
    found = {
        canonicalize_name(each["name"]): each["version"]
        for each in components
        if any(part["value"].startswith("/var/task/") for part in each.get("properties", []))
    }
    assert found == pinned()
