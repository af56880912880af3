"""What a request may and may not hold, over HTTP: keys nobody needs, unknown fields, two of one kind."""

import base64
from typing import Any

import httpx
import pytest

from tests.contract.conftest import URL, CutOut, code_of, picture_of
from tests.photos import encoded, photo

CUP = encoded(photo("coffee"))
TEXT = base64.b64encode(CUP).decode()


@pytest.mark.parametrize(
    "headers", [{"X-Api-Key": "INSERT_YOUR_API_KEY_HERE"}, {"Authorization": "Bearer 1"}, {"X-Api-Key": ""}]
)
def test_a_key_is_accepted_and_changes_nothing(api: httpx.Client, cut_out: CutOut, headers: dict[str, str]) -> None:
    answer = api.post(URL, files={"image_file": CUP}, headers=headers)
    assert picture_of(answer)
    assert answer.content == cut_out("coffee").content


@pytest.mark.parametrize("headers", [{}, {"X-Api-Key": "k"}, {"Authorization": "Bearer 1"}])
def test_the_account_is_removebgs_with_nothing_in_it(api: httpx.Client, headers: dict[str, str]) -> None:
    answer = api.get("/v1.0/account", headers=headers)
    attributes = answer.json()["data"]["attributes"]
    assert answer.status_code == 200
    assert attributes["credits"] == {"total": 0, "subscription": 0, "payg": 0, "enterprise": 0}
    assert attributes["api"] == {"free_calls": 0, "sizes": "all"}


def test_unknown_fields_are_ignored_in_every_encoding(api: httpx.Client, cut_out: CutOut) -> None:
    unknown = {"of_the_future": "1", "bg_colour": "fff", "X-Api-Key": "k"}
    answers = [
        cut_out("coffee", **unknown),
        api.post(URL, json={"image_file_b64": TEXT, **unknown, "nested": {"a": [1]}}),
        api.post(URL, data={"image_file_b64": TEXT, **unknown}),
    ]
    assert {answer.content for answer in answers} == {cut_out("coffee").content}


def test_empty_fields_are_as_good_as_absent_in_every_encoding(api: httpx.Client, cut_out: CutOut) -> None:
    empty = {"image_url": "", "bg_color": "", "roi": "", "scale": "", "size": ""}
    nothing = dict.fromkeys(empty)
    answers = [
        cut_out("coffee", **empty),
        api.post(URL, json={"image_file_b64": TEXT, **nothing}),
        api.post(URL, data={"image_file_b64": TEXT, **empty}),
    ]
    assert {answer.content for answer in answers} == {cut_out("coffee").content}


FILE = {"image_file": CUP}
REFUSED: dict[str, tuple[str, dict[str, Any]]] = {
    "file and base64": ("multiple_sources", {"files": FILE, "data": {"image_file_b64": TEXT}}),
    "file and address": ("multiple_sources", {"files": FILE, "data": {"image_url": "https://example.com/a.jpg"}}),
    "base64 and address": ("multiple_sources", {"json": {"image_file_b64": TEXT, "image_url": "https://a.test"}}),
    "two backgrounds": (
        "multiple_bg_sources",
        {"files": {**FILE, "bg_image_file": CUP}, "data": {"bg_color": "fff"}},
    ),
    "colour and background address": (
        "multiple_bg_sources",
        {"files": FILE, "data": {"bg_color": "fff", "bg_image_url": "https://example.com/a.jpg"}},
    ),
    "address": ("invalid_image_url", {"data": {"image_url": "https://example.com/a.jpg"}}),
    "address of a file": ("invalid_image_url", {"json": {"image_url": "file:///etc/passwd"}}),
    "background address": ("invalid_image_url", {"files": FILE, "data": {"bg_image_url": "https://example.com/a"}}),
    "shadow of a car": ("invalid_shadow", {"files": FILE, "data": {"shadow_type": "3D"}}),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_contradicts_itself_or_is_not_fetched_gets_removebgs_code(api: httpx.Client, case: str) -> None:
    code, request = REFUSED[case]
    assert code_of(api.post(URL, **request)) == (400, code)
