"""The function as AWS sees it: a proxy event in, a cutout or a typed error out."""

import base64
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest
from PIL import Image

from removebg import errors
from removebg.responses import EVERY_ANSWER
from tests.photos import decoded, encoded, photo

URL = "/v1.0/removebg"
PNG_ANSWER = {"Accept": "image/png"}
JSON_ANSWER = {"Accept": "application/json"}


def base64_text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def error_of(answer: httpx.Response) -> dict[str, str]:
    (error,) = answer.json()["errors"]
    assert isinstance(error, dict)
    return error


def assert_works(client: httpx.Client) -> None:
    files = {"image_file": encoded(photo("coffee"))}
    assert client.post(URL, files=files, headers=PNG_ANSWER).status_code == 200


def test_health_is_ok_once_the_model_is_loaded(client: httpx.Client) -> None:
    answer = client.get("/v1.0/health")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert answer.headers["cache-control"] == "no-store"


def test_a_base64_jpeg_becomes_a_full_size_cutout(client: httpx.Client) -> None:
    original = photo("astronaut")
    body = {"image_file_b64": base64_text(encoded(original)), "size": "full"}
    answer = client.post(URL, json=body, headers=PNG_ANSWER)
    assert answer.status_code == 200
    cutout = decoded(answer.content)
    assert (cutout.format, cutout.mode, cutout.size) == ("PNG", "RGBA", original.size)
    assert answer.headers["content-type"] == "image/png"
    assert (answer.headers["x-width"], answer.headers["x-height"]) == ("512", "512")
    assert answer.headers["cache-control"] == "no-store"
    alpha = np.asarray(cutout)[..., 3]
    # Her face and suit are subject, the corners behind the flag and the shuttle are not.
    assert alpha[100:140, 200:240].min() > 250
    assert alpha[:20, 320:340].max() < 5


def test_every_encoding_of_the_request_gives_the_same_cutout(client: httpx.Client) -> None:
    picture = encoded(photo("coffee"))
    text = base64_text(picture)
    answers = [
        client.post(URL, json={"image_file_b64": text}, headers=PNG_ANSWER),
        client.post(URL, json={"image_file_b64": f"data:image/jpeg;base64,{text}"}, headers=PNG_ANSWER),
        client.post(URL, data={"image_file_b64": text}, headers=PNG_ANSWER),
        client.post(URL, files={"image_file": ("photo.jpg", picture)}, headers=PNG_ANSWER),
        client.post(URL, files={"image_file_b64": (None, text)}, headers=PNG_ANSWER),
    ]
    assert [answer.status_code for answer in answers] == [200] * len(answers)
    assert len({answer.content for answer in answers}) == 1


def test_the_answer_is_json_when_json_is_asked_for(client: httpx.Client) -> None:
    files = {"image_file": encoded(photo("chelsea"))}
    as_json = client.post(URL, files=files, headers=JSON_ANSWER)
    as_bytes = client.post(URL, files=files, headers=PNG_ANSWER)
    assert as_json.headers["content-type"] == "application/json"
    assert base64.b64decode(as_json.json()["data"]["result_b64"]) == as_bytes.content


def test_alpha_is_the_grey_matte_of_the_same_cutout(client: httpx.Client) -> None:
    files = {"image_file": encoded(photo("chelsea"))}
    matte = client.post(URL, files=files, data={"channels": "alpha"}, headers=PNG_ANSWER)
    cutout = client.post(URL, files=files, headers=PNG_ANSWER)
    assert decoded(matte.content).mode == "L"
    assert np.array_equal(np.asarray(decoded(matte.content)), np.asarray(decoded(cutout.content))[..., 3])


@pytest.mark.parametrize(
    ("size", "expected"),
    [(None, (577, 433)), ("preview", (577, 433)), ("medium", (1414, 1060)), ("full", (2000, 1500))],
)
def test_size_bounds_the_answer_and_keeps_its_proportions(
    client: httpx.Client, size: str | None, expected: tuple[int, int]
) -> None:
    large = photo("coffee").resize((2000, 1500))
    fields = {"channels": "alpha"} | ({"size": size} if size else {})
    answer = client.post(URL, files={"image_file": encoded(large)}, data=fields, headers=PNG_ANSWER)
    assert decoded(answer.content).size == expected
    assert (int(answer.headers["x-width"]), int(answer.headers["x-height"])) == expected


