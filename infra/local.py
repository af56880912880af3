"""One machine playing AWS: CloudFront before the site, API Gateway and Lambda behind /v1.0/*.

Limits, headers and event shapes are those of the real services, so what passes here passes there.
"""

import argparse
import asyncio
import json
import socket
import sys
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, cast

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from infra import offline
from infra.config import MAX_REQUEST_BYTES, PREFIX, SITE_FOLDER, TIMEOUT_SECONDS
from infra.headers import SECURITY_HEADERS, cache_control
from infra.readiness import missing_contact
from infra.rest_proxy import LambdaAnswer, gateway_error, proxy_event, read_answer
from removebg.limits import LAMBDA_PAYLOAD_BYTES

Handler = Callable[[dict[str, Any], None], LambdaAnswer]


class LocalLambda:
    """One Lambda environment: initialised once, then one event at a time, in the order that they came.

    Parameters
    ----------
    load : the init phase; gives the handler. Runs on the environment's own thread, as every event does
    """

    def __init__(self, load: Callable[[], Handler]) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lambda")
        self._handler = self._thread.submit(load)

    async def initialised(self) -> None:
        """Wait for the init phase; raises what went wrong in it."""
        await asyncio.wrap_future(self._handler)

    async def invoke(self, event: dict[str, Any]) -> tuple[LambdaAnswer, float]:
        """Run one event after those before it; gives the answer and the seconds that it took."""
        return await asyncio.wrap_future(self._thread.submit(self._run, event))

    def _run(self, event: dict[str, Any]) -> tuple[LambdaAnswer, float]:
        handler, start = self._handler.result(), time.monotonic()
        return handler(event, None), time.monotonic() - start

    def stop(self) -> None:
        """Let the running event end, and drop those that wait."""
        self._thread.shutdown(wait=False, cancel_futures=True)


class Site(StaticFiles):
    """The published files, with the headers that CloudFront will send."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Serve one file."""
        if path == offline.LIST:
            # `make vendor` writes it for a deployment. Here files change while they are served.
            response: Response = JSONResponse(offline.list_site_files(Path(self.directory or SITE_FOLDER)))
        else:
            response = await super().get_response(path, scope)
        response.headers.update(SECURITY_HEADERS)
        response.headers["Cache-Control"] = cache_control(path)
        return response


def create_server(function: LocalLambda) -> Starlette:
    """Put site and function behind one address."""

    async def call_function(request: Request) -> Response:
        body = await request.body()
        event = proxy_event(request, body)
        if len(body) > MAX_REQUEST_BYTES or len(json.dumps(event)) > LAMBDA_PAYLOAD_BYTES:
            return gateway_error(413, "file_too_large", "The request is larger than 6 MB as base64, Lambda's limit.")
        answer, seconds = await function.invoke(event)
        if len(json.dumps(answer)) > LAMBDA_PAYLOAD_BYTES:
            return gateway_error(502, "bad_gateway", "The function gave no answer that could be sent.")
        if seconds > TIMEOUT_SECONDS:
            return gateway_error(504, "gateway_timeout", f"The function took over {TIMEOUT_SECONDS} seconds.")
        return read_answer(answer)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        function.stop()

    methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
    return Starlette(
        routes=[
            Route(f"{PREFIX}/{{proxy:path}}", call_function, methods=methods),
            Mount("/", Site(directory=SITE_FOLDER, html=True)),
        ],
        lifespan=lifespan,
    )


def load_handler() -> Handler:
    """Import the function, which loads the model: what Lambda does when it starts an environment."""
    from removebg.handler import handler

    print("Fix Shots: the model is loaded", flush=True)
    return cast(Handler, handler)


def warn_of_missing_contact() -> None:
    """Say so while the footer has no social channel: the privacy page promises one."""
    if said := missing_contact(SITE_FOLDER):
        print(f"Fix Shots: warning: {said}", file=sys.stderr)


def bind(port: int) -> socket.socket:
    """Take the port, on this machine's own address only, or say in words that it is taken."""
    listener = socket.socket(socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
    except OSError as error:
        listener.close()
        sys.exit(f"Fix Shots: port {port} can't be had ({error.strerror}); try `make dev PORT=8001`")
    # Who comes before the server runs waits for it, and is not refused.
    listener.listen()
    return listener


async def serve(port: int) -> None:
    """Serve until interrupted, or until the function can't be initialised."""
    listener = bind(port)
    warn_of_missing_contact()
    function = LocalLambda(load_handler)
    config = uvicorn.Config(create_server(function), log_level="warning", access_log=False, server_header=False)
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    print(f"Fix Shots: http://localhost:{listener.getsockname()[1]}", flush=True)
    try:
        await function.initialised()
    except Exception as error:
        server.should_exit = True
        await serving
        sys.exit(f"Fix Shots: the function could not start: {error}")
    await serving


def main() -> None:
    """Read the port and serve."""
    parser = argparse.ArgumentParser(description="Serve the site and the API on this machine.")
    parser.add_argument("--port", type=int, default=8000, help="0 takes any that is free")
    port: int = parser.parse_args().port
    with suppress(KeyboardInterrupt):
        asyncio.run(serve(port))


if __name__ == "__main__":
    main()
