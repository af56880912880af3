"""An httpx transport that calls the Lambda handler: each request becomes a REST proxy event, as on AWS."""

import base64
import json
from collections.abc import Callable
from typing import Any

import httpx

Handler = Callable[[dict[str, Any], Any], dict[str, Any]]


class LambdaTransport(httpx.BaseTransport):
    """Carry requests to a handler in this very process; events and answers pass through JSON, as on AWS."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Make the event, call the handler, read its answer."""
        body = request.read()
        event = {
            "resource": "/v1.0/{proxy+}",
            "path": request.url.path,
            "httpMethod": request.method,
            "headers": dict(request.headers),
            "multiValueHeaders": {name: request.headers.get_list(name) for name in request.headers},
            "queryStringParameters": None,
            "multiValueQueryStringParameters": None,
            "requestContext": {"identity": {"sourceIp": "192.0.2.1"}},
            "body": base64.b64encode(body).decode() if body else None,
            "isBase64Encoded": bool(body),
        }
        answer = json.loads(json.dumps(self._handler(json.loads(json.dumps(event)), None)))
        content = base64.b64decode(answer["body"]) if answer["isBase64Encoded"] else answer["body"].encode()
        return httpx.Response(answer["statusCode"], headers=answer["headers"], content=content)