def test_timing_names_decode_model_and_encode(client: httpx.Client) -> None:
    answer = client.post(URL, files={"image_file": encoded(photo("coffee"))}, headers=PNG_ANSWER)
    steps = dict(part.split(";dur=") for part in answer.headers["server-timing"].split(", "))
    assert list(steps) == ["decode", "model", "encode"]
    assert all(float(duration) > 0 for duration in steps.values())


def test_exif_orientation_is_applied_once(client: httpx.Client) -> None:
    upright = photo("astronaut").crop((0, 0, 512, 400))
    exif = Image.Exif()
    exif[0x0112] = 6
    sideways = encoded(upright.rotate(90, expand=True), exif=exif, quality=95)
    fields = {"channels": "alpha", "size": "full"}
    turned = client.post(URL, files={"image_file": sideways}, data=fields, headers=PNG_ANSWER)
    straight = client.post(URL, files={"image_file": encoded(upright, quality=95)}, data=fields, headers=PNG_ANSWER)
    first, second = (np.asarray(decoded(answer.content)).astype(int) for answer in (turned, straight))
    assert first.shape == second.shape == (400, 512)
    assert np.abs(first - second).mean() < 2


def test_a_picture_without_a_subject_is_said_to_have_none(client: httpx.Client) -> None:
    answer = client.post(URL, files={"image_file": encoded(Image.new("RGB", (400, 300), "gray"))})
    assert (answer.status_code, error_of(answer)["code"]) == (400, "unknown_foreground")


