"""Pixels to the bytes of an answer: nothing but the picture, no profile, no EXIF, no text."""

import io
import zipfile
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageStat

from removebg.png import write_png

JPEG_QUALITY = 92
WEBP_QUALITY = 90

MEDIA_TYPES = {"png": "image/png", "jpg": "image/jpeg", "webp": "image/webp", "zip": "application/zip"}


@dataclass(frozen=True)
class Encoded:
    """An encoded picture and what its bytes are."""

    data: bytes
    media_type: str


def encode(image: Image.Image, image_format: str) -> Encoded:
    """Encode a picture of mode RGBA (straight alpha) or L.

    Parameters
    ----------
    image_format : png, jpg (on white), webp, zip (color.jpg and alpha.png), or auto, which is png where there is
        transparency or the picture is a matte, else jpg
    """
    if image_format == "auto":
        opaque = image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255)
        image_format = "jpg" if opaque else "png"
    encoder = {"png": write_png, "jpg": encode_jpg, "webp": encode_webp, "zip": encode_zip}[image_format]
    return Encoded(encoder(image), MEDIA_TYPES[image_format])


def encode_jpg(image: Image.Image) -> bytes:
    """Encode on white."""
    if image.mode == "RGBA":
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image).convert("RGB")
    file = io.BytesIO()
    image.save(file, "JPEG", quality=JPEG_QUALITY)
    return file.getvalue()


def encode_webp(image: Image.Image) -> bytes:
    """Encode colours with loss, alpha without."""
    file = io.BytesIO()
    image.save(file, "WEBP", quality=WEBP_QUALITY, method=2)
    return file.getvalue()


def encode_zip(image: Image.Image) -> bytes:
    """Pack color.jpg and alpha.png, the smallest answer with lossless alpha; a matte is packed alone."""
    file = io.BytesIO()
    # Both are compressed already.
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        # A fixed time: when a picture was cut out is nobody's business.
        if image.mode == "RGBA":
            archive.writestr(zipfile.ZipInfo("color.jpg"), encode_colours(image))
            archive.writestr(zipfile.ZipInfo("alpha.png"), write_png(image.getchannel("A")))
        else:
            archive.writestr(zipfile.ZipInfo("alpha.png"), write_png(image))
    return file.getvalue()


def encode_colours(image: Image.Image) -> bytes:
    """Encode the colours alone, as JPEG with full chroma resolution.

    What cannot be seen is filled with the mean of what can: black there would bleed into the edge's 8 x 8 blocks.
    """
    rgb, alpha = image.convert("RGB"), image.getchannel("A")
    hidden = alpha.point(lambda level: 0 if level else 255)
    if alpha.getbbox():
        mean = ImageStat.Stat(rgb, mask=ImageChops.invert(hidden)).mean
        rgb.paste((round(mean[0]), round(mean[1]), round(mean[2])), mask=hidden)
    file = io.BytesIO()
    rgb.save(file, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return file.getvalue()
