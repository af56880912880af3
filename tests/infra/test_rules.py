"""cdk-nag's and CloudFormation's own rules hold; where one is broken on purpose, it says why."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from infra.acknowledgements import DISTRIBUTION, FILES, GATEWAY, PUBLISHER
from tests.infra.assembly import Assembly, Template, synthesise

CDK_OWN = "W3005"
"""A dependency that a reference makes anyway: CDK writes both, for every function."""


@pytest.fixture(scope="module")
def validated(tmp_path_factory: pytest.TempPathFactory) -> Assembly:
    """What `make synth` makes: it fails when a rule is broken without a reason."""
    return synthesise(tmp_path_factory.mktemp("validated"), validated=True)


def test_what_was_validated_is_what_the_other_tests_look_at(validated: Assembly, template: Template) -> None:
    assert validated.template == template


def test_no_rule_of_aws_solutions_is_broken_without_a_reason(validated: Assembly) -> None:
    reports = json.loads((validated.folder / "validation-report.json").read_text())["pluginReports"]
    (report,) = (each for each in reports if each["pluginName"] == "AwsSolutions")
    assert report["conclusion"] == "success"
    assert not report["violations"]
    acknowledged = report["suppressedViolations"]
    assert len(acknowledged) > 10
    for each in acknowledged:
        assert len(each["reason"].split()) > 5, each["ruleName"]


def test_every_acknowledgement_is_still_needed(validated: Assembly) -> None:
    used = (validated.folder / "validation-report.json").read_text()
    given = GATEWAY | FILES | DISTRIBUTION | PUBLISHER
    assert not [rule for rule in given if f'"AwsSolutions::AwsSolutions-{rule}"' not in used]


def test_cloudformation_finds_nothing_wrong(validated: Assembly) -> None:
    linter = Path(sys.executable).with_name("cfn-lint")
    command = [str(linter), "--ignore-checks", CDK_OWN, "--template", str(validated.path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (0, "")
