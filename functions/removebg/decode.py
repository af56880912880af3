"""Bytes to upright sRGB pixels."""

import io
import warnings

from PIL import Image, ImageCms, ImageOps

from removebg.bombs import bounded_memory, has_more_scans
from removebg.errors import (
    FailedToReadImage,
    FixShotsError,
    InvalidDimensions,
    InvalidFileType,
    ResolutionTooHigh,
)
from removebg.limits import (
    MAX_DECODER_BYTES,
    MAX_JPEG_SCANS,
    MAX_PHOTO_PIXELS,
    MAX_PHOTO_SIDE_PIXELS,
    MODEL_SIDE_PIXELS,
)
from removebg.photo import Photo

# We check the size ourselves, before anything is decoded, and answer with words of our own.
Image.MAX_IMAGE_PIXELS = None

SRGB = ImageCms.createProfile("sRGB")

ORIENTATION = 0x0112
TURNED_ON_ITS_SIDE = (5, 6, 7, 8)
"""EXIF's tag, and its values for pictures that are stored with width and height exchanged."""

SIGNATURES: dict[str, tuple[tuple[int, tuple[bytes, ...]], ...]] = {
    "JPEG": ((0, (b"\xff\xd8\xff",)),),
    "PNG": ((0, (b"\x89PNG\r\n\x1a\n",)),),
    "WEBP": ((0, (b"RIFF",)), (8, (b"WEBP",))),
    "GIF": ((0, (b"GIF87a", b"GIF89a")),),
    "BMP": ((0, (b"BM",)), (15, (b"\0\0\0",))),
    "TIFF": ((0, (b"II*\0", b"MM\0*")),),
}
"""Pillow's name of each format that we read, and what it is known by: at each offset one of these bytes."""

BRANDS = {
    "AVIF": {b"avif", b"avis"},
    "HEIF": {b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"},
}
"""The same for formats in ISO's media container, which names its brands in its first box, AVIF's beside HEIF's."""


def sniff(data: bytes) -> str:
    """Tell an image's format by its first bytes, never by its name or by what the caller says.

    Raises
    ------
    InvalidFileType
        When it is none that we read; no other decoder is ever reached.
    """
    for image_format, signature in SIGNATURES.items():
        if all(data.startswith(choices, offset) for offset, choices in signature):
            return image_format
    if data.startswith(b"ftyp", 4):
        box = data[8 : min(int.from_bytes(data[:4]), 256)]
        named = {box[offset : offset + 4] for offset in range(0, len(box), 4)}
        for image_format, brands in BRANDS.items():
            if named & brands:
                return image_format
    raise InvalidFileType(
        f"Supported are {', '.join([*SIGNATURES, *BRANDS])}. The file's first bytes are of none of them."
    )


def decode(data: bytes, matte_only: bool = False) -> Photo:
    """Decode a picture: bounded, upright, in sRGB, its transparency kept apart. Of several frames, the first.

    Parameters
    ----------
    data : the file
    matte_only : colours are wanted for the model alone, so a large JPEG may be decoded at a half, a quarter or an
        eighth, which spares most of the work

    Raises
    ------
    InvalidFileType
        Not a supported format.
    InvalidDimensions, ResolutionTooHigh
        Too large; found out from the header, before pixels are decoded.
    FailedToReadImage
        Broken, cut off, or far more work than its pixels are.
    """
    image_format = sniff(data)
    if image_format == "HEIF":
        register_heif()
    if image_format == "JPEG" and has_more_scans(data, MAX_JPEG_SCANS):
        raise FailedToReadImage(f"The image has more than {MAX_JPEG_SCANS} scans.")
    try:
        with (
            warnings.catch_warnings(action="ignore"),
            bounded_memory(MAX_DECODER_BYTES),
            Image.open(io.BytesIO(data), formats=[image_format]) as image,
        ):
            check_size(image.width, image.height)
            width, height = image.size
            if matte_only:
                image.draft("RGB", (MODEL_SIDE_PIXELS, MODEL_SIDE_PIXELS))
            image.load()
            profile = image.info.get("icc_profile")
            turned = image.getexif().get(ORIENTATION) in TURNED_ON_ITS_SIDE
            # In place, as everything below where it can be: at 12 megapixels each copy is 48 MB.
            ImageOps.exif_transpose(image, in_place=True)
    except FixShotsError:
        raise
    except Exception:
        # Pillow's decoders raise many kinds for broken files, SyntaxError and struct.error among them.
        raise FailedToReadImage("The image is broken or incomplete.") from None
    rgb, alpha = separate_alpha(to_srgb(to_8_bit(image), profile))
    return Photo(rgb, alpha, size=(height, width) if turned else (width, height))


def register_heif() -> None:
    """Teach Pillow to read HEIC, by libheif; only when one comes, for it is seldom and takes time to load."""
    import pillow_heif

    pillow_heif.register_heif_opener(thumbnails=False)


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
    return image if image.mode == mode else image.convert(mode)


def separate_alpha(image: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """Split RGBA into colours and transparency; what cannot be seen becomes white, so the model cannot see it."""
    rgb = image if image.mode == "RGB" else image.convert("RGB")
    # Pillow carries profile, EXIF and text along from picture to picture; here they end.
    rgb.info = {}
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    if alpha is None or alpha.getextrema() == (255, 255):
        return rgb, None
    rgb.paste((255, 255, 255), mask=alpha.point(lambda level: 255 if level == 0 else 0))
    alpha.info = {}
    return rgb, alpha
