"""The HTTP routes, and the table of errors behind them."""

import base64
import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from removebg.codec import decode, encode_png
from removebg.cutout import answer_size, cut_out, multiply_alpha, resize
from removebg.errors import FixShotsError, InternalError, MethodNotAllowed, NotFound, ResultTooLarge
from removebg.limits import MAX_RESULT_BYTES, SIZE_PIXELS
from removebg.matting import IsnetSession
from removebg.schemas import read_request


def create_app(session: IsnetSession) -> FastAPI:
    """Make the app around one loaded model."""
    app = FastAPI(title="Fix Shots", openapi_url=None, docs_url=None, redoc_url=None)
    app.add_exception_handler(FixShotsError, answer_error)
    app.add_exception_handler(HTTPException, answer_routing_error)
    app.add_middleware(NeverStored)

    @app.get("/v1.0/health")
    async def health() -> dict[str, str]:
        """Answer once the model is loaded: there is no app before."""
        return {"status": "ok"}

    @app.post("/v1.0/removebg")
    async def removebg(request: Request) -> Response:
        """Cut the subject out of one picture.

        The work is done on the event loop on purpose: a Lambda process has one request at a time,
        and one inference uses all its cores.
        """
        wanted = await read_request(request)
        timing = Timing()
        with timing.of("decode"):
            photo = decode(wanted.image)
        size = answer_size(*photo.rgb.size, SIZE_PIXELS.get(wanted.options.size, photo.rgb.width * photo.rgb.height))
        with timing.of("model"):
            matte = session.matte(photo.rgb, size)
        with timing.of("encode"):
            photo = resize(photo, size)
            alpha = multiply_alpha(matte, photo)
            picture = encode_png(alpha if wanted.options.channels == "alpha" else cut_out(photo, alpha))
        check_answer_size(picture)
        headers = {"X-Width": str(size[0]), "X-Height": str(size[1]), "Server-Timing": timing.header()}
        if "application/json" in request.headers.get("accept", ""):
            return JSONResponse({"data": {"result_b64": base64.b64encode(picture).decode()}}, headers=headers)
        return Response(picture, media_type="image/png", headers=headers)

    return app


def check_answer_size(picture: bytes) -> None:
    """Refuse what Lambda would refuse, while there is still somebody to say it in words."""
    if len(picture) > MAX_RESULT_BYTES:
        raise ResultTooLarge(
            f"The result has {len(picture)} bytes; at most {MAX_RESULT_BYTES} can be sent. Ask for a smaller size."
        )


async def answer_error(_request: Request, error: Exception) -> Response:
    """Tell the caller of a failure in remove.bg's shape."""
    known = cast(FixShotsError, error)
    return JSONResponse(known.as_json(), status_code=known.status)


async def answer_routing_error(request: Request, error: Exception) -> Response:
    """Tell of an unknown address or method in the same shape as of everything else."""
    refusal = cast(HTTPException, error)
    told = {404: NotFound("There is nothing at this address."), 405: MethodNotAllowed("Use POST for removebg.")}
    answer = await answer_error(request, told.get(refusal.status_code, InternalError()))
    answer.headers.update(refusal.headers or {})
    return answer


class Timing:
    """Durations of a request's steps, for the Server-Timing header."""

    def __init__(self) -> None:
        self._milliseconds: dict[str, float] = {}

    @contextmanager
    def of(self, step: str) -> Iterator[None]:
        """Time one step."""
        start = time.perf_counter()
        yield
        self._milliseconds[step] = (time.perf_counter() - start) * 1000

    def header(self) -> str:
        """Format as https://www.w3.org/TR/server-timing/ has it, in milliseconds."""
        return ", ".join(f"{step};dur={math.ceil(duration)}" for step, duration in self._milliseconds.items())


class NeverStored:
    """ASGI middleware: no answer may be cached, and no exception reaches a log with a traceback of the request."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""

        async def send_uncached(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"cache-control", b"no-store")]
            await send(message)

        try:
            await self.app(scope, receive, send_uncached)
        except Exception as error:
            print(f'{{"level": "error", "exception": "{type(error).__name__}"}}', flush=True)
            answer = JSONResponse(InternalError().as_json(), status_code=InternalError.status)
            await answer(scope, receive, send_uncached)
