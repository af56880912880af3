"""Where a matte's subject is, and what is inside of it."""

import numpy as np
from PIL import Image, ImageChops, ImageFilter

from removebg.errors import UnknownForeground
from removebg.layout import Box
from removebg.limits import MIN_SUBJECT_ALPHA
from removebg.photo import Photo

COUNTED = [255 if level >= MIN_SUBJECT_ALPHA else 0 for level in range(256)]
"""What each level of a matte becomes when only what counts as subject is to be seen."""

OPAQUE_INSIDE_PIXELS = 9
"""Side of the neighbourhood, in a matte's pixels, that must be subject for a pixel to be inside of it."""


def find_subject(photo: Photo, matte: Image.Image, region: Box) -> Box:
    """Measure the subject.

    Parameters
    ----------
    photo : its own transparency is taken off
    matte : mode L, of any size, stretched over the region
    region : the part of the photo that the matte covers, in photo pixels

    Returns
    -------
    The subject's rectangle in photo pixels, true to one pixel of the matte.

    Raises
    ------
    UnknownForeground
        When nothing of it can be seen.
    """
    if photo.alpha is not None:
        matte = ImageChops.multiply(matte, photo.alpha.resize(matte.size, box=region.corners))
    found = bounding_box(matte)
    if found is None:
        raise UnknownForeground("What was found is see-through in the image already.")
    across, down = region.width / matte.width, region.height / matte.height
    return Box(
        left=region.left + int(found[0] * across),
        top=region.top + int(found[1] * down),
        right=min(region.right, region.left + int(np.ceil(found[2] * across))),
        bottom=min(region.bottom, region.top + int(np.ceil(found[3] * down))),
    )


def bounding_box(matte: Image.Image) -> tuple[int, int, int, int] | None:
    """Give left, top, right and bottom of what counts as subject; None when nothing does.

    It is looked for at half the size first, where specks of noise are averaged away: two pixels in a far corner, of
    levels 16 and 20, made the cropped cat of our samples 36 columns too wide.
    """
    half = matte.reduce(2).point(COUNTED).getbbox()
    if half is None:
        return matte.point(COUNTED).getbbox()
    left, top, right, bottom = (2 * edge for edge in half)
    right, bottom = min(right, matte.width), min(bottom, matte.height)

    def is_empty(line: tuple[int, int, int, int]) -> bool:
        return matte.crop(line).point(COUNTED).getbbox() is None

    # Each of the box's outermost lines is one of two, of which at least one has something of the subject.
    left += is_empty((left, top, left + 1, bottom))
    top += is_empty((left, top, right, top + 1))
    right -= is_empty((right - 1, top, right, bottom))
    bottom -= is_empty((left, bottom - 1, right, bottom))
    return left, top, right, bottom


def fill_inside(matte: Image.Image) -> Image.Image:
    """Make the inside of the subject opaque, and leave its edge as soft as it is."""
    solid = matte.point(lambda level: 255 if level >= 128 else 0)
    return ImageChops.lighter(matte, solid.filter(ImageFilter.MinFilter(OPAQUE_INSIDE_PIXELS)))
