"""What API Gateway answers by itself: in the function's own error shape, readable by scripts of any origin."""

import json
from typing import Any

from aws_cdk.aws_apigateway import ResponseType, RestApi

from infra.config import FUNCTION_FOLDER, GATEWAY_HEADERS, RETRY_AFTER_SECONDS

GATEWAY_ANSWERS: list[dict[str, Any]] = json.loads(
    (FUNCTION_FOLDER / "removebg" / "gateway_answers.json").read_text(encoding="utf-8")
)
"""Beside the function, whose description tells of them too. None of them is a 403: see `Site`. An address that no route
matches is a missing signature to API Gateway; the status of a DEFAULT kind is that of all other kinds."""


def add_gateway_answers(api: RestApi) -> None:
    """Give an API all of them."""
    for answer in GATEWAY_ANSWERS:
        headers = dict(GATEWAY_HEADERS)
        if answer.get("retry"):
            headers["Retry-After"] = str(RETRY_AFTER_SECONDS)
        body = json.dumps({"errors": [{"title": answer["title"], "code": answer["code"]}]})
        api.add_gateway_response(
            answer["kind"],
            type=ResponseType.of(answer["kind"]),
            status_code=str(answer["status"]),
            # Inner quotes: to API Gateway anything else is the name of a variable.
            response_headers={name: f"'{headers[name]}'" for name in headers},
            templates={"application/json": body},
        )
