"""The photos that the ranges of the int8 model are measured on: a few whole ones, and composites of their subjects.

Everything is seeded, so the set is the same wherever it is made. Nothing here is used to judge the model: astronaut,
camera, coffee and motorcycle, which scikit-image has too, are left to the tests and the bench.
"""

from collections.abc import Callable, Iterator

import numpy as np
from PIL import Image, ImageEnhance, ImageFilter, ImageOps

from model.photos import package_photo
from model.products import PRODUCTS

COMPOSITES = 28

WHOLE = ("grace_hopper", "chelsea", "flower", "china", "rocket", "coins", "clock", "retina")
"""Photos as they are; three of them without a clear subject, as people send those too."""

SUBJECTS = ("grace_hopper", "chelsea", "flower", "rocket", *PRODUCTS)
"""A person, an animal, a plant, a vehicle, and things that are drawn: a box, a bottle, fruit, a cup, a horse."""

BUSY = ("brick", "grass", "gravel", "immunohistochemistry", "china", "hubble_deep_field")
"""Backgrounds with texture. Every other composite has a plain or shaded one, as product photos do."""

FRAMES = ((1024, 768), (768, 1024), (900, 900), (1200, 675))
"""Width and height, in pixels."""

Matte = Callable[[Image.Image], Image.Image]


def calibration_set(matte: Matte) -> Iterator[tuple[str, Image.Image]]:
    """Give every photo with its name, mode RGB.

    Parameters
    ----------
    matte : gives the matte, mode L, of a photo at the photo's size; the float model's serves to cut its subject out
    """
    for name in WHOLE:
        yield name, package_photo(name)
    cutouts = {name: PRODUCTS[name]() if name in PRODUCTS else cutout(name, matte) for name in SUBJECTS}
    for number in range(COMPOSITES):
        subject = SUBJECTS[number % len(SUBJECTS)]
        yield f"{subject} {number}", composite(cutouts[subject], np.random.default_rng(number), busy=number % 2 == 1)


def cutout(name: str, matte: Matte) -> Image.Image:
    """Cut a photo's subject out, mode RGBA, trimmed to where it is seen."""
    photo = package_photo(name)
    photo.putalpha(matte(photo))
    return photo.crop(photo.getchannel("A").point(lambda level: 255 * (level > 8)).getbbox())


def composite(subject: Image.Image, rng: np.random.Generator, busy: bool) -> Image.Image:
    """Lay a subject on a background at a random place and scale, in random light, with a camera's faults.

    Parameters
    ----------
    subject : mode RGBA
    busy : whether the background is a photo's texture instead of a plain or shaded colour

    Returns
    -------
    Mode RGB, one of FRAMES in size.
    """
    size = FRAMES[rng.integers(len(FRAMES))]
    canvas = ImageOps.fit(package_photo(BUSY[rng.integers(len(BUSY))]), size) if busy else backdrop(size, rng)
    height = size[1] * rng.uniform(0.35, 0.95)
    scale = min(height / subject.height, 0.95 * size[0] / subject.width)
    scaled = subject.resize((round(subject.width * scale), round(subject.height * scale)), Image.Resampling.LANCZOS)
    if rng.random() < 0.5:
        scaled = ImageOps.mirror(scaled)
    corner = [round((whole - part) * rng.uniform(0, 1)) for whole, part in zip(size, scaled.size, strict=True)]
    canvas.paste(scaled, (corner[0], corner[1]), scaled)
    return spoiled(canvas, rng)


def backdrop(size: tuple[int, int], rng: np.random.Generator) -> Image.Image:
    """Shade from one colour to another, top to bottom; white, black and mid grey come often."""
    plain = [(255, 255, 255), (245, 245, 245), (128, 128, 128), (8, 8, 8)]
    colours = [*plain, tuple(rng.integers(0, 256, 3).tolist())]
    top = np.array(colours[rng.integers(len(colours))])
    bottom = np.clip(top + rng.normal(0, 25, 3), 0, 255)
    shade = np.linspace(top, bottom, size[1])[:, None].repeat(size[0], axis=1)
    return Image.fromarray(np.rint(shade).astype(np.uint8))


def spoiled(photo: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Change light, contrast and saturation; take the colour from every sixth photo, focus or cleanness from some."""
    light, contrast, colour = rng.uniform(0.5, 1.4), rng.uniform(0.6, 1.3), rng.uniform(0.4, 1.5)
    photo = ImageEnhance.Brightness(photo).enhance(light)
    photo = ImageEnhance.Contrast(photo).enhance(contrast)
    photo = ImageEnhance.Color(photo).enhance(0 if rng.random() < 1 / 6 else colour)
    if rng.random() < 0.3:
        photo = photo.filter(ImageFilter.GaussianBlur(rng.uniform(0.5, 4)))
    if rng.random() < 0.3:
        noise = rng.normal(0, rng.uniform(4, 20), (photo.height, photo.width, 3))
        photo = Image.fromarray(np.clip(np.rint(np.asarray(photo) + noise), 0, 255).astype(np.uint8))
    return photo
