"""A photo and its matte become a cutout: laid out, with clean edges, and nothing left of what was removed."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageFilter

from removebg.errors import UnknownForeground
from removebg.foreground import unmix_edges
from removebg.layout import Box, Layout
from removebg.limits import MIN_SUBJECT_ALPHA
from removebg.photo import Photo

LANCZOS = Image.Resampling.LANCZOS

STRIP_ROWS = 256

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
        matte = ImageChops.multiply(matte, photo.alpha.resize(matte.size, box=corners(region)))
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


def lay_out_alpha(photo: Photo, matte: Image.Image, region: Box, layout: Layout) -> Image.Image:
    """Bring the matte to the answer's canvas, as mode L; matte and region as for find_subject."""
    return on_canvas(alpha_of(photo, matte, region, layout), layout)


def lay_out_cutout(photo: Photo, matte: Image.Image, region: Box, layout: Layout) -> Image.Image:
    """Cut the subject out and bring it to the answer's canvas.

    Returns
    -------
    Mode RGBA with straight alpha. Soft edges have the subject's colours, without the background's share. Colour
    under alpha 0 is zero: a removed background must not be recoverable.
    """
    pixels = with_alpha(colours_of(photo, layout), alpha_of(photo, matte, region, layout))
    alpha = pixels[..., 3]
    unmix_edges(pixels, alpha)
    np.putmask(pixels.view(np.uint32)[..., 0], alpha == 0, 0)
    return on_canvas(Image.fromarray(pixels), layout)


def on_canvas(shown: Image.Image, layout: Layout) -> Image.Image:
    """Put what is shown in its place; around it there is nothing."""
    if shown.size == layout.canvas:
        return shown
    canvas = Image.new(shown.mode, layout.canvas)
    canvas.paste(shown, (layout.target.left, layout.target.top))
    return canvas


def with_alpha(rgb: Image.Image, alpha: Image.Image) -> NDArray[np.uint8]:
    """Put colours and alpha, mode L, into one array, (height, width, 4).

    Strip by strip, because Pillow gives an array by way of two copies: 96 MB at 12 megapixels.
    """
    pixels = np.empty((rgb.height, rgb.width, 4), np.uint8)
    for top in range(0, rgb.height, STRIP_ROWS):
        box = (0, top, rgb.width, min(top + STRIP_ROWS, rgb.height))
        pixels[top : top + STRIP_ROWS, :, :3] = np.asarray(rgb.crop(box))
        pixels[top : top + STRIP_ROWS, :, 3] = np.asarray(alpha.crop(box))
    return pixels


def alpha_of(photo: Photo, matte: Image.Image, region: Box, layout: Layout) -> Image.Image:
    """Sample the matte, less the photo's own transparency, where the layout shows it; mode L."""
    across, down = matte.width / region.width, matte.height / region.height
    source = layout.source
    box = (
        (source.left - region.left) * across,
        (source.top - region.top) * down,
        (source.right - region.left) * across,
        (source.bottom - region.top) * down,
    )
    alpha = matte.resize(size(layout.target), LANCZOS, box=box)
    if photo.alpha is None:
        return alpha
    return ImageChops.multiply(alpha, photo.alpha.resize(size(layout.target), LANCZOS, box=corners(source)))


def colours_of(photo: Photo, layout: Layout) -> Image.Image:
    """Sample the photo's colours where the layout shows them; mode RGB."""
    box = corners(layout.source)
    if photo.alpha is None:
        if box == (0, 0, *size(layout.target)) and photo.rgb.size == size(layout.target):
            return photo.rgb
        return photo.rgb.resize(size(layout.target), LANCZOS, box=box)
    # Where a photo is see-through, colours are weighed by alpha, so that no halo of hidden ones comes in:
    # Pillow premultiplies RGBA when it resizes, and divides afterwards.
    return photo.rgba().resize(size(layout.target), LANCZOS, box=box).convert("RGB")


def corners(box: Box) -> tuple[int, int, int, int]:
    """Give a rectangle as Pillow wants it."""
    return box.left, box.top, box.right, box.bottom


def size(box: Box) -> tuple[int, int]:
    """Give a rectangle's width and height."""
    return box.width, box.height
