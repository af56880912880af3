"""What API Gateway answers by itself: in the function's own error shape, readable by scripts of any origin."""

import json
from typing import NamedTuple

from aws_cdk.aws_apigateway import ResponseType, RestApi

from infra.config import RETRY_AFTER_SECONDS, TIMEOUT_SECONDS


class GatewayAnswer(NamedTuple):
    """One kind of failure and how it is told. None of them is a 403: see `Site`."""

    kind: ResponseType
    status: int
    code: str
    title: str
    retry_after_seconds: int | None = None


GATEWAY_ANSWERS = [
    # An address that no route matches, which API Gateway takes for a missing signature.
    GatewayAnswer(ResponseType.MISSING_AUTHENTICATION_TOKEN, 404, "not_found", "Not found"),
    GatewayAnswer(
        ResponseType.REQUEST_TOO_LARGE,
        413,
        "file_too_large",
        "The request is larger than 6 MB as base64, Lambda's limit.",
    ),
    GatewayAnswer(ResponseType.THROTTLED, 429, "rate_limited", "Too many requests", RETRY_AFTER_SECONDS),
    GatewayAnswer(ResponseType.INTEGRATION_FAILURE, 503, "warming_up", "The function is starting", RETRY_AFTER_SECONDS),
    GatewayAnswer(
        ResponseType.INTEGRATION_TIMEOUT, 504, "gateway_timeout", f"The function took over {TIMEOUT_SECONDS} seconds."
    ),
    # Every other kind; a status here is that of all of them.
    GatewayAnswer(ResponseType.DEFAULT_4_XX, 400, "bad_request", "The request could not be read"),
    GatewayAnswer(ResponseType.DEFAULT_5_XX, 502, "bad_gateway", "The function gave no answer that could be sent."),
]


def add_gateway_answers(api: RestApi) -> None:
    """Give an API all of them."""
    for answer in GATEWAY_ANSWERS:
        # Inner quotes: to API Gateway anything else is the name of a variable.
        headers = {"Access-Control-Allow-Origin": "'*'", "Cache-Control": "'no-store'"}
        if answer.retry_after_seconds:
            headers["Retry-After"] = f"'{answer.retry_after_seconds}'"
        body = json.dumps({"errors": [{"title": answer.title, "code": answer.code}]})
        api.add_gateway_response(
            answer.kind.response_type,
            type=answer.kind,
            status_code=str(answer.status),
            response_headers=headers,
            templates={"application/json": body},
        )
