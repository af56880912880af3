"""The request's fields and their bounds, from any of the encodings that callers use."""

import base64
import binascii
import json
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from removebg.errors import (
    FailedToReadImage,
    FixShotsError,
    InvalidChannels,
    InvalidFormat,
    InvalidImageUrl,
    InvalidSize,
    MalformedBody,
    MissingSource,
    MultipleSources,
)
from removebg.limits import LAMBDA_PAYLOAD_BYTES

# Starlette writes uploads over 1 MB to a file on disk. Nothing of ours may ever be on a disk,
# and no body is larger than Lambda's payload.
MultiPartParser.spool_max_size = LAMBDA_PAYLOAD_BYTES

Size = Literal["auto", "preview", "small", "regular", "medium", "hd", "full", "4k", "50MP"]
Format = Literal["auto", "png"]
Channels = Literal["rgba", "alpha"]


class Options(BaseModel):
    """What the caller wants of the answer. Unknown fields are ignored, as remove.bg ignores them."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    size: Size = "preview"
    format: Format = "auto"
    channels: Channels = "rgba"


FIELD_ERRORS: dict[str, type[FixShotsError]] = {
    "size": InvalidSize,
    "format": InvalidFormat,
    "channels": InvalidChannels,
}
"""The error that tells of a bad value, for each field of Options."""


@dataclass(frozen=True)
class CutoutRequest:
    """One picture's bytes, as they were sent, and what is wanted of it."""

    image: bytes
    options: Options


async def read_request(request: Request) -> CutoutRequest:
    """Read picture and options from a JSON, form or multipart body.

    Raises
    ------
    FixShotsError
        MalformedBody, or the error of the field that is wrong.
    """
    fields = await read_fields(request)
    return CutoutRequest(image=read_image(fields), options=read_options(fields))


async def read_fields(request: Request) -> dict[str, Any]:
    """Read the body's fields: text, or bytes for an uploaded file; empty ones are as good as absent."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type == "application/json":
        try:
            fields = json.loads(await request.body())
        except (ValueError, RecursionError):
            raise MalformedBody("The body is not valid JSON.") from None
        if not isinstance(fields, dict):
            raise MalformedBody("The JSON body must be an object.")
    elif media_type in ("multipart/form-data", "application/x-www-form-urlencoded"):
        fields = await read_form(request)
    else:
        raise MalformedBody(
            "Content-Type must be application/json, multipart/form-data or application/x-www-form-urlencoded."
        )
    return {name: value for name, value in fields.items() if value not in (None, "", b"")}


async def read_form(request: Request) -> dict[str, Any]:
    """Read a form's fields, uploads as bytes; held in memory throughout."""
    try:
        async with request.form(max_files=4, max_fields=100, max_part_size=LAMBDA_PAYLOAD_BYTES) as form:
            return {
                name: await value.read() if isinstance(value, UploadFile) else value for name, value in form.items()
            }
    except (HTTPException, MultiPartException, KeyError, ValueError):
        # Starlette lets all of these through, a KeyError for a boundary that is not given.
        raise MalformedBody("The form could not be read.") from None


def read_image(fields: dict[str, Any]) -> bytes:
    """Get the one picture among the fields."""
    if "image_url" in fields:
        raise InvalidImageUrl("Send the image itself, as image_file or image_file_b64.")
    sources = [name for name in ("image_file", "image_file_b64") if name in fields]
    if not sources:
        raise MissingSource("Send one image, as image_file (multipart) or image_file_b64 (base64).")
    if len(sources) > 1:
        raise MultipleSources("Send either image_file or image_file_b64.")
    value = fields[sources[0]]
    if sources[0] == "image_file_b64":
        return decode_base64(value)
    if not isinstance(value, bytes):
        raise MissingSource("image_file must be an uploaded file, in a multipart/form-data body.")
    return value


def decode_base64(text: object) -> bytes:
    """Decode standard or URL-safe base64, wrapped or padded or not, with or without a `data:` prefix."""
    if not isinstance(text, str):
        raise FailedToReadImage("image_file_b64 must be a base64 string.")
    payload = text.partition(",")[2] if text.startswith("data:") else text
    compact = "".join(payload.split()).rstrip("=").replace("-", "+").replace("_", "/")
    try:
        image = base64.b64decode(compact + "=" * (-len(compact) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise FailedToReadImage("image_file_b64 is not valid base64.") from None
    if not image:
        raise MissingSource("image_file_b64 holds no bytes.")
    return image


def read_options(fields: dict[str, Any]) -> Options:
    """Validate the options; the first wrong one is told by the error of its field."""
    try:
        return Options.model_validate(fields)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = str(first["loc"][0])
        # pydantic's own message names what is allowed; what was sent stays out of it.
        raise FIELD_ERRORS[field](f"{field}: {first['msg']}.") from None
