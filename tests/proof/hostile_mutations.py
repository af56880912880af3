"""Damaged pictures, the same for the same seed: one sound picture of each format, cut off and with bytes changed."""

import io
import random
from collections.abc import Iterator
from functools import cache
from typing import Any

import pillow_heif
from PIL import Image, ImageCms

from tests.photos import encoded, photo

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "HEIF")

CUTS = 50

ORIENTATION = 0x0112
ORIENTED_SIDEWAYS = 6

TELLING_BYTES = (b"\0", b"\x01", b"\x7f", b"\x80", b"\xff", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\0")
"""Values at which sizes and counts go wrong."""


@cache
def sound_pictures(image_format: str) -> tuple[bytes, ...]:
    """Encode a small photo in ways that reach as much of a decoder as they can: with EXIF, a profile, transparency."""
    small = photo("chelsea").resize((48, 32))
    clear = small.copy()
    clear.putalpha(Image.linear_gradient("L").resize(small.size))
    exif = Image.Exif()
    exif[ORIENTATION] = ORIENTED_SIDEWAYS
    extras: dict[str, Any] = {
        "exif": exif.tobytes(),
        "icc_profile": ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
    }
    match image_format:
        case "HEIF":
            return tuple(heic(picture, **extras) for picture in (small, clear))
        case "JPEG":
            return encoded(small, **extras), encoded(small, progressive=True), encoded(small.convert("CMYK"))
        case "TIFF":
            compressions = ("raw", "tiff_lzw", "tiff_adobe_deflate", "jpeg", "packbits")
            return (
                *(encoded(small, "TIFF", compression=compression) for compression in compressions),
                encoded(clear, "TIFF", compression="tiff_adobe_deflate", **extras),
            )
        case "PNG":
            return encoded(clear, "PNG", **extras), encoded(small.quantize(16), "PNG", transparency=3)
        case "WEBP" | "AVIF":
            return encoded(clear, image_format, **extras), encoded(small, image_format)
        case _:
            return (encoded(small.quantize(64), image_format), encoded(small, image_format))


def heic(picture: Image.Image, **extras: bytes) -> bytes:
    """Encode as HEIC, which Pillow itself does not."""
    file = io.BytesIO()
    pillow_heif.from_pillow(picture).save(file, quality=80, **extras)
    return file.getvalue()


def truncated(image_format: str) -> Iterator[tuple[str, bytes]]:
    """Cut a picture off after each fiftieth of its length."""
    whole = sound_pictures(image_format)[0]
    for number in range(CUTS):
        yield f"{image_format} cut at {number}/{CUTS}", whole[: len(whole) * number // CUTS]


def mutated(image_format: str, count: int, seed: int, first: int = 0) -> Iterator[tuple[str, bytes]]:
    """Change a few bytes, or bits, of sound pictures; each number gives the same picture every time."""
    sound = sound_pictures(image_format)
    for number in range(first, first + count):
        chance = random.Random(f"{seed} {image_format} {number}")
        picture = bytearray(sound[number % len(sound)])
        for _ in range(chance.choice((1, 1, 1, 2, 4, 16))):
            damage(picture, chance)
        yield f"{image_format}, seed {seed}, mutation {number}", bytes(picture)


def damage(picture: bytearray, chance: random.Random) -> None:
    """Do one thing to a picture, more often in its first bytes, where its structure is."""
    end = chance.choice((64, 256, len(picture)))
    at = chance.randrange(min(end, len(picture)) or 1)
    match chance.randrange(5):
        case 0 | 1:
            picture[at : at + 1] = bytes([(picture[at] if picture else 0) ^ 1 << chance.randrange(8)])
        case 2:
            value = chance.choice(TELLING_BYTES)
            picture[at : at + len(value)] = value
        case 3:
            del picture[at : at + chance.randrange(1, 32)]
        case _:
            picture[at:at] = picture[at : at + chance.randrange(1, 64)]
