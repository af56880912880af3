"""size, format, channels, type_level and the headers, over HTTP: what comes back, in which shape."""

import io
import zipfile

import httpx
import numpy as np
import pytest
from PIL import Image

from removebg.limits import MAX_RESULT_BYTES, SIZE_PIXELS
from tests.contract.conftest import URL, CutOut, picture_of
from tests.photos import decoded, encoded, photo

FORMATS = {
    "png": ("image/png", "PNG", "RGBA"),
    "jpg": ("image/jpeg", "JPEG", "RGB"),
    "webp": ("image/webp", "WEBP", "RGBA"),
    "auto": ("image/png", "PNG", "RGBA"),
}


@pytest.fixture(scope="module")
def large() -> bytes:
    """A photo of 6 megapixels."""
    return encoded(photo("astronaut").resize((2450, 2450)), quality=80)


@pytest.mark.parametrize("image_format", FORMATS)
def test_a_format_is_what_comes_back(cut_out: CutOut, image_format: str) -> None:
    answer = cut_out("coffee", format=image_format)
    image = picture_of(answer)
    assert (answer.headers["content-type"], image.format, image.mode) == FORMATS[image_format]


def test_auto_is_jpg_where_nothing_is_see_through(cut_out: CutOut) -> None:
    assert picture_of(cut_out("coffee", format="auto", bg_color="navy")).format == "JPEG"


def test_a_zip_holds_colours_and_the_alpha_of_the_very_same_cutout(cut_out: CutOut) -> None:
    answer = cut_out("coffee", format="zip")
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.namelist() == ["color.jpg", "alpha.png"]
        colour, alpha = (decoded(archive.read(name)) for name in archive.namelist())
    cutout = picture_of(cut_out("coffee", format="png"))
    assert (colour.format, colour.mode, alpha.format, alpha.mode) == ("JPEG", "RGB", "PNG", "L")
    assert np.array_equal(np.asarray(alpha), np.asarray(cutout)[..., 3])
    inside = np.asarray(alpha) == 255
    difference = np.asarray(colour).astype(int)[inside] - np.asarray(cutout).astype(int)[inside][:, :3]
    assert np.abs(difference).mean() < 3


@pytest.mark.parametrize("size", sorted(set(SIZE_PIXELS) - {"auto"}))
def test_a_size_is_its_most_megapixels_and_never_enlarged(api: httpx.Client, large: bytes, size: str) -> None:
    fields = {"size": size, "channels": "alpha"}
    width, height = picture_of(api.post(URL, files={"image_file": large}, data=fields)).size
    expected = min(2450 * 2450, SIZE_PIXELS[size])
    assert width == height
    assert expected - 2 * width < width * height <= expected


def test_auto_comes_back_when_the_full_size_is_too_large_and_is_as_large_as_fits(
    api: httpx.Client, large: bytes
) -> None:
    grain = np.random.default_rng(1).integers(-9, 9, (2450, 2450, 3))
    grainy = (np.asarray(decoded(large)) + grain).clip(0, 255).astype(np.uint8)
    body = {"image_file": encoded(Image.fromarray(grainy), quality=80)}
    full = api.post(URL, files=body, data={"size": "full"})
    assert full.status_code == 413, "the photo is too simple for this test"
    assert "size=auto" in full.json()["errors"][0]["detail"]
    answer = api.post(URL, files=body, data={"size": "auto"})
    assert picture_of(answer).width < 2450
    assert MAX_RESULT_BYTES * 0.75 < len(answer.content) <= MAX_RESULT_BYTES


def test_a_cutouts_headers_are_removebgs(cut_out: CutOut) -> None:
    answer = cut_out("coffee", bg_color="fff", crop="true")
    told = {name: answer.headers[f"x-{name}"] for name in ("width", "height", "type", "credits-charged")}
    width, height = picture_of(answer).size
    assert told == {"width": str(width), "height": str(height), "type": "other", "credits-charged": "0"}


def test_the_type_is_left_out_when_its_level_is_none(cut_out: CutOut) -> None:
    assert "x-type" not in cut_out("coffee", type="product", type_level="none").headers
    assert cut_out("coffee", type="product", type_level="latest").headers["x-type"] == "other"


def test_a_matte_tells_the_same_place_and_size_as_the_cutout(cut_out: CutOut) -> None:
    matte, cutout = (cut_out("coffee", crop="true", channels=channels) for channels in ("alpha", "rgba"))
    assert picture_of(matte).mode == "L"
    names = [name for name in cutout.headers if name.startswith("x-")]
    assert len(names) == 8
    assert [matte.headers[name] for name in names] == [cutout.headers[name] for name in names]


@pytest.mark.parametrize("accept", ["*/*", "image/png", "image/webp,image/*;q=0.8", ""])
def test_whoever_does_not_ask_for_json_gets_the_picture(cut_out: CutOut, accept: str) -> None:
    assert picture_of(cut_out("coffee", accept=accept)).format == "PNG"
