"""The promise: what one caller sends is never seen by another, also where requests fail between theirs."""

import base64
import json
from concurrent.futures import ThreadPoolExecutor

import httpx
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from tests.photos import NAMES, decoded, encoded, photo
from tests.proof.marked import as_json, as_multipart, marked_png
from tests.proof.runtime import Answer, Runtime
from tests.proof.wrong_requests import wrong_requests

CALLERS = 6
COLOURS = [(200 - 30 * caller, 30 * caller, (60 * caller) % 256) for caller in range(CALLERS)]


def tinted(caller: int) -> bytes:
    """Make a photo that is this caller's alone: one of three, drawn in colours of the caller's own."""
    grey = photo(NAMES[caller % len(NAMES)]).convert("L")
    red, green, blue = (grey.point(lambda level, top=top: level * max(top, 25) // 255) for top in COLOURS[caller])
    return encoded(Image.merge("RGB", (red, green, blue)), "PNG")


def tint_of(picture: Image.Image) -> NDArray[np.float64]:
    """Give the mean colour of what can be seen."""
    pixels = np.asarray(picture.convert("RGBA")).astype(float)
    tint: NDArray[np.float64] = pixels[pixels[..., 3] == 255][:, :3].mean(axis=0)
    return tint


def test_callers_at_once_get_what_they_get_alone(server_url: str) -> None:
    photos = [tinted(caller) for caller in range(CALLERS)]

    def ask(picture: bytes) -> bytes:
        files, headers = {"image_file": picture}, {"Accept": "image/png"}
        answer = httpx.post(f"{server_url}/v1.0/removebg", files=files, headers=headers, timeout=120)
        assert answer.status_code == 200
        return answer.content

    alone = [ask(picture) for picture in photos]
    assert len(set(alone)) == CALLERS
    with ThreadPoolExecutor(CALLERS) as callers:
        assert list(callers.map(ask, photos)) == alone


def picture_of(answer: Answer | None) -> Image.Image:
    """Decode an answer."""
    assert answer is not None
    assert answer["statusCode"] == 200
    return decoded(base64.b64decode(answer["body"]))


@pytest.mark.parametrize("code", ["failed_to_read_image", "invalid_format", "result_too_large", "unknown_foreground"])
def test_after_another_callers_error_an_answer_is_the_same(runtime: Runtime, code: str) -> None:
    event = as_json(tinted(5), size="full", format="png")
    before = runtime.invoke(event)
    wrong = runtime.invoke(wrong_requests()[code])
    assert wrong is not None
    assert json.loads(wrong["body"])["errors"][0]["code"] == code
    after = runtime.invoke(event)
    assert picture_of(before).tobytes() == picture_of(after).tobytes()


@pytest.mark.parametrize("where", ["removebg.decode.to_srgb", "removebg.matting.as_tensor", "removebg.answer.compose"])
def test_after_a_crash_an_answer_has_the_next_callers_own_colours(runtime: Runtime, where: str) -> None:
    event = as_multipart({"image_file": tinted(2)}, size="full", format="png")
    expected = picture_of(runtime.invoke(event))
    crashed = runtime.invoke(as_json(marked_png()), {"where": where, "kind": "RuntimeError", "text": ""})
    assert crashed is not None
    assert crashed["statusCode"] == 500
    answered = picture_of(runtime.invoke(event))
    assert np.array_equal(np.asarray(answered), np.asarray(expected))
    assert np.abs(tint_of(answered) - tint_of(decoded(tinted(2)))).max() < 60


def test_a_second_picture_is_never_the_last_callers_background(runtime: Runtime) -> None:
    plain = as_multipart({"image_file": tinted(1)}, size="full", format="png")
    before = picture_of(runtime.invoke(plain))
    runtime.invoke(as_multipart({"image_file": tinted(1), "bg_image_file": marked_png()}, bg_color="", format="png"))
    assert picture_of(runtime.invoke(plain)).tobytes() == before.tobytes()
    assert before.getchannel("A").getextrema() == (0, 255)
