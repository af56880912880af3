"""The API's OpenAPI 3.1 description, made from the very schemas, media types and errors that are in force."""

from collections.abc import Iterable
from typing import Any

from removebg.body import JSON, MULTIPART, URL_ENCODED
from removebg.encode import MEDIA_TYPES
from removebg.errors import FixShotsError, InternalError, MethodNotAllowed, NotFound
from removebg.gateway import GATEWAY_ANSWERS, GatewayAnswer
from removebg.schemas import Options

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
INTEGER: Schema = {"type": "integer", "minimum": 0}
BASE64: Schema = {"type": "string", "contentEncoding": "base64"}
FILE: Schema = {"type": "string", "format": "binary"}
RETRY_AFTER: Schema = {"Retry-After": {"description": "Seconds to wait.", "schema": INTEGER}}
FOREGROUND = ("Top", "Left", "Width", "Height")


def describe() -> Schema:
    """Give the whole description."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Fix Shots",
            "version": "1.0",
            "description": "Removes the background of a picture. The wire format is remove.bg's; nothing is stored.",
        },
        "paths": {
            "/v1.0/removebg": {"post": describe_removebg()},
            "/v1.0/health": {"get": describe_get("Is the model loaded?", {"status": TEXT})},
            "/v1.0/account": {
                "get": describe_get("remove.bg's account, with nothing in it", {"data": {"type": "object"}})
            },
            "/v1.0/openapi.json": {
                "get": describe_get("This description", {"openapi": TEXT, "paths": {"type": "object"}})
            },
        },
        "components": {"schemas": {"Errors": describe_errors()}},
    }


def describe_removebg() -> Schema:
    """Describe the one operation that matters."""
    return {
        "summary": "Cut the subject out of a picture",
        "parameters": [
            {
                "name": "Accept",
                "in": "header",
                "description": "application/json for base64 in JSON, anything else for the picture itself.",
                "schema": {"type": "string", "examples": ["image/png", JSON]},
            }
        ],
        "requestBody": {"required": True, "content": describe_bodies()},
        "responses": {
            "200": {
                "description": "The cutout",
                "headers": {name: {"schema": schema} for name, schema in answer_headers().items()},
                "content": {
                    **{media_type: {"schema": FILE} for media_type in MEDIA_TYPES.values()},
                    JSON: {"schema": object_of({"data": object_of(json_answer())})},
                },
            },
            **error_responses(
                (error for error in FixShotsError.__subclasses__() if error not in ROUTING),
                (answer for answer in GATEWAY_ANSWERS if answer.status != NotFound.status),
            ),
        },
    }


ROUTING = (NotFound, MethodNotAllowed)
"""Errors of no operation: an address or a method that does not exist."""


def describe_bodies() -> Schema:
    """Describe the three encodings of a request: the same fields, but files only where there can be files."""
    options = Options.model_json_schema()["properties"]
    files = {"image_file": FILE, "bg_image_file": FILE}
    as_text = {**options, "image_file_b64": BASE64}
    return {
        JSON: {"schema": object_of(as_text, required=["image_file_b64"])},
        MULTIPART: {"schema": object_of({**options, **files}, required=["image_file"])},
        URL_ENCODED: {"schema": object_of(as_text, required=["image_file_b64"])},
    }


def describe_get(summary: str, properties: Schema) -> Schema:
    """Describe an operation without input."""
    content = {JSON: {"schema": object_of(properties)}}
    return {
        "summary": summary,
        "responses": {
            "200": {"description": summary, "content": content},
            # An operation without a body has no errors of the caller's but too many requests.
            **error_responses([InternalError], (each for each in GATEWAY_ANSWERS if each.status >= 429)),
        },
    }


def describe_errors() -> Schema:
    """Describe remove.bg's shape of errors, with every code."""
    told = [error.code for error in FixShotsError.__subclasses__()] + [answer.code for answer in GATEWAY_ANSWERS]
    codes = {"type": "string", "enum": list(dict.fromkeys(told))}
    one = object_of({"title": TEXT, "code": codes, "detail": TEXT}, required=["title", "code"])
    return object_of({"errors": {"type": "array", "items": one, "minItems": 1}})


def error_responses(errors: Iterable[type[FixShotsError]], of_gateway: Iterable[GatewayAnswer]) -> Schema:
    """Describe errors, the function's and the gateway's, by their status; each names its codes."""
    by_status: dict[str, list[str]] = {}
    waits: set[str] = set()
    for error in errors:
        by_status.setdefault(str(error.status), []).append(f"`{error.code}`: {error.title}")
    for answer in of_gateway:
        by_status.setdefault(str(answer.status), []).append(f"`{answer.code}`, by the gateway: {answer.title}")
        if answer.retry:
            waits.add(str(answer.status))
    content = {JSON: {"schema": {"$ref": "#/components/schemas/Errors"}}}
    return {
        status: {
            "description": "\n".join(f"- {told}" for told in by_status[status]),
            "content": content,
            **({"headers": RETRY_AFTER} if status in waits else {}),
        }
        for status in sorted(by_status)
    }


def answer_headers() -> Schema:
    """Describe the headers of a cutout."""
    return {
        "X-Width": INTEGER,
        "X-Height": INTEGER,
        **{f"X-Foreground-{name}": {"type": "integer"} for name in FOREGROUND},
        "X-Type": TEXT,
        "X-Credits-Charged": INTEGER,
        "Server-Timing": TEXT,
    }


def json_answer() -> Schema:
    """Describe the members of a cutout in JSON."""
    return {"result_b64": BASE64, **{f"foreground_{name.lower()}": {"type": "integer"} for name in FOREGROUND}}


def object_of(properties: Schema, required: list[str] | None = None) -> Schema:
    """Describe an object; all of its members are required unless told otherwise."""
    return {"type": "object", "properties": properties, "required": list(properties) if required is None else required}
