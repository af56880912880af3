"""A photo and its matte become a cutout: laid out, with clean edges, and nothing left of what was removed."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops

from removebg.foreground import unmix_edges
from removebg.layout import Box, Layout
from removebg.photo import Photo

LANCZOS = Image.Resampling.LANCZOS

STRIP_ROWS = 256


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
    alpha = matte.resize(layout.target.size, LANCZOS, box=box)
    if photo.alpha is None:
        return alpha
    return ImageChops.multiply(alpha, photo.alpha.resize(layout.target.size, LANCZOS, box=source.corners))


def colours_of(photo: Photo, layout: Layout) -> Image.Image:
    """Sample the photo's colours where the layout shows them; mode RGB."""
    box = layout.source.corners
    if photo.alpha is None:
        if box == (0, 0, *layout.target.size) and photo.rgb.size == layout.target.size:
            return photo.rgb
        return photo.rgb.resize(layout.target.size, LANCZOS, box=box)
    # Where a photo is see-through, colours are weighed by alpha, so that no halo of hidden ones comes in:
    # Pillow premultiplies RGBA when it resizes, and divides afterwards.
    return photo.rgba().resize(layout.target.size, LANCZOS, box=box).convert("RGB")
