"""What callers hold: a plain HTTP client at the local server, with the real function and the real model behind it."""

import io
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import httpx
import pytest
from PIL import Image

from tests.photos import NAMES, encoded, photo

URL = "/v1.0/removebg"

CutOut = Callable[..., httpx.Response]


@pytest.fixture(scope="session")
def api(server_url: str) -> Iterator[httpx.Client]:
    """A client that knows nothing but the address."""
    with httpx.Client(base_url=server_url, timeout=60) as made:
        yield made


@pytest.fixture(scope="session")
def cut_out(api: httpx.Client) -> CutOut:
    """Post one of the real photos with fields, as a form; give the answer, whatever it is.

    The same question is asked once: its answer is what others are held against.
    """

    @cache
    def post(name: str, background: bytes | None = None, accept: str = "image/*", **fields: str) -> httpx.Response:
        files = {"image_file": ("photo.jpg", encoded(photo(name)))}
        if background is not None:
            files["bg_image_file"] = ("background.png", background)
        return api.post(URL, files=files, data=fields, headers={"Accept": accept})

    return post


@pytest.fixture(scope="session")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the real photos as JPEG files."""
    folder = tmp_path_factory.mktemp("photos")
    for name in NAMES:
        (folder / f"{name}.jpg").write_bytes(encoded(photo(name)))
    return folder


def picture_of(answer: httpx.Response) -> Image.Image:
    """Decode an answer's picture; any other answer is a failure that shows what it says."""
    assert answer.status_code == 200, answer.text
    image = Image.open(io.BytesIO(answer.content))
    image.load()
    return image


def code_of(answer: httpx.Response) -> tuple[int, str]:
    """Give an error's status and code."""
    (error,) = answer.json()["errors"]
    return answer.status_code, error["code"]


def told_subject(answer: httpx.Response) -> tuple[int, int, int, int]:
    """Give the subject's rectangle as the headers tell it: left, top, right, bottom."""
    left, top, width, height = (
        int(answer.headers[f"x-foreground-{name}"]) for name in ("left", "top", "width", "height")
    )
    return left, top, left + width, top + height


def seen_subject(image: Image.Image) -> tuple[int, int, int, int]:
    """Measure the subject's rectangle in an answer's own alpha, from the level at which we say that it can be seen."""
    box = image.getchannel("A").point(lambda level: 255 if level >= 16 else 0).getbbox()
    assert box is not None
    return box


def assert_near(one: tuple[int, ...], other: tuple[int, ...], pixels: int = 2) -> None:
    """See that two rectangles are the same but for so many pixels a side."""
    assert len(one) == len(other)
    assert max(abs(first - second) for first, second in zip(one, other, strict=True)) <= pixels, (one, other)
