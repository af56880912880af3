"""Real photos for the tests, out of the scikit-image package: a person, an animal, a thing."""

import io
from typing import Any

from PIL import Image
from skimage import data

NAMES = ("astronaut", "chelsea", "coffee")


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
