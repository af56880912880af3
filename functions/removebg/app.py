"""The HTTP routes, and how a cutout is made from end to end."""

from typing import Any, cast

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException

from removebg.answer import Matted, make_answer
from removebg.body import read_fields
from removebg.decode import decode
from removebg.errors import FixShotsError, InternalError, MethodNotAllowed, NotFound
from removebg.layout import region_of_interest
from removebg.matting import IsnetSession
from removebg.openapi import describe
from removebg.photo import Photo
from removebg.pictures import read_background, read_image
from removebg.refine import refine_matte
from removebg.request_log import Figures
from removebg.responses import ACCOUNT, LastResort, answer_response, error_response
from removebg.schemas import Options, read_options


def create_app(session: IsnetSession) -> FastAPI:
    """Make the app around one loaded model."""
    app = FastAPI(title="Fix Shots", openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False)
    app.add_exception_handler(FixShotsError, answer_error)
    app.add_exception_handler(HTTPException, answer_routing_error)
    app.add_middleware(LastResort)

    @app.get("/v1.0/health")
    async def health() -> dict[str, str]:
        """Answer once the model is loaded: there is no app before."""
        return {"status": "ok"}

    @app.get("/v1.0/openapi.json")
    async def openapi() -> dict[str, Any]:
        """Describe this very API."""
        return describe()

    @app.get("/v1.0/account")
    async def account() -> dict[str, Any]:
        """Answer what remove.bg's clients ask."""
        return ACCOUNT

    @app.post("/v1.0/removebg")
    async def removebg(request: Request) -> Response:
        """Cut the subject out of one picture.

        The work is done on the event loop on purpose: a Lambda process has one request at a time,
        and one inference uses all its cores.
        """
        figures: Figures = request.state.figures
        fields = await read_fields(request)
        with figures.of("decode"):
            options = read_options(fields)
            picture = read_image(fields)
            figures.weigh(picture)
            photo = decode(picture, matte_only=options.channels == "alpha")
            figures.measure(photo.size)
            backdrop = read_background(fields)
            background = decode(backdrop) if backdrop else None
        with figures.of("model"):
            matted = find_matte(session, photo, options)
        with figures.of("encode"):
            answer = make_answer(matted, background, options)
        as_json = "application/json" in request.headers.get("accept", "")
        return answer_response(answer, figures, as_json=as_json, with_type=options.type_level != "none")

    return app


def find_matte(session: IsnetSession, photo: Photo, options: Options) -> Matted:
    """Find the subject in the region of interest."""
    region = region_of_interest(options.roi, *photo.size)
    across, down = photo.rgb.width / photo.size[0], photo.rgb.height / photo.size[1]
    seen = (region.left * across, region.top * down, region.right * across, region.bottom * down)
    matte = session.matte(photo.rgb, seen) if options.refine == "none" else refine_matte(session, photo.rgb, seen)
    return Matted(photo, matte, region)


async def answer_error(_request: Request, error: Exception) -> Response:
    """Tell the caller of a failure."""
    return error_response(cast(FixShotsError, error))


async def answer_routing_error(_request: Request, error: Exception) -> Response:
    """Tell of an unknown address or method in the same shape as of everything else."""
    refusal = cast(HTTPException, error)
    told = {404: NotFound("There is nothing at this address."), 405: MethodNotAllowed("Use POST for removebg.")}
    response = error_response(told.get(refusal.status_code, InternalError()))
    response.headers.update(refusal.headers or {})
    return response
