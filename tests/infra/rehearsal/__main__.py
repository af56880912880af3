"""Run moto's server with our models: ``python -m tests.infra.rehearsal`` and moto's own arguments."""

import sys
from typing import Any

from moto.apigateway.models import RestAPI, apigateway_backends
from moto.cloudformation import parsing
from moto.server import main

from tests.infra.rehearsal import bucket, cloudfront, gateway, monitoring

RESOURCES = [
    gateway.Stage,
    gateway.RequestValidator,
    gateway.UsagePlan,
    gateway.GatewayResponse,
    monitoring.Alarm,
    cloudfront.Distribution,
    cloudfront.OriginAccessControl,
    cloudfront.ResponseHeadersPolicy,
    bucket.BucketPolicy,
]


def remove_in_reverse(made: parsing.ResourceMap) -> None:
    """Remove what was made last first, as AWS does: moto has no order, so it meets buckets that still hold files."""
    for name in reversed(list(made._parsed_resources)):
        # Parameters are among them, as text.
        if name in made._resource_json_map:
            made._delete_resource(made._parsed_resources.pop(name), made._resource_json_map[name])


def remove_api(api: RestAPI, account_id: str, region: str) -> None:
    """Remove an API: moto's stacks leave it behind."""
    apigateway_backends[account_id][region].delete_rest_api(api.id)


def add_resources() -> None:
    """Make moto's CloudFormation know ours: by itself it finds direct subclasses of its own only."""
    of_moto = parsing.get_model_list
    replacements: list[tuple[Any, str, Any]] = [
        (parsing, "get_model_list", lambda: [*of_moto(), *RESOURCES]),
        (parsing.ResourceMap, "delete", remove_in_reverse),
        (RestAPI, "delete", remove_api),
        # All custom resources: moto would run CDK's function in a container.
        (parsing, "CustomModel", bucket.SiteDeployment),
    ]
    for owner, name, ours in replacements:
        setattr(owner, name, ours)


if __name__ == "__main__":
    add_resources()
    main(sys.argv[1:])
