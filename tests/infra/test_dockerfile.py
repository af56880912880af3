"""What the Dockerfile says; tests/image tries what it makes."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from infra.config import FUNCTION_FOLDER, ROOT

DOCKERFILE = FUNCTION_FOLDER / "Dockerfile"


@pytest.mark.parametrize("path", [DOCKERFILE, ROOT / "tests" / "image" / "base" / "Dockerfile"], ids=str)
def test_it_breaks_no_rule_of_hadolint(path: Path) -> None:
    command = [str(Path(sys.executable).parent / "hadolint"), "--no-color", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_its_base_can_be_chosen_and_is_lambdas_python_otherwise() -> None:
    assert "ARG BASE_IMAGE=public.ecr.aws/lambda/python:3.13\n" in DOCKERFILE.read_text()
    bases = re.findall(r"^FROM (\S+)", DOCKERFILE.read_text(), re.MULTILINE)
    assert set(bases) == {"${BASE_IMAGE}", "base"}


def test_it_needs_no_package_manager_of_a_distribution() -> None:
    steps = re.sub(r"^#.*$", "", DOCKERFILE.read_text(), flags=re.MULTILINE)
    assert not re.findall(r"\b(?:apt|apt-get|dnf|microdnf|yum|apk|rpm|dpkg)\b", steps)


def test_only_wheels_whose_hashes_are_pinned_are_installed() -> None:
    (install,) = re.findall(r"pip install (.*?)&&", DOCKERFILE.read_text(), re.DOTALL)
    assert "--require-hashes" in install
    assert "--only-binary :all:" in install