def truncated_jpeg() -> bytes:
    whole = encoded(photo("coffee"))
    return whole[: len(whole) // 2]


BAD_REQUESTS: dict[str, tuple[str, dict[str, Any]]] = {
    "no body": ("malformed_body", {}),
    "text body": ("malformed_body", {"content": b"hello", "headers": {"Content-Type": "text/plain"}}),
    "broken JSON": ("malformed_body", {"content": b"{", "headers": {"Content-Type": "application/json"}}),
    "JSON list": ("malformed_body", {"json": [1]}),
    "deep JSON": ("malformed_body", {"content": b"[" * 100_000, "headers": {"Content-Type": "application/json"}}),
    "JSON of no UTF": ("malformed_body", {"content": b'{"\xff"}', "headers": {"Content-Type": "application/json"}}),
    "broken multipart": (
        "malformed_body",
        {"content": b"--x", "headers": {"Content-Type": "multipart/form-data"}},
    ),
    "no source": ("missing_source", {"json": {"size": "full"}}),
    "empty base64": ("missing_source", {"json": {"image_file_b64": ""}}),
    "base64 of 0 bytes": ("missing_source", {"json": {"image_file_b64": "data:image/png;base64,"}}),
    "empty file": ("missing_source", {"files": {"image_file": ("a.jpg", b"")}}),
    "file as text": ("malformed_body", {"data": {"image_file": "a.jpg"}}),
    "two sources": (
        "multiple_sources",
        {"files": {"image_file": b"x"}, "data": {"image_file_b64": "eA=="}},
    ),
    "not base64": ("failed_to_read_image", {"json": {"image_file_b64": "no base64!"}}),
    "base64 of a number": ("failed_to_read_image", {"json": {"image_file_b64": 12}}),
    "address": ("invalid_image_url", {"json": {"image_url": "https://example.com/a.jpg"}}),
    "not an image": ("invalid_file_type", {"files": {"image_file": b"hello, I am a text"}}),
    "PDF called JPEG": ("invalid_file_type", {"files": {"image_file": ("a.jpg", b"%PDF-1.7", "image/jpeg")}}),
    "truncated": ("failed_to_read_image", {"files": {"image_file": truncated_jpeg()}}),
    "header only": ("failed_to_read_image", {"files": {"image_file": b"\xff\xd8\xff\xe0"}}),
    "bad size": ("invalid_size", {"json": {"image_file_b64": "eA==", "size": "huge"}}),
    "size of wrong type": ("invalid_size", {"json": {"image_file_b64": "eA==", "size": {"a": 1}}}),
    "bad format": ("invalid_format", {"json": {"image_file_b64": "eA==", "format": "tga"}}),
    "bad channels": ("invalid_channels", {"json": {"image_file_b64": "eA==", "channels": "rgbx"}}),
}


@pytest.mark.parametrize("case", BAD_REQUESTS)
def test_bad_input_gets_its_typed_error_and_the_next_request_works(client: httpx.Client, case: str) -> None:
    code, request = BAD_REQUESTS[case]
    answer = client.post(URL, **request)
    assert (answer.status_code, error_of(answer)["code"]) == (400, code)
    assert error_of(answer)["title"]
    assert error_of(answer)["detail"]
    assert_works(client)


@pytest.mark.parametrize(("method", "path", "status"), [("GET", URL, 405), ("POST", "/v1.0/nothing", 404)])
def test_unknown_addresses_and_methods_are_told_in_the_same_shape(
    client: httpx.Client, method: str, path: str, status: int
) -> None:
    answer = client.request(method, path)
    expected = {404: errors.NotFound, 405: errors.MethodNotAllowed}[status]
    assert (answer.status_code, error_of(answer)["code"]) == (status, expected.code)


def test_an_answer_over_lambdas_limit_is_a_typed_error(client: httpx.Client) -> None:
    # Sensor noise, which PNG cannot compress and JPEG throws away.
    grain = np.random.default_rng(1).integers(-12, 12, (3000, 3000, 3))
    noisy = (np.asarray(photo("astronaut").resize((3000, 3000))) + grain).clip(0, 255)
    body = encoded(Image.fromarray(noisy.astype(np.uint8)), quality=70)
    answer = client.post(URL, files={"image_file": body}, data={"size": "full"}, headers=PNG_ANSWER)
    assert (answer.status_code, error_of(answer)["code"]) == (413, "result_too_large")
    assert_works(client)


def test_a_bug_of_ours_is_an_error_without_a_word_of_the_request(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("a secret of the caller's")

    with monkeypatch.context() as patch:
        patch.setattr("removebg.app.decode", fail)
        answer = client.post(URL, files={"image_file": ("secret.jpg", encoded(photo("coffee")))})
    assert (answer.status_code, error_of(answer)["code"]) == (500, "internal_error")
    printed = "".join(capfd.readouterr())
    assert "secret" not in printed + answer.text
    assert json.loads(printed)["exception"] == "RuntimeError"
    assert_works(client)


UNREADABLE = """
import json
from removebg.handler import handler

print(json.dumps(handler({"not": "an event of a gateway"}, None)))
"""


def test_an_event_that_cannot_be_read_is_a_typed_error_with_the_headers_of_every_answer() -> None:
    run = subprocess.run([sys.executable, "-c", UNREADABLE], check=True, capture_output=True, text=True)
    answer = json.loads(run.stdout.splitlines()[-1])
    assert (answer["statusCode"], json.loads(answer["body"])["errors"][0]["code"]) == (500, "internal_error")
    assert {name.decode(): value.decode() for name, value in EVERY_ANSWER}.items() <= answer["headers"].items()


HOT_PATH = """
import sys
from removebg.handler import handler
from tests.events import matte_event

with open(sys.argv[1], "rb") as picture:
    answer = handler(matte_event(picture.read()), None)
loaded = {name.partition(".")[0] for name in sys.modules if not name.startswith("_")}
print(answer["statusCode"], *loaded - sys.stdlib_module_names)
"""

HOT_PATH_MAY_LOAD = {
    *("removebg", "tests"),
    *("fastapi", "starlette", "pydantic", "pydantic_core", "python_multipart", "mangum", "anyio", "idna", "sniffio"),
    *("annotated_doc", "annotated_types", "typing_extensions", "typing_inspection", "opentelemetry"),
    *("numpy", "onnxruntime", "PIL"),
}
"""Packages that a warm matte request may have loaded. None of them costs more than a tenth of a second."""


def test_the_hot_path_imports_nothing_heavy(tmp_path: Path) -> None:
    picture = tmp_path / "photo.jpg"
    picture.write_bytes(encoded(photo("coffee")))
    command = [sys.executable, "-c", HOT_PATH, str(picture)]
    status, *packages = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    assert status == "200"
    assert "onnxruntime" in packages
    assert set(packages) <= HOT_PATH_MAY_LOAD
