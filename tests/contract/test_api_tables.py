"""The API's page tells what is in force: its fields, headers, errors and limits are the function's own."""

import ast
import base64
import json
import re
from pathlib import Path

import httpx
import pytest

from infra import local
from infra.config import TIMEOUT_SECONDS
from removebg.decode import BRANDS, SIGNATURES
from removebg.errors import FixShotsError
from removebg.limits import LAMBDA_PAYLOAD_BYTES, MAX_FILE_BYTES, MAX_PHOTO_PIXELS, MAX_PHOTO_SIDE_PIXELS
from removebg.openapi import answer_headers, describe
from removebg.pictures import BACKGROUND_SOURCES, IMAGE_SOURCES
from removebg.schemas import Options
from tests.contract.api_page import PAGE, ApiPage
from tests.contract.conftest import URL, code_of
from tests.photos import encoded, photo

page = ApiPage()


def rows(table: str) -> list[list[str]]:
    """Give a table's rows, the first cell of each split at its first blank: what it is about, and the words."""
    return [[*row[0].partition(" ")[::2], *row[1:]] for row in page.tables[table]]


def test_the_fields_are_all_that_there_are() -> None:
    told = [row[0] for table in ("sources", "options") for row in rows(table)]
    assert len(told) == len(set(told))
    assert set(told) == {*Options.model_fields, *IMAGE_SOURCES, *BACKGROUND_SOURCES}
    described = describe()["paths"][URL]["post"]["requestBody"]["content"].values()
    for content in described:
        assert set(content["schema"]["properties"]) <= set(told)


@pytest.mark.parametrize("name", sorted(Options.model_fields))
def test_a_fields_row_names_its_values_and_marks_its_default(name: str) -> None:
    schema = Options.model_json_schema()["properties"][name]
    (row,) = re.findall(rf'<th scope="row"><code>{name}</code></th>(.*?)</tr>', PAGE.read_text())
    for value in schema.get("enum", []):
        assert f"<code>{value}</code>" in row
    default = schema.get("default")
    if isinstance(default, str | bool | int):
        assert f"<b><code>{json.dumps(default).strip(chr(34))}</code></b>" in row
    assert "<b>" in row


def test_page_description_and_function_have_one_table_of_errors() -> None:
    told = {(code, title.partition(".")[0], int(status)) for code, title, status in rows("error-codes")}
    in_force = {(error.code, error.title, error.status) for error in FixShotsError.__subclasses__()}
    assert told == in_force
    assert len(rows("error-codes")) == len(in_force)
    responses = describe()["paths"][URL]["post"]["responses"]
    described = {
        (code, title, int(status))
        for status, response in responses.items()
        for code, title in re.findall(r"^- `(\w+)`: (.*)$", response["description"], re.MULTILINE)
    }
    assert described == {row for row in in_force if row[0] not in ("not_found", "method_not_allowed")}


def test_what_the_gateway_answers_by_itself_is_told() -> None:
    told = {(int(status), code) for code, _, status in rows("gateway-codes")}
    calls = [node for node in ast.walk(ast.parse(Path(local.__file__).read_text())) if isinstance(node, ast.Call)]
    answered = {
        tuple(ast.literal_eval(argument) for argument in call.args[:2])
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id == "gateway_error"
    }
    assert answered
    assert answered <= told
    assert f"over {TIMEOUT_SECONDS} seconds" in page.words


def test_every_header_is_told() -> None:
    told = {name for row in page.tables["headers"] for name in row[0].split(", ")}
    assert told == set(answer_headers())


def test_the_limits_are_those_in_force() -> None:
    form, in_json = MAX_FILE_BYTES / 1e6, MAX_FILE_BYTES * 3 / 4 / 1e6
    for promise in (
        f"A file of about {form:.1f} MB when it is posted as a form",
        f"About {in_json:.1f} MB as base64 in JSON",
        f"a request may have {LAMBDA_PAYLOAD_BYTES // 2**20} MB",
        f"{MAX_PHOTO_PIXELS // 10**6} megapixels, and {MAX_PHOTO_SIDE_PIXELS:,} pixels on a side",
        f"An answer of about {form:.1f} MB",
        f"{TIMEOUT_SECONDS} seconds.",
    ):
        assert promise in page.words
    names = {"HEIF": "HEIC", "WEBP": "WebP"}
    for image_format in (*SIGNATURES, *BRANDS):
        assert re.search(rf"Files may be [^.]*\b{names.get(image_format, image_format)}\b", page.words)


@pytest.mark.parametrize(("megabytes", "status"), [(4.65, 200), (4.75, 413)])
def test_a_form_carries_as_much_as_the_page_says(api: httpx.Client, megabytes: float, status: int) -> None:
    answer = api.post(URL, files={"image_file": padded(megabytes)})
    assert answer.status_code == status
    assert status == 200 or code_of(answer) == (413, "file_too_large")


@pytest.mark.parametrize(("megabytes", "status"), [(3.5, 200), (3.6, 413)])
def test_json_carries_as_much_as_the_page_says(api: httpx.Client, megabytes: float, status: int) -> None:
    answer = api.post(URL, json={"image_file_b64": base64.b64encode(padded(megabytes)).decode()})
    assert answer.status_code == status
    assert status == 200 or code_of(answer) == (413, "file_too_large")


def padded(megabytes: float) -> bytes:
    """Give a picture of so many bytes: decoders stop where it ends."""
    return encoded(photo("coffee")).ljust(round(megabytes * 1e6), b"\0")
