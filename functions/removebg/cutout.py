"""A photo and its matte become a cutout: laid out, with clean edges, and nothing left of what was removed."""

import numpy as np
from PIL import Image, ImageChops, ImageFilter, ImageOps

from removebg.errors import UnknownForeground
from removebg.foreground import unmix_edges
from removebg.layout import Box, Layout
from removebg.limits import MIN_SUBJECT_ALPHA
from removebg.photo import Photo

LANCZOS = Image.Resampling.LANCZOS

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
    seen = matte.point(lambda level: 255 if level >= MIN_SUBJECT_ALPHA else 0)
    found = without_specks(seen).getbbox() or seen.getbbox()
    if found is None:
        raise UnknownForeground("What was found is see-through in the image already.")
    across, down = region.width / matte.width, region.height / matte.height
    return Box(
        left=region.left + int(found[0] * across),
        top=region.top + int(found[1] * down),
        right=min(region.right, region.left + int(np.ceil(found[2] * across))),
        bottom=min(region.bottom, region.top + int(np.ceil(found[3] * down))),
    )


def without_specks(seen: Image.Image) -> Image.Image:
    """Take away what has fewer than three pixels together; mode L, 0 and 255.

    Two such pixels in a far corner, of levels 16 and 20, made the cropped cat of our samples 36 columns too wide.
    """
    share = ImageOps.expand(seen, 1).filter(ImageFilter.BoxBlur(1)).crop((1, 1, seen.width + 1, seen.height + 1))
    return ImageChops.darker(seen, share.point(lambda level: 255 if level > 2.5 * 255 / 9 else 0))


def fill_inside(matte: Image.Image) -> Image.Image:
    """Make the inside of the subject opaque, and leave its edge as soft as it is."""
    solid = matte.point(lambda level: 255 if level >= 128 else 0)
    return ImageChops.lighter(matte, solid.filter(ImageFilter.MinFilter(OPAQUE_INSIDE_PIXELS)))


def lay_out_alpha(photo: Photo, matte: Image.Image, region: Box, layout: Layout) -> Image.Image:
    """Bring the matte to the answer's canvas, as mode L; matte and region as for find_subject."""
    canvas = Image.new("L", layout.canvas)
    canvas.paste(alpha_of(photo, matte, region, layout), corner(layout.target))
    return canvas


def lay_out_cutout(photo: Photo, matte: Image.Image, region: Box, layout: Layout) -> Image.Image:
    """Cut the subject out and bring it to the answer's canvas.

    Returns
    -------
    Mode RGBA with straight alpha. Soft edges have the subject's colours, without the background's share. Colour
    under alpha 0 is zero: a removed background must not be recoverable.
    """
    alpha = np.asarray(alpha_of(photo, matte, region, layout))
    # One array from here on: at 12 megapixels each copy is 48 MB.
    pixels = np.empty((*alpha.shape, 4), np.uint8)
    pixels[..., :3] = np.asarray(colours_of(photo, layout))
    pixels[..., 3] = alpha
    unmix_edges(pixels, alpha)
    pixels.view(np.uint32)[alpha == 0] = 0
    cutout = Image.fromarray(pixels)
    if cutout.size == layout.canvas:
        return cutout
    canvas = Image.new("RGBA", layout.canvas)
    canvas.paste(cutout, corner(layout.target))
    return canvas


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


def corner(box: Box) -> tuple[int, int]:
    """Give a rectangle's left and top."""
    return box.left, box.top


def size(box: Box) -> tuple[int, int]:
    """Give a rectangle's width and height."""
    return box.width, box.height
