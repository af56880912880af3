"""Mattes, and photos to go with them, for tests of what is made of both."""

from PIL import Image

from removebg.layout import Box
from removebg.photo import Photo

MATTE_SIZE = (1024, 1024)


def opaque(image: Image.Image) -> Photo:
    """A photo without transparency of its own."""
    return Photo(image, None, image.size)


def box(size: tuple[int, int]) -> Box:
    """The whole of a picture."""
    return Box(0, 0, *size)


def disc(size: tuple[int, int] = MATTE_SIZE, level: int = 255) -> Image.Image:
    """A matte of a round subject in the middle, with a soft edge."""
    falling = Image.radial_gradient("L").resize(size, Image.Resampling.BICUBIC)
    return falling.point(lambda distance: max(0, min(level, (110 - distance) * 8)))
