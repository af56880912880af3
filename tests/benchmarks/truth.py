"""Scenes whose matte and colours are known: real photos, composed so that no truth is an estimate.

Nothing here was made by unmixing. There are two kinds of scene:

* *hair* and *defocus* are drawn mattes, laid over a whole photo. The true colours are that photo, texture included.
* *ISNet* is the engine's own matte of a photo. Where it is all but opaque the true colours are the photo's; beyond,
  the photo is mirrored at the edge of that region. Mirroring keeps its texture, so no method gains from a preference
  for smooth colours, and none of the photo's own background is left.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageOps
from scipy.ndimage import binary_erosion, distance_transform_edt  # type: ignore[import-untyped]
from skimage import data

from removebg.matting import IsnetSession

Bytes = NDArray[np.uint8]

OPAQUE_FROM_LEVEL = 250
"""Of ISNet's matte: less than one fiftieth of these pixels is background."""

EROSION_PIXELS = 2
"""JPEG and demosaicing mix colours this far across an edge."""


@dataclass(frozen=True)
class Scene:
    """One composite and the truth behind it: three uint8 (height, width, 3) pictures and a uint8 (height, width) matte.

    `foreground` is the subject's colours everywhere, `background` what it stands before, and `third` what the cutout
    is laid on afterwards.
    """

    name: str
    foreground: Bytes
    background: Bytes
    third: Bytes
    alpha: Bytes

    @property
    def photo(self) -> Bytes:
        """The composite, as a camera would have delivered it."""
        return compose(self.foreground, self.alpha, self.background)


def compose(foreground: Bytes, alpha: Bytes, background: Bytes) -> Bytes:
    """Lay straight-alpha colours over a background, rounded to bytes."""
    composite = np.empty_like(foreground)
    for top in range(0, len(alpha), 256):  # in strips: at 12 megapixels one float32 array is 144 MB
        rows = slice(top, top + 256)
        share = alpha[rows, :, None].astype(np.float32) / np.float32(255)
        composite[rows] = np.rint(share * foreground[rows] + (1 - share) * background[rows])
    return composite


def scenes(size: tuple[int, int]) -> Iterator[Scene]:
    """Every scene at (width, height), in a fixed order, one at a time because each is 10 bytes a pixel."""

    def scene(name: str, colours: Image.Image, matte: Image.Image, background: str, third: str) -> Scene:
        pictures = [np.asarray(fill(picture, size)) for picture in (colours, photo(background), photo(third), matte)]
        return Scene(f"{name} on {background}", *pictures)

    yield scene("astronaut, ISNet", *subject("astronaut"), "coffee", "gravel")
    yield scene("coffee, ISNet", *subject("coffee"), "chelsea", "rocket")
    yield scene("motorcycle, ISNet", *subject("stereo_motorcycle"), "immunohistochemistry", "hubble_deep_field")
    yield scene("chelsea, hair", photo("chelsea"), hair(size, seed=1), "rocket", "coffee")
    yield scene("tissue, hair", photo("immunohistochemistry"), hair(size, seed=2), "stereo_motorcycle", "chelsea")
    yield scene("coffee, defocus", photo("coffee"), defocus(size), "astronaut", "immunohistochemistry")


def photo(name: str) -> Image.Image:
    """Give a photo that is inside scikit-image's wheel, mode RGB; of a stereo pair the left one."""
    pixels = getattr(data, name)()
    return Image.fromarray(pixels[0] if isinstance(pixels, tuple) else pixels).convert("RGB")


def fill(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Scale a picture and cut it to (width, height), which it fills."""
    return ImageOps.fit(picture, size, Image.Resampling.LANCZOS)


def hair(size: tuple[int, int], seed: int) -> Image.Image:
    """Draw a head of loose strands, thin, crossing, more or less opaque; at twice the size, then halved."""
    width, height = 2 * size[0], 2 * size[1]
    rng = np.random.default_rng(seed)
    matte = Image.new("L", (width, height))
    draw = ImageDraw.Draw(matte)
    centre, radius = np.array([width / 2, height * 0.6]), height * 0.28
    along = np.linspace(0, 1, 24)[:, None]
    for _ in range(900):
        angle = rng.uniform(-np.pi, 0)
        outward = np.array([np.cos(angle), np.sin(angle)])
        bend = np.array([-outward[1], outward[0]]) * rng.normal(0, 0.35)
        length = radius * rng.uniform(0.1, 0.8)
        points = centre + 0.95 * radius * outward + length * (outward * along + bend * along**2)
        thickness = max(1, round(height * rng.uniform(0.0003, 0.0016)))
        draw.line([(x, y) for x, y in points.tolist()], fill=int(rng.integers(90, 256)), width=thickness)
    draw.ellipse([*(centre - radius).tolist(), *(centre + radius).tolist()], fill=255)
    draw.rectangle([centre[0] - radius / 2, centre[1], centre[0] + radius / 2, height], fill=255)
    return matte.filter(ImageFilter.GaussianBlur(height / 3000)).reduce(2)


def defocus(size: tuple[int, int]) -> Image.Image:
    """Put scikit-image's silhouette of a horse out of focus, by one percent of the height."""
    silhouette = Image.fromarray(np.where(data.horse(), 0, 255).astype(np.uint8))  # type: ignore[no-untyped-call]
    return fill(silhouette, size).filter(ImageFilter.GaussianBlur(size[1] / 100))


@cache
def subject(name: str) -> tuple[Image.Image, Image.Image]:
    """Give a photo's subject: its colours, known everywhere, and its matte, both at the photo's own size."""
    picture = photo(name)
    matte = IsnetSession().matte(picture).resize(picture.size, Image.Resampling.LANCZOS)
    opaque = binary_erosion(np.asarray(matte) >= OPAQUE_FROM_LEVEL, iterations=EROSION_PIXELS)
    return Image.fromarray(mirror_outward(np.asarray(picture), opaque)), matte


def mirror_outward(picture: Bytes, opaque: NDArray[np.bool_]) -> Bytes:
    """Continue the colours of a region beyond its edge by mirroring them there.

    Where the mirrored point is outside the region again, the colour is that of the nearest point inside.
    """
    nearest = distance_transform_edt(~opaque, return_distances=False, return_indices=True)
    last = np.array(opaque.shape)[:, None, None] - 1
    mirrored = np.clip(2 * nearest - np.indices(opaque.shape), 0, last)
    row, column = np.where(opaque[tuple(mirrored)], mirrored, nearest)
    outward: Bytes = picture[row, column]
    return outward
