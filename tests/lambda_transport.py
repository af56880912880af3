"""An httpx transport that calls the Lambda handler: each request becomes a REST proxy event, as on AWS."""

import asyncio
import base64
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

import httpx

from tests.events import proxy_event

Handler = Callable[[dict[str, Any], None], dict[str, Any]]


def load_handler() -> Handler:
    """Import the function, which loads the model."""
    from removebg.handler import handler

    return cast(Handler, handler)


class LambdaTransport(httpx.BaseTransport):
    """Carry requests to the handler, in this very process; events and answers pass through JSON, as on AWS."""

    def __init__(self) -> None:
        # A thread of its own, as Lambda's environment is a process of its own: the browser tests keep an event loop
        # running on the main thread, and Mangum needs one that is not.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lambda")
        self._handler = self._thread.submit(load_handler)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Make the event, call the handler, read its answer."""
        event = proxy_event(request.method, request.url.path, dict(request.headers), request.read())
        answer = json.loads(self._thread.submit(self._invoke, json.dumps(event)).result())
        content = base64.b64decode(answer["body"]) if answer["isBase64Encoded"] else answer["body"].encode()
        return httpx.Response(answer["statusCode"], headers=answer["headers"], content=content)

    def _invoke(self, event: str) -> str:
        return json.dumps(self._handler.result()(json.loads(event), None))

    def close(self) -> None:
        """End the thread, and the event loop that Mangum left on it."""
        self._thread.submit(lambda: asyncio.get_event_loop().close()).result()
        self._thread.shutdown()
