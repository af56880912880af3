"""What the CDK command line runs: the one stack, held to AWS Solutions' rules.

``-c domain=fixshots.example -c certificate_arn=arn:...`` gives the site its own name, ``-c alarm_topic_arn=arn:...``
tells a topic of alarms.
"""

import re
import sys

from aws_cdk import App, Validations
from cdk_nag import AwsSolutionsChecks

from infra.config import Domain
from infra.stack import FixShots


def read_domain(app: App) -> Domain | None:
    """Read the site's own name, if it has one, from the command line's context."""
    name, certificate_arn = app.node.try_get_context("domain"), app.node.try_get_context("certificate_arn")
    if not (name or certificate_arn):
        return None
    if not (name and certificate_arn):
        sys.exit("Fix Shots: domain and certificate_arn belong together; only one of them is given")
    return Domain(name, certificate_arn)


def read_alarm_topic(app: App) -> str | None:
    """Read the ARN of the SNS topic that alarms are told to, if there is one, from the command line's context."""
    arn: str | None = app.node.try_get_context("alarm_topic_arn") or None
    if arn and not re.fullmatch(r"arn:aws[\w-]*:sns:[\w-]+:\d{12}:[\w.-]+", arn):
        sys.exit(f"Fix Shots: alarm_topic_arn is {arn}, which is not that of an SNS topic")
    return arn


def main() -> None:
    """Write the template, and refuse one that breaks a rule without a reason."""
    # No CDK Metadata in the template: it tells AWS which constructs are used.
    app = App(analytics_reporting=False)
    FixShots(app, read_domain(app), read_alarm_topic(app))
    Validations.of(app).add_plugins(AwsSolutionsChecks(app))
    app.synth()


if __name__ == "__main__":
    main()
