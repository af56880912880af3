"""Pictures are read by their bytes, bounded before decoding, upright, in sRGB, and leave nothing but pixels."""

import io
import struct
import zlib
from typing import Any

import numpy as np
import pillow_heif
import pytest
from PIL import Image, ImageCms, PngImagePlugin

from removebg.decode import decode, sniff
from removebg.errors import FailedToReadImage, InvalidDimensions, InvalidFileType, ResolutionTooHigh
from removebg.limits import MAX_PHOTO_PIXELS
from tests.photos import ORIENTATION, TURNED_BACK, encoded, photo


def difference(first: Image.Image, second: Image.Image) -> float:
    """Mean difference of two pictures of one size, in levels of 255."""
    return float(np.abs(np.asarray(first, dtype=int) - np.asarray(second, dtype=int)).mean())


def png_header(width: int, height: int) -> bytes:
    """A PNG that declares a size and has next to no data."""
    return png(struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0), b"\0" * 99)


def png(header: bytes, rows: bytes) -> bytes:
    """Put a PNG together by hand."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


INTERLACED_PNG = png(struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 1), b"\0\xff\0\0")
"""One red pixel, in Adam7 order; Pillow writes none of these."""


@pytest.mark.parametrize("orientation", TURNED_BACK)
@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP"])
def test_each_exif_orientation_is_turned_upright(orientation: int, image_format: str) -> None:
    upright = photo("coffee")
    turn = TURNED_BACK[orientation]
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    stored = upright if turn is None else upright.transpose(turn)
    read = decode(encoded(stored, image_format, exif=exif, **({"quality": 95} if image_format != "PNG" else {})))
    assert read.rgb.size == upright.size
    assert difference(read.rgb, upright) < 4


ALL_FORMATS = ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "HEIF"]


def in_format(image: Image.Image, image_format: str, **parameters: Any) -> bytes:
    """Encode in any format that we read; Pillow itself has no HEIC."""
    if image_format != "HEIF":
        return encoded(image, image_format, **parameters)
    file = io.BytesIO()
    pillow_heif.from_pillow(image).save(file, quality=90)
    return file.getvalue()


@pytest.mark.parametrize("image_format", ALL_FORMATS)
def test_every_format_is_told_by_its_bytes_and_read(image_format: str) -> None:
    original = photo("coffee")
    data = in_format(original, image_format)
    assert sniff(data) == image_format
    read = decode(data)
    assert (read.rgb.mode, read.rgb.size, read.size, read.alpha) == ("RGB", original.size, original.size, None)
    # GIF has 256 colours, the others lose little or nothing.
    assert difference(read.rgb, original) < (12 if image_format == "GIF" else 4)


@pytest.mark.parametrize("image_format", ["GIF", "WEBP", "TIFF", "PNG", "AVIF"])
def test_of_several_frames_the_first_is_taken(image_format: str) -> None:
    first, second = Image.new("RGB", (64, 64), "red"), Image.new("RGB", (64, 64), "blue")
    read = decode(encoded(first, image_format, save_all=True, append_images=[second]))
    assert difference(read.rgb, first) < 4


def test_a_multi_picture_jpeg_of_a_phone_is_a_jpeg() -> None:
    file = io.BytesIO()
    photo("coffee").save(file, "MPO", save_all=True, append_images=[photo("chelsea")], quality=92)
    assert sniff(file.getvalue()) == "JPEG"
    assert difference(decode(file.getvalue()).rgb, photo("coffee")) < 4


@pytest.mark.parametrize("parameters", [{"progressive": True}, {"subsampling": 2}, {"quality": 100, "subsampling": 0}])
def test_every_kind_of_jpeg_is_read(parameters: dict[str, Any]) -> None:
    assert difference(decode(encoded(photo("coffee"), **parameters)).rgb, photo("coffee")) < 4


def test_an_interlaced_png_is_read() -> None:
    assert decode(INTERLACED_PNG).rgb.getpixel((0, 0)) == (255, 0, 0)


def test_a_heic_photo_is_upright_as_its_container_says() -> None:
    upright = photo("coffee")
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    file = io.BytesIO()
    heif = pillow_heif.from_pillow(upright.rotate(90, expand=True))
    heif.save(file, quality=90, exif=exif.tobytes())
    read = decode(file.getvalue())
    assert read.rgb.size == read.size == upright.size
    assert difference(read.rgb, upright) < 5


@pytest.mark.parametrize("orientation", [1, 6])
def test_for_a_matte_alone_a_large_jpeg_is_decoded_smaller_and_its_size_remembered(orientation: int) -> None:
    large = photo("coffee").resize((4200, 2800))
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    read = decode(encoded(large, exif=exif), matte_only=True)
    upright = (4200, 2800) if orientation == 1 else (2800, 4200)
    assert read.size == upright
    assert read.rgb.size == (upright[0] // 2, upright[1] // 2)
    assert decode(encoded(large), matte_only=False).rgb.size == (4200, 2800)


@pytest.mark.parametrize("data", [b"", b"RIFF1234WAVE", b"%PDF-1.4", b"P6 9 9 255 ", b"<svg xmlns=''/>", b"\x89PNX"])
def test_other_bytes_reach_no_decoder(data: bytes) -> None:
    with pytest.raises(InvalidFileType):
        decode(data)


def test_too_many_pixels_are_refused_before_any_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    def decoded_anyway(*_: Any) -> None:
        raise AssertionError("pixels were decoded")

    monkeypatch.setattr(Image.Image, "load", decoded_anyway)
    with pytest.raises(ResolutionTooHigh, match="50"):
        decode(png_header(10_000, MAX_PHOTO_PIXELS // 10_000 + 1))
    with pytest.raises(InvalidDimensions):
        decode(png_header(65_501, 1))


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.9, 0.99])
def test_a_truncated_picture_is_refused(image_format: str, share: float) -> None:
    whole = encoded(photo("chelsea"), image_format)
    with pytest.raises(FailedToReadImage):
        decode(whole[: int(len(whole) * share)])


def test_sixteen_bit_grey_is_scaled_and_not_clipped() -> None:
    ramp = np.linspace(0, 65535, 256).astype(np.uint16).reshape(16, 16)
    read = decode(encoded(Image.fromarray(ramp), "PNG"))
    assert difference(read.rgb.getchannel(0), Image.fromarray((ramp // 257).astype(np.uint8))) <= 0.5
    assert read.alpha is None


@pytest.mark.parametrize("mode", ["L", "1", "P", "CMYK"])
def test_any_colour_mode_becomes_rgb(mode: str) -> None:
    original = photo("coffee")
    image_format = "JPEG" if mode == "CMYK" else "PNG"
    read = decode(encoded(original.convert(mode), image_format))
    assert read.rgb.mode == "RGB"
    assert difference(read.rgb, original.convert(mode).convert("RGB")) < 4


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_transparency_is_kept_apart_and_hides_what_was_under_it(mode: str) -> None:
    alpha = Image.linear_gradient("L")
    picture = Image.new("RGB", alpha.size, (200, 30, 60))
    picture.putalpha(alpha)
    if mode == "P":
        data = encoded(Image.new("P", (8, 8), 0), "PNG", transparency=0)
        read = decode(data)
        assert read.alpha is not None
        assert read.alpha.getextrema() == (0, 0)
    else:
        read = decode(encoded(picture.convert(mode), "PNG"))
        assert read.alpha is not None
        assert difference(read.alpha, alpha) == 0
    assert read.rgb.getpixel((0, 0)) == (255, 255, 255)


def test_an_opaque_alpha_channel_is_none_at_all() -> None:
    assert decode(encoded(photo("coffee").convert("RGBA"), "PNG")).alpha is None


def profile_with_red_and_green_exchanged() -> bytes:
    """Make sRGB's ICC profile with two of its primaries exchanged: its tag table says where each one is."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    (count,) = struct.unpack_from(">I", profile, 128)
    entries = {bytes(profile[at : at + 4]): at for at in range(132, 132 + 12 * count, 12)}
    red, green = entries[b"rXYZ"], entries[b"gXYZ"]
    profile[red + 4 : red + 12], profile[green + 4 : green + 12] = (
        profile[green + 4 : green + 12],
        profile[red + 4 : red + 12],
    )
    return bytes(profile)


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_colours_are_converted_from_the_embedded_profile_to_srgb(mode: str) -> None:
    original = photo("coffee")
    red, green, blue = original.split()
    stored = Image.merge("RGB", (green, red, blue)).convert(mode)
    if mode == "RGBA":
        stored.putalpha(Image.new("L", stored.size, 200))
    read = decode(encoded(stored, "PNG", icc_profile=profile_with_red_and_green_exchanged()))
    assert difference(read.rgb, original) < 2
    assert (read.alpha is None) == (mode == "RGB")
    assert difference(stored.convert("RGB"), original) > 20, "the profile must matter"


@pytest.mark.parametrize(
    "profile", [b"not a profile", ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()]
)
def test_a_profile_that_cannot_be_used_is_ignored(profile: bytes) -> None:
    original = photo("coffee")
    assert difference(decode(encoded(original, "PNG", icc_profile=profile)).rgb, original) == 0


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_nothing_that_came_with_the_pixels_is_carried_along(mode: str) -> None:
    picture = photo("coffee").resize((60, 40)).convert(mode)
    if mode == "RGBA":
        picture.putalpha(128)
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", "a place and a name")
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = Image.Exif()
    exif[0x010F] = "a camera"
    decoded = decode(encoded(picture, "PNG", pnginfo=text, icc_profile=profile, exif=exif, dpi=(300, 300)))
    assert decoded.rgb.info == {}
    assert decoded.alpha is None or decoded.alpha.info == {}
