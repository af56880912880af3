"""The request's body, in any of the encodings that callers use, as one set of fields. Held in memory throughout."""

import json
from collections.abc import Iterable
from urllib.parse import unquote

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from removebg.errors import MalformedBody
from removebg.limits import LAMBDA_PAYLOAD_BYTES

# Starlette writes uploads over 1 MB to a file on disk. Nothing of ours may ever be on a disk,
# and no body is larger than Lambda's payload.
MultiPartParser.spool_max_size = LAMBDA_PAYLOAD_BYTES

JSON = "application/json"
URL_ENCODED = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"

MAX_FIELDS = 100

BASE64_ESCAPES = {b"%2B": b"+", b"%2F": b"/", b"%0D": b"\r", b"%0A": b"\n"}
"""What base64 holds again and again where it is URL-encoded."""

Fields = dict[str, object]
"""Values by name: bytes for an uploaded file, text from a form, anything from JSON. Empty ones are left out."""


async def read_fields(request: Request) -> Fields:
    """Read the body's fields.

    Raises
    ------
    MalformedBody
        When the body is not what its Content-Type says, or is of none of the three types.
    """
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type == JSON:
        pairs = await read_json(request)
    elif media_type == MULTIPART:
        pairs = await read_form(request)
    elif media_type == URL_ENCODED:
        pairs = await read_url_encoded(request)
    else:
        raise MalformedBody(f"Content-Type must be {JSON}, {MULTIPART} or {URL_ENCODED}.")
    return {name: value for name, value in pairs if value not in (None, "", b"")}


async def read_json(request: Request) -> Iterable[tuple[str, object]]:
    """Read a JSON object's members."""
    try:
        members = json.loads(await request.body())
    except (ValueError, RecursionError):
        raise MalformedBody("The body is not valid JSON.") from None
    if not isinstance(members, dict):
        raise MalformedBody("The JSON body must be an object.")
    return members.items()


async def read_form(request: Request) -> Iterable[tuple[str, object]]:
    """Read a form's fields, uploads as bytes."""
    try:
        async with request.form(max_files=4, max_fields=MAX_FIELDS, max_part_size=LAMBDA_PAYLOAD_BYTES) as form:
            return [
                (name, await value.read() if isinstance(value, UploadFile) else value)
                for name, value in form.multi_items()
            ]
    except (HTTPException, MultiPartException, KeyError, ValueError):
        # Starlette lets all of these through, a KeyError for a boundary that is not given.
        raise MalformedBody("The form could not be read.") from None


async def read_url_encoded(request: Request) -> Iterable[tuple[str, object]]:
    """Read a URL-encoded form's fields.

    Starlette and urllib cut a text at every escape, into pieces so small that Python keeps them aside when they are
    freed, where nothing overwrites them (forget.py): most of a picture in base64. So its escapes go all at once.
    """
    body = (await request.body()).replace(b"+", b" ")
    for escape, byte in BASE64_ESCAPES.items():
        body = body.replace(escape, byte).replace(escape.lower(), byte)
    members = body.split(b"&")
    if len(members) > MAX_FIELDS:
        raise MalformedBody(f"The form has more than {MAX_FIELDS} fields.")
    pairs = [member.partition(b"=") for member in members]
    return [(unquote(name.decode("latin-1")), unquote(value.decode("latin-1"))) for name, _, value in pairs]
