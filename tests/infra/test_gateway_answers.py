"""What API Gateway answers by itself: in our shape, and the same as the local server."""

import json
from typing import Any

import httpx
import pytest

from infra import config
from infra.local import LocalLambda, create_server
from infra.rest_proxy import LambdaAnswer
from removebg.limits import LAMBDA_PAYLOAD_BYTES
from removebg.openapi import describe
from tests.infra.assembly import Template
from tests.infra.conftest import Serve


def told(template: Template) -> dict[str, dict[str, Any]]:
    """The gateway's own answers, by their kind."""
    answers = template.all("ApiGateway::GatewayResponse").values()
    return {answer["ResponseType"]: answer for answer in answers}


def body_of(answer: dict[str, Any]) -> Any:
    """What a gateway's answer holds."""
    return json.loads(answer["ResponseTemplates"]["application/json"])


def test_the_gateways_own_answers_have_our_error_shape_and_cors_headers(template: Template) -> None:
    answers = told(template)
    assert {"DEFAULT_4XX", "DEFAULT_5XX", "REQUEST_TOO_LARGE", "THROTTLED", "INTEGRATION_TIMEOUT"} <= set(answers)
    for answer in answers.values():
        (error,) = body_of(answer)["errors"]
        assert set(error) == {"title", "code"}
        headers = answer["ResponseParameters"]
        for name in ("Access-Control-Allow-Origin", "Access-Control-Expose-Headers"):
            assert headers[f"gatewayresponse.header.{name}"] == "'*'"
        assert headers["gatewayresponse.header.Cache-Control"] == "'no-store'"


def test_the_time_out_that_is_told_is_the_gateways_own(template: Template) -> None:
    (error,) = body_of(told(template)["INTEGRATION_TIMEOUT"])["errors"]
    assert f" {config.TIMEOUT_SECONDS} seconds" in error["title"]


def test_the_apis_description_tells_of_each(template: Template) -> None:
    description = describe()
    responses = description["paths"]["/v1.0/removebg"]["post"]["responses"]
    codes = description["components"]["schemas"]["Errors"]["properties"]["errors"]["items"]["properties"]["code"]
    for answer in told(template).values():
        (error,) = body_of(answer)["errors"]
        assert error["code"] in codes["enum"]
        if answer["StatusCode"] == "404":
            continue
        response = responses[answer["StatusCode"]]
        assert f"- `{error['code']}`, by the gateway: {error['title']}" in response["description"].splitlines()
        waits = "gatewayresponse.header.Retry-After" in answer["ResponseParameters"]
        assert ("Retry-After" in response.get("headers", {})) == waits


@pytest.mark.parametrize("path", ["/v1.0/health", "/v1.0/account", "/v1.0/openapi.json"])
def test_the_description_of_what_has_no_body_tells_of_those_that_can_come(path: str) -> None:
    assert set(describe()["paths"][path]["get"]["responses"]) == {"200", "429", "500", "502", "503", "504"}


def test_who_is_turned_away_for_now_is_told_when_to_come_back(template: Template) -> None:
    waits = {
        answer["StatusCode"]
        for answer in told(template).values()
        if "gatewayresponse.header.Retry-After" in answer["ResponseParameters"]
    }
    assert waits == {"429", "503"}


def test_no_answer_of_the_api_is_a_403_which_the_site_shows_as_a_missing_page(template: Template) -> None:
    assert "403" not in {answer["StatusCode"] for answer in told(template).values()}


@pytest.mark.parametrize(
    ("kind", "sent_bytes", "answered_bytes", "seconds"),
    [
        ("REQUEST_TOO_LARGE", LAMBDA_PAYLOAD_BYTES, 0, 0.0),
        ("DEFAULT_5XX", 0, LAMBDA_PAYLOAD_BYTES, 0.0),
        ("INTEGRATION_TIMEOUT", 0, 0, config.TIMEOUT_SECONDS + 1.0),
    ],
)
def test_the_local_server_answers_what_the_gateway_will(
    template: Template, serve: Serve, kind: str, sent_bytes: int, answered_bytes: int, seconds: float
) -> None:
    class FakeLambda(LocalLambda):
        async def invoke(self, event: dict[str, Any]) -> tuple[LambdaAnswer, float]:
            answer, _ = await super().invoke(event)
            return answer, seconds

    def function(_event: dict[str, Any], _context: None) -> LambdaAnswer:
        body = "x" * answered_bytes
        return LambdaAnswer(statusCode=200, headers={}, multiValueHeaders={}, body=body, isBase64Encoded=False)

    local: httpx.Response = serve(create_server(FakeLambda(lambda: function))).post(
        "/v1.0/a", content=bytes(sent_bytes)
    )
    aws = told(template)[kind]
    assert (str(local.status_code), local.json()) == (aws["StatusCode"], body_of(aws))
    for name, value in aws["ResponseParameters"].items():
        assert f"'{local.headers[name.removeprefix('gatewayresponse.header.')]}'" == value
