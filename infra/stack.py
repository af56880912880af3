"""The one stack: composes what api.py, site.py and monitoring.py describe, and decides nothing."""

from aws_cdk import Annotations, CfnOutput, DefaultStackSynthesizer, Stack
from constructs import Construct

from infra import config
from infra.api import Gateway, RemoveBackground
from infra.monitoring import Monitoring
from infra.readiness import missing_contact, missing_model
from infra.site import Site


class FixShots(Stack):
    """Everything that Fix Shots is on AWS."""

    def __init__(
        self, scope: Construct, domain: config.Domain | None = None, alarm_topic_arn: str | None = None
    ) -> None:
        super().__init__(
            scope,
            config.STACK_NAME,
            description="Fix Shots: removes the background of photos and keeps nothing",
            # The CLI checks the bootstrap's version itself; the rule would add a parameter to the template.
            synthesizer=DefaultStackSynthesizer(generate_bootstrap_version_rule=False),
        )
        function = RemoveBackground(self, "RemoveBackground").function
        api = Gateway(self, "Gateway", function).api
        site = Site(self, "Site", api, domain)
        Monitoring(self, "Monitoring", function, api, alarm_topic_arn)
        CfnOutput(self, "SiteAddress", value=site.address)
        CfnOutput(self, "ApiAddress", value=api.url_for_path(config.PREFIX))
        self._say_what_is_missing()

    def _say_what_is_missing(self) -> None:
        if said := missing_contact(config.SITE_FOLDER):
            Annotations.of(self).add_warning_v2("fix-shots:contact", said)
        if said := missing_model(config.MODEL_FILE):
            Annotations.of(self).add_error(said)
