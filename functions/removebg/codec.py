"""Bytes to upright sRGB pixels and back."""

import io

from PIL import Image, ImageCms, ImageOps

from removebg.errors import FailedToReadImage, InvalidDimensions, InvalidFileType, ResolutionTooHigh
from removebg.limits import MAX_PHOTO_PIXELS, MAX_PHOTO_SIDE_PIXELS
from removebg.photo import Photo

# We check the size ourselves, before anything is decoded, and answer with words of our own.
Image.MAX_IMAGE_PIXELS = None

SRGB = ImageCms.createProfile("sRGB")

PNG_COMPRESS_LEVEL = 3
"""zlib level. Level 6, Pillow's own, took 3.2 s for 12 megapixels and saved few bytes."""

Signature = tuple[tuple[int, bytes], ...]

SIGNATURES: dict[str, tuple[Signature, ...]] = {
    "JPEG": (((0, b"\xff\xd8\xff"),),),
    "PNG": (((0, b"\x89PNG\r\n\x1a\n"),),),
    "WEBP": (((0, b"RIFF"), (8, b"WEBP")),),
}
"""Pillow's name of each format that we read, and the bytes that it is known by: (offset, bytes), all must match."""


def sniff(data: bytes) -> str:
    """Tell an image's format by its first bytes, never by its name or by what the caller says.

    Raises
    ------
    InvalidFileType
        When it is none that we read; no other decoder is ever reached.
    """
    for image_format, signatures in SIGNATURES.items():
        for signature in signatures:
            if all(data[offset : offset + len(magic)] == magic for offset, magic in signature):
                return image_format
    raise InvalidFileType(f"Supported are {', '.join(SIGNATURES)}. The file's first bytes are of none of them.")


def decode(data: bytes) -> Photo:
    """Decode a picture: bounded, upright, in sRGB, its transparency kept apart.

    Raises
    ------
    InvalidFileType
        Not a supported format.
    InvalidDimensions, ResolutionTooHigh
        Too large; found out from the header, before pixels are decoded.
    FailedToReadImage
        Broken or cut off.
    """
    image_format = sniff(data)
    try:
        with Image.open(io.BytesIO(data), formats=[image_format]) as image:
            check_size(image.width, image.height)
            image.load()
            profile = image.info.get("icc_profile")
            upright = ImageOps.exif_transpose(image)
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, Image.DecompressionBombError):
        # Pillow's decoders raise all of these for broken files.
        raise FailedToReadImage("The image is broken or incomplete.") from None
    return separate_alpha(to_srgb(to_8_bit(upright), profile))


def check_size(width: int, height: int) -> None:
    """Refuse a picture by its size in pixels."""
    if min(width, height) < 1 or max(width, height) > MAX_PHOTO_SIDE_PIXELS:
        raise InvalidDimensions(f"The image is {width} x {height}; a side is 1 to {MAX_PHOTO_SIDE_PIXELS} pixels.")
    if width * height > MAX_PHOTO_PIXELS:
        raise ResolutionTooHigh(
            f"The image has {width * height / 1e6:.1f} megapixels; at most {MAX_PHOTO_PIXELS / 1e6:.0f} are read."
        )


def to_8_bit(image: Image.Image) -> Image.Image:
    """Bring any of Pillow's modes to one with 8 bits a channel: L, LA, RGB, RGBA or CMYK.

    Pillow clips 16-bit grey instead of scaling it (https://github.com/python-pillow/Pillow/issues/3011).
    """
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda level: level / 257).convert("L")
    if image.mode in ("P", "PA", "1", "La", "RGBa") or "transparency" in image.info:
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    if image.mode in ("L", "LA", "RGB", "RGBA", "CMYK"):
        return image
    return image.convert("RGB")


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert from the embedded colour profile to sRGB, as RGB or RGBA; without a profile sRGB is assumed."""
    mode = "RGBA" if image.has_transparency_data else "RGB"
    if profile and image.mode != "LA":
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, SRGB, outputMode=mode)
            if converted is not None:
                return converted
        except (ImageCms.PyCMSError, OSError):
            # A broken profile, or one of another colour space than the pixels: browsers ignore it too.
            pass
    return image.convert(mode)


def separate_alpha(image: Image.Image) -> Photo:
    """Split RGBA into colours and transparency; what cannot be seen becomes white, so the model cannot see it."""
    rgb = image.convert("RGB")
    # Pillow carries profile, EXIF and text along from picture to picture; here they end.
    rgb.info = {}
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    if alpha is None or alpha.getextrema() == (255, 255):
        return Photo(rgb, None)
    rgb.paste((255, 255, 255), mask=alpha.point(lambda level: 255 if level == 0 else 0))
    alpha.info = {}
    return Photo(rgb, alpha)


def encode_png(image: Image.Image) -> bytes:
    """Encode as PNG with nothing beside the pixels: no profile, no EXIF, no text."""
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=PNG_COMPRESS_LEVEL)
    return file.getvalue()
