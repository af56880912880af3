"""Importing our packages turns onnxruntime's own reports off, before it can send any."""

import os
import subprocess
import sys

import pytest

from tests.server import ROOT


@pytest.mark.parametrize("module", ["removebg.matting", "model.fidelity"])
def test_onnxruntime_is_told_not_to_report_before_it_is_imported(module: str) -> None:
    code = f"""
import builtins, os
real = builtins.__import__
def watch(name, *rest, **more):
    if name == 'onnxruntime':
        print(os.environ.get('ORT_DISABLE_TELEMETRY'))
    return real(name, *rest, **more)
builtins.__import__ = watch
import {module}
"""
    environment = {key: value for key, value in os.environ.items() if key != "ORT_DISABLE_TELEMETRY"}
    environment["PYTHONPATH"] = str(ROOT / "functions")
    said = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[0] == "1"


def test_an_operator_who_wants_the_reports_can_have_them() -> None:
    code = "import os, removebg; print(os.environ['ORT_DISABLE_TELEMETRY'])"
    environment = {**os.environ, "ORT_DISABLE_TELEMETRY": "0", "PYTHONPATH": str(ROOT / "functions")}
    said = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "0"
