"""The promise: no image data is logged, nor anything else that a caller sends; not even by a failure."""

import json
import subprocess
import sys
from typing import Any

import pytest

from removebg.errors import FixShotsError
from removebg.request_log import LINE_KEYS
from tests.photos import encoded
from tests.proof.marked import (
    MARK,
    PIXELS,
    Event,
    as_json,
    as_multipart,
    kinds_of_request,
    marked_photo,
    marked_png,
    marks,
)
from tests.proof.runtime import Runtime
from tests.proof.wrong_requests import wrong_requests
from tests.server import ROOT, environment

KINDS = tuple(kinds_of_request())
CODES = sorted(error.code for error in FixShotsError.__subclasses__())

SECRET = f"{MARK} {PIXELS[8].tolist()}"
"""The text of the exceptions that are thrown in."""

CRASHES: dict[str, tuple[str, dict[str, Any]]] = {
    "answer": ("removebg.answer.compose", {}),
    "app": ("removebg.app.find_matte", {}),
    "backdrop": ("removebg.backdrop.ImageFilter.GaussianBlur", {"add_shadow": True}),
    "bands": ("removebg.png.in_bands", {}),
    "body": ("removebg.body.json.loads", {}),
    "bombs": ("removebg.decode.has_more_scans", {}),
    "cutout": ("removebg.cutout.on_canvas", {}),
    "decode": ("removebg.decode.to_srgb", {}),
    "encode": ("removebg.encode.encode_zip", {"format": "zip"}),
    "errors": ("removebg.errors.FixShotsError.as_json", {"size": MARK}),
    "forget": ("removebg.handler.adapter", {}),
    "foreground": ("removebg.foreground.interpolate", {}),
    "handler": ("removebg.handler.adapter", {}),
    "layout": ("removebg.layout.Box", {"crop": True}),
    "lengths": ("removebg.lengths.parse_length", {"crop_margin": "10px"}),
    "matting": ("removebg.matting.as_tensor", {}),
    "numba_cache": ("removebg.refine.seed_numba_cache", {"refine": "alpha_matting"}),
    "openapi": ("removebg.app.describe", {}),
    "photo": ("removebg.photo.Photo.rgba", {}),
    "pictures": ("removebg.pictures.bounded", {}),
    "png": ("removebg.png.chunk", {}),
    "pyramid": ("removebg.pyramid.relax", {}),
    "refine": ("removebg.app.refine_matte", {"refine": "alpha_matting"}),
    "request_log": ("removebg.request_log.Figures.weigh", {}),
    "resample": ("removebg.matting.resample", {}),
    "responses": ("removebg.responses.foreground", {}),
    "schemas": ("removebg.schemas.Options.model_validate", {}),
    "subject": ("removebg.answer.find_subject", {}),
}
"""Where each module of the function is made to fail, and the fields of the request that leads there."""

WITHOUT_REQUESTS = {"__init__", "cpus", "gateway", "limits"}
"""Modules with nothing in them that runs while a request is answered."""


def found_in(text: str) -> set[str]:
    """Name the marks in a text."""
    return {name for name, mark in marks().items() if mark in text.encode()}


def crash_event(module: str, fields: dict[str, Any]) -> Event:
    """Make the request that leads to a module."""
    png = marked_png()
    if module == "openapi":
        return {**as_json(png), "httpMethod": "GET", "path": "/v1.0/openapi.json", "body": None}
    if module == "photo":
        return as_multipart({"image_file": png, "bg_image_file": png})
    return as_json(encoded(marked_photo()) if module == "bombs" else png, **fields)


@pytest.mark.parametrize("kind", KINDS)
def test_a_request_that_went_well_leaves_no_line(runtime: Runtime, kind: str) -> None:
    before = len(runtime.said)
    answer = runtime.invoke(kinds_of_request()[kind])
    assert answer is not None
    assert answer["statusCode"] == 200, answer["body"]
    assert runtime.said[before:] == ""


@pytest.mark.parametrize("code", CODES)
def test_an_error_leaves_nothing_of_the_request_in_log_or_answer(runtime: Runtime, code: str) -> None:
    before = len(runtime.said)
    answer = runtime.invoke(wrong_requests()[code])
    assert answer is not None, runtime.said
    assert json.loads(answer["body"])["errors"][0]["code"] == code
    assert found_in(json.dumps(answer)) == set()
    said = runtime.said[before:]
    assert found_in(said) == set()
    assert [set(json.loads(line)) for line in said.splitlines()] == (
        [set(LINE_KEYS)] if code == "internal_error" else []
    )


@pytest.mark.parametrize("module", CRASHES)
def test_a_crash_in_any_module_leaves_one_line_of_allowed_keys(runtime: Runtime, module: str) -> None:
    kind = "MemoryError" if module == "encode" else "RuntimeError"
    where, fields = CRASHES[module]
    before = len(runtime.said)
    answer = runtime.invoke(crash_event(module, fields), {"where": where, "kind": kind, "text": SECRET})
    assert answer is not None, runtime.said
    assert answer["statusCode"] == 500
    assert found_in(json.dumps(answer)) == set()
    said = runtime.said[before:]
    assert found_in(said) == set()
    (line,) = [json.loads(line) for line in said.splitlines()]
    assert set(line) == set(LINE_KEYS)
    assert (line["level"], line["status"], line["code"], line["exception"]) == ("error", 500, "internal_error", kind)
    assert all(isinstance(line[key], float | bool) for key in ("megapixels", "megabytes", "cold_start"))
    assert set(line["milliseconds"]) <= {"decode", "model", "encode"}


def test_every_module_of_the_function_is_made_to_crash() -> None:
    modules = {path.stem for path in (ROOT / "functions" / "removebg").glob("*.py")}
    assert set(CRASHES) | WITHOUT_REQUESTS == modules


LOGGERS = """
import logging
logging.basicConfig(level=logging.DEBUG)
from tests.proof.marked import kinds_of_request
from removebg.handler import handler
for event in kinds_of_request().values():
    assert handler(event, None)["statusCode"] == 200
heard = [name for name in logging.root.manager.loggerDict if logging.getLogger(name).isEnabledFor(logging.CRITICAL)]
print(len(logging.root.manager.loggerDict), *heard)
"""


def test_no_library_can_log_anything() -> None:
    command = [sys.executable, "-c", LOGGERS]
    done = subprocess.run(command, cwd=ROOT, env=environment(), check=True, capture_output=True, text=True)
    loggers, *heard = done.stdout.split()
    assert int(loggers) > 20
    assert heard == []
