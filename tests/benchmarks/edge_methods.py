"""Ways from a photo and its matte to a cutout: rembg's two, ours, and leaving the colours alone."""

from collections.abc import Callable

import numpy as np
from PIL import Image
from rembg.bg import decontaminate_cutout, naive_cutout

from removebg.foreground import estimate_foreground

Method = Callable[[Image.Image, Image.Image], Image.Image]


def keep_colours(picture: Image.Image, matte: Image.Image) -> Image.Image:
    """Keep the composite's colours, as a straight-alpha export without any estimation does."""
    cutout = picture.copy()
    cutout.putalpha(matte)
    return cutout


def ours(picture: Image.Image, matte: Image.Image) -> Image.Image:
    """Estimate foreground colours with the function's own code."""
    cutout = Image.fromarray(estimate_foreground(np.asarray(picture), np.asarray(matte)))
    cutout.putalpha(matte)
    return cutout


METHODS: dict[str, Method] = {
    "naive": keep_colours,
    "rembg default": naive_cutout,  # blends the kept colours with black as well, hence worse than naive
    "rembg decontaminate": decontaminate_cutout,
    "ours": ours,
}
"""rembg's are the functions that `rembg.remove` itself calls: without options, and with `decontaminate=True`."""
