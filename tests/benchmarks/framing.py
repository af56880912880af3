"""Scenes that are hard to frame: subjects cut off by the frame, subjects with holes, several subjects.

Subjects are real photos under a matte, backgrounds are real photos without a subject, and the true matte of a scene is
the subject's, cut by the frame. Ring and basket are drawn; the other mattes are ISNet's, made crisp, of photos with the
subject in view: what is measured is what framing adds or takes away, not how good ISNet is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageChops, ImageDraw

from tests.benchmarks.truth import Bytes, fill, photo, subject

CRISP = [round(min(max((level - 25) * 255 / 205, 0), 255)) for level in range(256)]
"""Table that takes a matte's first and last tenth to 0 and 255."""

EMPTY_UP_TO_LEVEL = 5
"""Of a matte: what counts as background."""

WOOD = (480, 20, 600, 400)
"""Where there is nothing but table in the photo of the coffee."""


@dataclass(frozen=True)
class Framing:
    """A photo, uint8 (height, width, 3), with its true matte, uint8 (height, width), and what is hard about it."""

    name: str
    group: str
    photo: Bytes
    alpha: Bytes


def framings() -> Iterator[Framing]:
    """Every scene, in a fixed order. Centres are in frame widths and heights, heights in frame heights."""
    cup, bike, person = crisp("coffee"), crisp("stereo_motorcycle"), crisp("astronaut")
    cups = [(cup, x, 0.6, 0.5) for x in (0.06, 0.5, 0.94)]
    wide, square, tall, strip = (800, 600), (600, 600), (600, 800), (960, 540)
    yield framing("cup off the left", "cut off", "gravel", wide, (cup, 0.1, 0.5, 0.8))
    yield framing("cup off the corner", "cut off", "immunohistochemistry", wide, (cup, 0.9, 0.9, 0.9))
    yield framing("cup off three sides", "cut off", "grass", tall, (cup, 0.6, 0.75, 0.75))
    yield framing("motorcycle off the right", "cut off", "wood", wide, (bike, 0.9, 0.55, 0.8))
    yield framing("motorcycle off both sides", "cut off", "gravel", tall, (bike, 0.5, 0.6, 0.6))
    yield framing("person off the bottom", "cut off", "brick", strip, (person, 0.3, 0.6, 0.9))
    yield framing("person off the left", "cut off", "wood", square, (person, 0.15, 0.6, 0.85))
    yield framing("ring in view", "holes", "immunohistochemistry", wide, (ring(), 0.5, 0.5, 0.8))
    yield framing("ring off the top", "holes", "wood", square, (ring(), 0.45, 0.2, 0.8))
    yield framing("basket off the bottom", "holes", "grass", wide, (basket(), 0.5, 0.7, 0.95))
    yield framing("cup and motorcycle", "several", "brick", strip, (cup, 0.1, 0.6, 0.6), (bike, 0.75, 0.5, 0.8))
    yield framing("three cups", "several", "immunohistochemistry", strip, *cups)


Placed = tuple[Image.Image, float, float, float]


def framing(name: str, group: str, background: str, size: tuple[int, int], *subjects: Placed) -> Framing:
    """Place subjects, as (RGBA, centre x, centre y, height), on a background of (width, height)."""
    surface = photo("coffee").crop(WOOD).rotate(90, expand=True) if background == "wood" else photo(background)
    canvas = fill(surface, size).convert("RGBA")
    alpha = Image.new("L", size)
    for cutout, x, y, height in subjects:
        scale = height * size[1] / cutout.height
        scaled = cutout.resize((round(cutout.width * scale), round(cutout.height * scale)), Image.Resampling.LANCZOS)
        corner = (round(x * size[0] - scaled.width / 2), round(y * size[1] - scaled.height / 2))
        layer = Image.new("RGBA", size)
        layer.paste(scaled, corner)
        canvas = Image.alpha_composite(canvas, layer)
        alpha = ImageChops.screen(alpha, layer.getchannel("A"))  # 1 - (1 - a)(1 - b): what two layers hide
    return Framing(name, group, np.asarray(canvas.convert("RGB")), np.asarray(alpha))


def crisp(name: str) -> Image.Image:
    """Cut a photo's subject out, RGBA, trimmed."""
    colours, matte = subject(name)
    return trimmed(colours, matte.point(CRISP))


def ring() -> Image.Image:
    """Cut a ring out of the saucer's glaze."""
    shape = Image.new("L", (2000, 2000))
    draw = ImageDraw.Draw(shape)
    draw.ellipse((100, 100, 1900, 1900), fill=255)
    draw.ellipse((550, 550, 1450, 1450), fill=0)
    return glazed(shape.reduce(2))


def basket() -> Image.Image:
    """Cut a body with a thin handle above it out of the saucer's glaze; the loop of the handle is empty."""
    shape = Image.new("L", (2000, 2000))
    draw = ImageDraw.Draw(shape)
    draw.arc((400, 100, 1600, 1900), 180, 360, fill=255, width=120)
    draw.rounded_rectangle((200, 900, 1800, 1900), 150, fill=255)
    return glazed(shape.reduce(2))


def glazed(shape: Image.Image) -> Image.Image:
    """Give a shape the colours of the saucer in the photo of the coffee."""
    return trimmed(fill(photo("coffee").crop((120, 230, 170, 290)), shape.size), shape)


def trimmed(colours: Image.Image, matte: Image.Image) -> Image.Image:
    """Put a matte on colours, and cut both to where there is something."""
    cutout = colours.convert("RGBA")
    cutout.putalpha(matte)
    return cutout.crop(matte.point(lambda level: 255 * (level > EMPTY_UP_TO_LEVEL)).getbbox())
