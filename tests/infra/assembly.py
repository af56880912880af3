"""The real CDK command line, and what it makes: the template, its assets, the report on its rules."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

from infra.config import ROOT, STACK_NAME

QUIET = {"CDK_DISABLE_CLI_TELEMETRY": "true", "CI": "true"}


def run_cdk(*arguments: str, environment: dict[str, str] | None = None, may_fail: bool = False) -> str:
    """Run the command line that package.json pins; gives all that it said.

    Raises
    ------
    AssertionError
        When it fails and may not; holds all that it said.
    """
    command = [str(ROOT / "node_modules" / ".bin" / "cdk"), "--no-notices", "--no-color", *arguments]
    return run_tool(command, {**os.environ, **QUIET, **(environment or {})}, timeout_s=90, may_fail=may_fail)


def run_tool(command: list[str], environment: dict[str, str], timeout_s: float, may_fail: bool = False) -> str:
    """Run a program in the project's folder, with nobody to ask; gives all that it said.

    Raises
    ------
    AssertionError
        When it fails and may not; holds all that it said.
    """
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=timeout_s,
        check=False,
    )
    assert may_fail or done.returncode == 0, f"{' '.join(command)}\n{done.stdout}"
    return done.stdout


class Assembly(NamedTuple):
    """What one `cdk synth` made, and what it said."""

    folder: Path
    said: str

    @property
    def path(self) -> Path:
        """The file of the stack's template."""
        return self.folder / f"{STACK_NAME}.template.json"

    @property
    def template(self) -> "Template":
        """The stack's template."""
        return Template(json.loads(self.path.read_text()))


class Template(NamedTuple):
    """A CloudFormation template, asked by type."""

    body: dict[str, Any]

    def all(self, kind: str) -> dict[str, dict[str, Any]]:
        """Properties of all resources of a type such as `S3::Bucket`, by logical name."""
        resources = self.body["Resources"]
        prefix = "" if kind.startswith("Custom::") else "AWS::"
        return {
            name: resources[name].get("Properties", {})
            for name in resources
            if resources[name]["Type"] == f"{prefix}{kind}"
        }

    def one(self, kind: str) -> dict[str, Any]:
        """Properties of the only resource of a type."""
        (properties,) = self.all(kind).values()
        return properties

    @property
    def function(self) -> dict[str, Any]:
        """Properties of our function: the other one is CDK's, and publishes the site."""
        (properties,) = (each for each in self.all("Lambda::Function").values() if each.get("PackageType") == "Image")
        return properties


def synthesise(folder: Path, *context: str, validated: bool) -> Assembly:
    """Run `cdk synth` with context such as ``domain=a.example``.

    The template is written even if it breaks a rule. Only `validated` makes that a failure, so that the tests of what
    is in the template tell their own part of it.
    """
    options = [part for pair in context for part in ("--context", pair)]
    environment = {} if validated else {"CDK_VALIDATION": "false"}
    arguments = ["synth", "--quiet", "--output", str(folder), *options]
    said = run_cdk(*arguments, environment=environment, may_fail=not validated)
    assembly = Assembly(folder, said)
    assert assembly.path.is_file(), said
    return assembly
