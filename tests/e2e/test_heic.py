"""HEIC photos, as iPhones save them: decoded by libheif in the browser, and only then is it fetched."""

import base64
import io
import re
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pillow_heif
import pytest
from PIL import Image, ImageCms
from playwright.sync_api import Page, expect

from removebg.decode import decode
from tests.e2e.conftest import Watch
from tests.e2e.editor import await_cutout, export, open_photo
from tests.e2e.editor import decode as decode_file
from tests.photos import ORIENTATION, TURNED_BACK, encoded, photo

pillow_heif.register_heif_opener()

DECODER = "**/vendor/libheif/*"


def heic(picture: Image.Image, orientation: int = 1, **parameters: Any) -> bytes:
    """Encode as a phone does: turned by a property of the file, which EXIF repeats. It must be obeyed just once."""
    turn = TURNED_BACK[orientation]
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010E] = "a secret of the photographer's"
    stored = picture if turn is None else picture.transpose(turn)
    return encoded(stored, "HEIF", exif=exif.tobytes(), quality=90, **parameters)


def decode_in_browser(page: Page, data: bytes) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Decode by the page's own modules, in its worker; gives the original's pixels, RGBA."""
    width, height, pixels = page.evaluate(
        """async (base64) => {
            const { decodePhoto } = await import('/js/io/decode.js');
            const options = { signal: new AbortController().signal, onProgress: () => {} };
            const { original } = await decodePhoto(new Blob([Uint8Array.fromBase64(base64)]), options);
            return [original.width, original.height, new Uint8Array(original.rgba.buffer).toBase64()];
        }""",
        base64.b64encode(data).decode(),
    )
    return np.frombuffer(base64.b64decode(pixels), np.uint8).reshape(height, width, 4).astype(int)


def small_photo() -> Image.Image:
    return photo("coffee").resize((240, 160), Image.Resampling.BICUBIC)


def assert_as_the_function_decodes(pixels: np.ndarray[Any, np.dtype[np.int64]], data: bytes) -> None:
    expected = np.asarray(decode(data).rgb).astype(int)
    assert pixels.shape[:2] == expected.shape[:2]
    difference = np.abs(pixels[..., :3] - expected)
    # Two builds of one decoder, which round on their way from YCbCr, and two colour managements.
    assert difference.mean() < 1
    assert np.percentile(difference, 99) <= 4


def display_p3() -> bytes:
    """Make the profile of an iPhone's photos: sRGB's with other primaries, whose tag table says where each one is."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    primaries = {
        b"rXYZ": (0.51512, 0.24120, -0.00105),
        b"gXYZ": (0.29198, 0.69225, 0.04189),
        b"bXYZ": (0.15710, 0.06657, 0.78407),
    }
    (count,) = struct.unpack_from(">I", profile, 128)
    for entry in range(132, 132 + 12 * count, 12):
        tag, offset = struct.unpack_from(">4sI", profile, entry)
        if tag in primaries:
            struct.pack_into(">3i", profile, offset + 8, *(round(value * 65536) for value in primaries[tag]))
    return bytes(profile)


@pytest.mark.parametrize("orientation", TURNED_BACK)
def test_a_heic_is_turned_upright_once(front: Page, orientation: int) -> None:
    data = heic(small_photo(), orientation)
    pixels = decode_in_browser(front, data)
    assert pixels.shape == (160, 240, 4)
    assert np.abs(pixels[..., :3] - np.asarray(small_photo()).astype(int)).mean() < 4
    assert (pixels[..., 3] == 255).all()
    assert_as_the_function_decodes(pixels, data)


def test_a_heic_in_another_colour_space_is_brought_to_srgb(front: Page) -> None:
    data = heic(small_photo(), icc_profile=display_p3())
    pixels = decode_in_browser(front, data)
    assert_as_the_function_decodes(pixels, data)
    # And it was not left as it stood.
    plain = decode_in_browser(front, heic(small_photo()))
    assert np.abs(pixels - plain).mean() > 2


def test_a_heic_keeps_its_transparency(front: Page) -> None:
    picture = small_photo()
    alpha = Image.linear_gradient("L").resize(picture.size)
    picture.putalpha(alpha)
    pixels = decode_in_browser(front, heic(picture))
    assert np.abs(pixels[..., 3] - np.asarray(alpha).astype(int)).mean() < 2
    soft = pixels[..., 3] > 16
    assert np.abs(pixels[..., :3] - np.asarray(picture)[..., :3].astype(int))[soft].mean() < 4


