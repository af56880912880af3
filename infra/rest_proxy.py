"""HTTP <-> the events of a REST API's Lambda proxy integration, as API Gateway makes them.

Shapes: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
"""

import base64
import uuid
from typing import Any, TypedDict

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from infra.config import GATEWAY_HEADERS, PREFIX, STAGE


class LambdaAnswer(TypedDict):
    """What a proxy integration's function returns."""

    statusCode: int
    headers: dict[str, str]
    multiValueHeaders: dict[str, list[str]]
    body: str
    isBase64Encoded: bool


def proxy_event(request: Request, body: bytes) -> dict[str, Any]:
    """Make the event of one request.

    Our binaryMediaTypes are `*/*`, so every body arrives as base64, JSON too.
    """
    headers = {name: request.headers[name] for name in request.headers}
    query = request.query_params
    path = request.url.path
    return {
        "resource": f"{PREFIX}/{{proxy+}}",
        "path": path,
        "httpMethod": request.method,
        "headers": headers,
        "multiValueHeaders": {name: request.headers.getlist(name) for name in headers},
        "queryStringParameters": dict(query) or None,
        "multiValueQueryStringParameters": {name: query.getlist(name) for name in query} or None,
        "pathParameters": {"proxy": path.removeprefix(f"{PREFIX}/")},
        "stageVariables": None,
        "requestContext": {
            "resourcePath": f"{PREFIX}/{{proxy+}}",
            "httpMethod": request.method,
            "path": f"/{STAGE}{path}",
            "stage": STAGE,
            "protocol": "HTTP/1.1",
            "requestId": str(uuid.uuid4()),
            "identity": {"sourceIp": request.client.host if request.client else "127.0.0.1"},
        },
        "body": base64.b64encode(body).decode() if body else None,
        "isBase64Encoded": bool(body),
    }


def read_answer(answer: LambdaAnswer) -> Response:
    """Turn the function's answer back into HTTP."""
    body = base64.b64decode(answer["body"]) if answer["isBase64Encoded"] else answer["body"].encode()
    response = Response(body, status_code=answer["statusCode"], headers=answer["headers"])
    for name, values in answer["multiValueHeaders"].items():
        for value in values:
            response.headers.append(name, value)
    return response


def gateway_error(status: int, code: str, title: str) -> JSONResponse:
    """Answer what API Gateway answers by itself, in our own error shape, readable from any origin."""
    return JSONResponse(
        {"errors": [{"title": title, "code": code}]},
        status_code=status,
        headers=GATEWAY_HEADERS,
    )
