"""Answers and errors as HTTP, in remove.bg's headers and shapes."""

import base64

from fastapi.responses import JSONResponse
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from removebg.answer import Answer
from removebg.errors import FixShotsError, InternalError
from removebg.request_log import Figures, log_failure

FOREGROUND = ("top", "left", "width", "height")

ACCOUNT: dict[str, object] = {
    "data": {
        "attributes": {
            "credits": {"total": 0, "subscription": 0, "payg": 0, "enterprise": 0},
            "api": {"free_calls": 0, "sizes": "all"},
        }
    }
}
"""remove.bg's shape of an account. Nobody has one here, and nothing is charged."""


def foreground(answer: Answer) -> dict[str, int]:
    """Give the subject's place on the canvas, in pixels, by remove.bg's names."""
    subject = answer.subject
    return dict(zip(FOREGROUND, (subject.top, subject.left, subject.width, subject.height), strict=True))


def answer_response(answer: Answer, figures: Figures, *, as_json: bool, with_type: bool) -> Response:
    """Send a cutout as bytes, or as base64 in JSON."""
    place = foreground(answer)
    headers = {
        "X-Width": str(answer.size[0]),
        "X-Height": str(answer.size[1]),
        **{f"X-Foreground-{name.title()}": str(pixels) for name, pixels in place.items()},
        **({"X-Type": "other"} if with_type else {}),
        "X-Credits-Charged": "0",
        "Server-Timing": figures.server_timing(),
    }
    if not as_json:
        return Response(answer.data, media_type=answer.media_type, headers=headers)
    told = {f"foreground_{name}": pixels for name, pixels in place.items()}
    return JSONResponse({"data": {"result_b64": base64.b64encode(answer.data).decode(), **told}}, headers=headers)


def error_response(error: FixShotsError) -> Response:
    """Send an error in remove.bg's shape."""
    return JSONResponse(error.as_json(), status_code=error.status)


EVERY_ANSWER = [
    (b"cache-control", b"no-store"),
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"*"),
]
"""No answer may be stored. Scripts of any site may read it: there are no cookies and no keys, so they see nothing that
everybody could not ask for, and errors of the gateway, which have these headers too, are not taken for refusals."""

PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, POST",
    # The star stands for all but Authorization. Clients of remove.bg send a key, which is ignored.
    "Access-Control-Allow-Headers": "*, Authorization",
    "Access-Control-Max-Age": "86400",
}
"""What a browser is told that asks whether a script of another site may send JSON, or a key."""


def is_preflight(scope: Scope) -> bool:
    """Tell whether a browser asks before it lets a script of another site send its request (the Fetch standard)."""
    names = {name for name, _ in scope.get("headers", [])}
    return scope.get("method") == "OPTIONS" and b"access-control-request-method" in names


class LastResort:
    """ASGI middleware: headers of every answer, and an unforeseen exception is told and logged by its kind alone.

    A traceback in a log could hold what the caller sent.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        figures = Figures()
        scope.setdefault("state", {})["figures"] = figures

        async def send_marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *EVERY_ANSWER]
            await send(message)

        if is_preflight(scope):
            await Response(status_code=204, headers=PREFLIGHT)(scope, receive, send_marked)
            return
        try:
            await self.app(scope, receive, send_marked)
        except Exception as error:
            log_failure(figures, told := InternalError(), error)
            await error_response(told)(scope, receive, send_marked)
