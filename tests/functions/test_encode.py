"""Answers are encoded in remove.bg's formats and hold nothing but the picture."""

import io
import zipfile

import numpy as np
import pytest
from PIL import Image

from removebg.encode import encode
from tests.photos import decoded, photo


def cutout() -> Image.Image:
    """A real photo behind a soft matte, with nothing under what is hidden."""
    image = photo("coffee")
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    pixels = np.array(image)
    pixels[pixels[..., 3] == 0] = 0
    return Image.fromarray(pixels)


def test_png_is_lossless() -> None:
    encoded = encode(cutout(), "png")
    assert encoded.media_type == "image/png"
    assert np.array_equal(np.asarray(decoded(encoded.data)), np.asarray(cutout()))


def test_jpg_is_on_exact_white() -> None:
    empty = Image.new("RGBA", (64, 64))
    empty.paste((0, 0, 0, 255), (0, 0, 16, 64))
    picture = decoded(encode(empty, "jpg").data)
    assert (picture.format, picture.mode) == ("JPEG", "RGB")
    assert picture.getpixel((60, 30)) == (255, 255, 255)
    assert picture.getpixel((4, 30)) == (0, 0, 0)


def test_webp_keeps_alpha_without_loss() -> None:
    encoded = encode(cutout(), "webp")
    assert encoded.media_type == "image/webp"
    assert np.array_equal(np.asarray(decoded(encoded.data))[..., 3], np.asarray(cutout())[..., 3])


def test_zip_holds_colours_and_lossless_alpha_and_no_time() -> None:
    encoded = encode(cutout(), "zip")
    assert encoded.media_type == "application/zip"
    with zipfile.ZipFile(io.BytesIO(encoded.data)) as archive:
        assert archive.namelist() == ["color.jpg", "alpha.png"]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        colours, alpha = (decoded(archive.read(name)) for name in archive.namelist())
    assert (colours.mode, alpha.mode) == ("RGB", "L")
    assert np.array_equal(np.asarray(alpha), np.asarray(cutout())[..., 3])
    seen = np.asarray(alpha) > 0
    difference = np.asarray(colours).astype(int) - np.asarray(photo("coffee")).astype(int)
    assert np.abs(difference[seen]).mean() < 3


def test_zip_shows_nothing_of_what_was_removed() -> None:
    image = Image.new("RGBA", (64, 64))
    image.paste((200, 100, 50, 255), (0, 0, 32, 64))
    with zipfile.ZipFile(io.BytesIO(encode(image, "zip").data)) as archive:
        colours = np.asarray(decoded(archive.read("color.jpg"))).astype(int)
    # One colour throughout: a hidden black would have bled into the edge.
    assert np.abs(colours - [200, 100, 50]).max() <= 3


@pytest.mark.parametrize("image_format", ["png", "webp", "zip", "jpg", "auto"])
def test_a_matte_can_be_had_in_every_format(image_format: str) -> None:
    matte = Image.linear_gradient("L")
    data = encode(matte, image_format).data
    if image_format == "zip":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = archive.read("alpha.png")
    difference = np.asarray(decoded(data).convert("L")).astype(int) - np.asarray(matte)
    assert np.abs(difference).mean() < 1


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        (Image.new("RGBA", (8, 8), (1, 2, 3, 254)), "image/png"),
        (Image.new("RGBA", (8, 8), (1, 2, 3, 255)), "image/jpeg"),
        (Image.new("L", (8, 8), 255), "image/png"),
    ],
)
def test_auto_is_png_where_there_is_transparency_else_jpg(image: Image.Image, expected: str) -> None:
    assert encode(image, "auto").media_type == expected
