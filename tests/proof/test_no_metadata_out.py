"""The promise: nothing that came with a photo but its picture is in an answer: no place, camera, text or preview.

What the page's own export holds is tested in tests/e2e/test_privacy.py.
"""

import base64
import io
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image, ImageCms, JpegImagePlugin

from tests.events import proxy_event
from tests.photos import encoded
from tests.png_chunks import png_chunks
from tests.proof.marked import MARK, as_json, marked_exif, marked_photo, marked_png, xmp
from tests.proof.runtime import Answer, Runtime

PNG_CHUNKS = {b"IHDR", b"IDAT", b"IEND"}
WEBP_CHUNKS = {b"VP8X", b"VP8 ", b"VP8L", b"ALPH"}
JPEG_SEGMENTS = {0xE0, 0xDB, 0xC0, 0xC4, 0xDA}
"""JFIF's header, quantisation, frame, Huffman tables, scan: what a JPEG can't be without."""

IPTC = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0\0\0\0\x0e\x1c\x02\x78\0\x09" + MARK.encode() + b"\0"


def marked_files() -> dict[str, bytes]:
    """Make a photo in each format, with all the metadata that the format can hold."""
    from pillow_heif import register_heif_opener

    register_heif_opener()
    picture, exif = marked_photo(), marked_exif()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    jpeg = encoded(picture, exif=exif, comment=MARK, xmp=xmp(), icc_profile=profile)
    segment = b"\xff\xed" + (len(IPTC) + 2).to_bytes(2) + IPTC
    return {
        "JPEG": jpeg[:2] + segment + jpeg[2:],
        "PNG": marked_png(),
        "WEBP": encoded(picture, "WEBP", exif=exif, xmp=xmp(), icc_profile=profile),
        "TIFF": encoded(picture, "TIFF", tiffinfo={270: MARK, 305: MARK, 700: xmp(), 33723: IPTC}),
        "GIF": encoded(picture, "GIF", comment=MARK.encode()),
        "AVIF": encoded(picture, "AVIF", exif=exif.tobytes(), xmp=xmp()),
        "HEIF": encoded(picture, "HEIF", exif=exif.tobytes(), xmp=xmp()),
    }


FILES = marked_files()


def content_of(answer: Answer | None) -> bytes:
    """Give an answer's bytes."""
    assert answer is not None
    assert answer["statusCode"] == 200, answer["body"]
    assert MARK not in str(answer["headers"]) + str(answer["multiValueHeaders"])
    body: str = answer["body"]
    return base64.b64decode(body) if answer["isBase64Encoded"] else body.encode()


def webp_chunks(data: bytes) -> Iterator[bytes]:
    """Name a WebP's chunks."""
    offset = 12
    while offset < len(data):
        yield data[offset : offset + 4]
        length = int.from_bytes(data[offset + 4 : offset + 8], "little")
        offset += 8 + length + length % 2


def assert_only_a_picture(data: bytes) -> None:
    """Hold a file to the parts that it can't be without."""
    assert MARK.encode() not in data
    picture = Image.open(io.BytesIO(data))
    if picture.format == "PNG":
        assert {kind for kind, _ in png_chunks(data)} == PNG_CHUNKS
    elif picture.format == "WEBP":
        assert set(webp_chunks(data)) <= WEBP_CHUNKS
    else:
        assert isinstance(picture, JpegImagePlugin.JpegImageFile)
        assert {name for name, _ in picture.applist} == {"APP0"}
        assert set(jpeg_segments(data)) == JPEG_SEGMENTS
    assert not picture.getexif()
    assert not {"icc_profile", "exif", "xmp", "comment"} & set(picture.info)


def jpeg_segments(data: bytes) -> Iterator[int]:
    """Give the markers of a JPEG's segments, up to its scan, after which there is nothing but its end."""
    offset = 2
    while data[offset + 1] != 0xDA:
        yield data[offset + 1]
        offset += 2 + int.from_bytes(data[offset + 2 : offset + 4])
    yield 0xDA
    assert data.index(b"\xff\xd9") == len(data) - 2


@pytest.mark.parametrize("image_format", FILES)
def test_what_a_file_carries_stays_behind(runtime: Runtime, image_format: str) -> None:
    assert MARK.encode() in FILES[image_format]
    assert_only_a_picture(content_of(runtime.invoke(as_json(FILES[image_format], size="full"))))


@pytest.mark.parametrize("answer_format", ["png", "jpg", "webp", "zip"])
@pytest.mark.parametrize("channels", ["rgba", "alpha"])
def test_no_kind_of_answer_carries_anything(runtime: Runtime, answer_format: str, channels: str) -> None:
    event = as_json(FILES["JPEG"], size="full", format=answer_format, channels=channels)
    data = content_of(runtime.invoke(event))
    if answer_format != "zip":
        assert_only_a_picture(data)
        return
    assert MARK.encode() not in data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.comment == b""
        for entry in archive.infolist():
            assert (entry.date_time, entry.comment, entry.extra) == ((1980, 1, 1, 0, 0, 0), b"", b"")
            assert_only_a_picture(archive.read(entry))


def test_an_answer_in_json_holds_the_picture_and_its_place_alone(runtime: Runtime) -> None:
    event: dict[str, Any] = as_json(FILES["JPEG"])
    plain = proxy_event("POST", event["path"], {"Content-Type": "application/json", "Accept": "application/json"}, b"")
    answer = runtime.invoke({**event, "headers": plain["headers"], "multiValueHeaders": plain["multiValueHeaders"]})
    assert MARK.encode() not in content_of(answer)


def test_a_backgrounds_metadata_stays_behind_too(runtime: Runtime) -> None:
    from tests.proof.marked import as_multipart

    event = as_multipart({"image_file": FILES["JPEG"], "bg_image_file": FILES["WEBP"]}, format="jpg")
    assert_only_a_picture(content_of(runtime.invoke(event)))
