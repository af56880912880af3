"""A photo and its matte become the answer: size, transparency, nothing left under it."""

import math

import numpy as np
from PIL import Image, ImageChops

from removebg.photo import Photo


def answer_size(width: int, height: int, most_pixels: int) -> tuple[int, int]:
    """Give the largest size of the photo's proportions, never enlarged, with at most so many pixels."""
    scale = min(1.0, math.sqrt(most_pixels / (width * height)))
    return max(1, math.floor(width * scale)), max(1, math.floor(height * scale))


def resize(photo: Photo, size: tuple[int, int]) -> Photo:
    """Resize a photo; where it is see-through, by premultiplied colours, so that no halo comes back."""
    if photo.rgb.size == size:
        return photo
    if photo.alpha is None:
        return Photo(photo.rgb.resize(size, Image.Resampling.LANCZOS), None)
    # Pillow premultiplies RGBA when it resizes, and divides afterwards.
    both = Image.merge("RGBA", (*photo.rgb.split(), photo.alpha)).resize(size, Image.Resampling.LANCZOS)
    return Photo(both.convert("RGB"), both.getchannel("A"))


def multiply_alpha(matte: Image.Image, photo: Photo) -> Image.Image:
    """Give the matte, less what was see-through in the photo already; both of one size, mode L."""
    return matte if photo.alpha is None else ImageChops.multiply(matte, photo.alpha)


def cut_out(photo: Photo, alpha: Image.Image) -> Image.Image:
    """Put photo and alpha, of one size, together.

    Returns
    -------
    Mode RGBA with straight alpha. Colour under alpha 0 is zero: a removed background must not be recoverable.
    """
    pixels = np.dstack([np.asarray(photo.rgb), np.asarray(alpha)])
    pixels[pixels[..., 3] == 0] = 0
    return Image.fromarray(pixels)