def ten_bits(picture: Image.Image) -> bytes:
    """Encode with 10 bits a sample, as the better cameras do."""
    file = io.BytesIO()
    samples = (np.asarray(picture).astype("<u2") * 257).tobytes()
    pillow_heif.encode("RGB;16", picture.size, samples, file, quality=90, save_to_12bit=False)
    return file.getvalue()


@pytest.mark.parametrize(
    "encode",
    [
        lambda picture: heic(picture, tile_size=64),
        lambda picture: heic(picture, orientation=8, tile_size=64, icc_profile=display_p3()),
        lambda picture: heic(picture.resize((239, 17))),
        # Its rows are too long for one block of the PNG between.
        lambda picture: heic(picture.resize((22_000, 17)), tile_size=512),
        lambda picture: heic(picture, chroma="444"),
        lambda picture: heic(picture.convert("L")),
        ten_bits,
    ],
    ids=["tiles", "tiles, turned, display-p3", "odd width", "very wide", "4:4:4", "grey", "ten bits"],
)
def test_every_kind_of_heic_is_decoded_as_the_function_does(
    front: Page, encode: Callable[[Image.Image], bytes]
) -> None:
    data = encode(small_photo())
    assert_as_the_function_decodes(decode_in_browser(front, data), data)


def test_a_dropped_heic_is_cut_out_at_full_size(front: Page, watch: Watch, tmp_path: Path) -> None:
    picture = photo("coffee").resize((1800, 1200), Image.Resampling.BICUBIC)
    path = tmp_path / "IMG_0001.HEIC"
    path.write_bytes(heic(picture, orientation=6))
    assert not [address for address in watch.addresses if "libheif" in address]
    open_photo(front, path)
    assert len([address for address in watch.addresses if "libheif" in address]) == 1
    name, data = export(front)
    assert name == "IMG_0001-cutout.png"
    assert b"secret" not in data
    cutout = decode_file(data)
    assert cutout.shape == (1200, 1800, 4)
    seen = cutout[..., 3] == 255
    assert 0.2 < seen.mean() < 0.8
    expected = np.asarray(decode(path.read_bytes()).rgb).astype(int)
    assert np.abs(cutout[..., :3].astype(int) - expected)[seen].mean() < 1


def enlarged(data: bytes) -> bytes:
    """Say in the header that the picture is 20,000 pixels wide and high."""
    at = data.index(b"ispe") + 8
    return data[:at] + (20_000).to_bytes(4) * 2 + data[at + 8 :]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda data: data[: len(data) // 2], "damaged"),
        (lambda data: data[:200], "damaged"),
        (lambda data: data[:24] + b"\0" * 400, "damaged"),
        (enlarged, "50 megapixels"),
    ],
)
def test_a_bad_heic_is_refused_in_words(
    front: Page, watch: Watch, tmp_path: Path, spoil: Callable[[bytes], bytes], said: str
) -> None:
    path = tmp_path / "bad.heic"
    path.write_bytes(spoil(heic(small_photo())))
    front.locator("#photo-file").set_input_files(path)
    expect(front.get_by_role("alert")).to_contain_text(said)
    assert not [address for address in watch.addresses if "/v1.0/" in address]


def test_a_heic_that_is_too_large_is_refused_before_the_decoder_is_fetched(
    front: Page, watch: Watch, tmp_path: Path
) -> None:
    path = tmp_path / "large.heic"
    path.write_bytes(enlarged(heic(small_photo())))
    front.locator("#photo-file").set_input_files(path)
    expect(front.get_by_role("alert")).to_be_visible()
    assert not [address for address in watch.addresses if "libheif" in address]


def test_a_decoder_that_cannot_be_fetched_is_said(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "photo.heic"
    path.write_bytes(heic(small_photo()))
    page.goto("/")
    page.context.route(DECODER, lambda route: route.abort("internetdisconnected"))
    page.locator("#photo-file").set_input_files(path)
    expect(page.get_by_role("alert")).to_contain_text("HEIC photos could not be loaded")
    page.context.unroute(DECODER)
    page.locator("#photo-file").set_input_files(path)
    expect(page.get_by_role("alert")).to_be_hidden()
    await_cutout(page)


def test_reading_a_heic_can_be_cancelled(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "photo.heic"
    path.write_bytes(heic(small_photo()))
    page.goto("/")
    # A decoder that never comes: whatever happens now is the page's doing.
    page.context.route(DECODER, lambda _route: None)
    page.locator("#photo-file").set_input_files(path)
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("status")).to_contain_text(re.compile("cancel", re.IGNORECASE))
