"""API Gateway's stages, validators, usage plans and answers, on moto's own backend."""

from typing import Any, Self

from moto.apigateway.models import APIGatewayBackend, apigateway_backends

from tests.infra.rehearsal.resource import Place, PutResource, Resource

SETTINGS = {
    "ThrottlingRateLimit": "throttling/rateLimit",
    "ThrottlingBurstLimit": "throttling/burstLimit",
    "DataTraceEnabled": "logging/dataTrace",
    "LoggingLevel": "logging/loglevel",
    "MetricsEnabled": "metrics/enabled",
}
"""A template's names of a stage's settings, and the paths by which API Gateway's own interface changes them."""


def backend(place: Place) -> APIGatewayBackend:
    """API Gateway in one place."""
    return apigateway_backends[place.account_id][place.region]


class Stage(Resource):
    """A deployed version of an API."""

    kind = "AWS::ApiGateway::Stage"

    @classmethod
    def make(cls, name: str, properties: dict[str, Any], place: Place) -> Self:
        """Make the stage, with its settings."""
        stage = properties["StageName"]
        tracing = properties["TracingEnabled"]
        backend(place).create_stage(
            properties["RestApiId"], stage, properties["DeploymentId"].id, tracing_enabled=tracing
        )
        made = cls(stage, properties)
        made.change(properties, place)
        return made

    def change(self, properties: dict[str, Any], place: Place) -> None:
        """Change its settings."""
        operations = [
            {
                "op": "replace",
                "path": f"/{setting['ResourcePath'].strip('/')}/{setting['HttpMethod']}/{SETTINGS[name]}",
                "value": str(setting[name]),
            }
            for setting in properties["MethodSettings"]
            for name in SETTINGS
        ]
        backend(place).update_stage(properties["RestApiId"], self.physical_resource_id, operations)

    def remove(self, place: Place) -> None:
        """Remove it from its API."""
        backend(place).delete_stage(self.properties["RestApiId"], self.physical_resource_id)


class RequestValidator(Resource):
    """What checks a request before the function sees it."""

    kind = "AWS::ApiGateway::RequestValidator"

    @classmethod
    def make(cls, name: str, properties: dict[str, Any], place: Place) -> Self:
        """Add it to its API."""
        validator = backend(place).create_request_validator(
            properties["RestApiId"],
            name,
            properties["ValidateRequestBody"],
            properties["ValidateRequestParameters"],
        )
        return cls(validator.id, properties)

    def change(self, properties: dict[str, Any], place: Place) -> None:
        """Nothing in it changes."""

    def remove(self, place: Place) -> None:
        """Remove it from its API."""
        backend(place).delete_request_validator(self.properties["RestApiId"], self.physical_resource_id)


class UsagePlan(Resource):
    """What a caller with a key may use."""

    kind = "AWS::ApiGateway::UsagePlan"

    @classmethod
    def make(cls, name: str, properties: dict[str, Any], place: Place) -> Self:
        """Make the plan."""
        throttle = properties["Throttle"]
        plan = backend(place).create_usage_plan(
            {
                "name": name,
                "apiStages": [{"apiId": each["ApiId"], "stage": each["Stage"]} for each in properties["ApiStages"]],
                "throttle": {"burstLimit": throttle["BurstLimit"], "rateLimit": throttle["RateLimit"]},
            }
        )
        return cls(plan.id, properties)

    def change(self, properties: dict[str, Any], place: Place) -> None:
        """Change how much it lets through."""
        throttle = properties["Throttle"]
        names = {"burstLimit": "BurstLimit", "rateLimit": "RateLimit"}
        operations = [
            {"op": "replace", "path": f"/throttle/{name}", "value": str(throttle[names[name]])} for name in names
        ]
        backend(place).update_usage_plan(self.physical_resource_id, operations)

    def remove(self, place: Place) -> None:
        """Remove it."""
        backend(place).delete_usage_plan(self.physical_resource_id)


class GatewayResponse(PutResource):
    """What API Gateway answers by itself."""

    kind = "AWS::ApiGateway::GatewayResponse"

    def put(self, place: Place) -> None:
        """Put it on its API."""
        backend(place).put_gateway_response(
            self.properties["RestApiId"],
            self.properties["ResponseType"],
            self.properties["StatusCode"],
            self.properties["ResponseParameters"],
            self.properties["ResponseTemplates"],
        )

    def remove(self, place: Place) -> None:
        """Remove it from its API."""
        backend(place).delete_gateway_response(self.properties["RestApiId"], self.properties["ResponseType"])
