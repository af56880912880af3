"""Real photos for the tests, out of the scikit-image package: a person, an animal, a thing."""

import io
from typing import Any

from PIL import Image
from skimage import data

NAMES = ("astronaut", "chelsea", "coffee")

ORIENTATION = 0x0112
"""EXIF's number of it."""

TURNED_BACK = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""For each orientation, how an upright picture is stored: the inverse of how it is to be shown."""


def photo(name: str) -> Image.Image:
    """Give one of NAMES, mode RGB."""
    return Image.fromarray(getattr(data, name)())


def encoded(image: Image.Image, image_format: str = "JPEG", **parameters: Any) -> bytes:
    """Encode a picture; JPEGs at quality 92 unless told otherwise."""
    file = io.BytesIO()
    defaults = {"quality": 92} if image_format == "JPEG" else {}
    image.save(file, image_format, **(defaults | parameters))
    return file.getvalue()


def decoded(data: bytes) -> Image.Image:
    """Decode an answer's picture."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image
