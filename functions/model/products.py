"""Drawn subjects for calibration, shaded as a lamp from the left would: things that no licence-clear photo has."""

from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageOps
from skimage import data

from model.photos import package_photo

SIDE = 800
"""Of every drawing, in pixels; drawn at twice that and halved, which smooths the edges."""

Box = tuple[int, int, int, int]


def cylinder(width: int, colour: tuple[int, int, int]) -> Image.Image:
    """Shade a standing cylinder: Lambert's cosine, some ambient light, a highlight."""
    across = np.linspace(-1, 1, width)
    cosine = np.clip(np.cos(np.arcsin(across) + 0.7), 0, 1)
    shade = 0.3 + 0.7 * cosine
    row = np.outer(shade, colour) + 200 * (cosine**40)[:, None]
    return Image.fromarray(np.clip(row, 0, 255).astype(np.uint8)[None].repeat(2 * SIDE, axis=0))


def sphere(side: int, colour: tuple[int, int, int]) -> Image.Image:
    """Shade a sphere in the same way, mode RGBA."""
    y, x = np.mgrid[-1 : 1 : side * 1j, -1 : 1 : side * 1j]
    inside = x**2 + y**2 < 1
    z = np.sqrt(np.where(inside, 1 - x**2 - y**2, 0))
    cosine = np.clip((-x - y + 1.2 * z) / np.sqrt(3.44), 0, 1)
    pixels = (0.25 + 0.75 * cosine)[..., None] * np.array(colour) + 180 * (cosine**50)[..., None]
    return Image.fromarray(np.dstack([np.clip(pixels, 0, 255), 255 * inside]).astype(np.uint8))


def masked(colours: Image.Image, draw_on: Callable[[ImageDraw.ImageDraw], None]) -> Image.Image:
    """Give colours, mode RGB, the matte that a function draws, and halve both."""
    matte = Image.new("L", colours.size)
    draw_on(ImageDraw.Draw(matte))
    whole = colours.convert("RGBA")
    whole.putalpha(matte)
    return trimmed(whole.reduce(2))


def trimmed(picture: Image.Image) -> Image.Image:
    """Cut a picture, mode RGBA, to where it is seen."""
    return picture.crop(picture.getchannel("A").getbbox())


def bottle() -> Image.Image:
    """A green bottle with a paper label."""
    glass = cylinder(560, (20, 110, 60))
    label = ImageOps.fit(package_photo("retina"), (560, 420))
    glass.paste(Image.blend(glass.crop((0, 800, 560, 1220)), label, 0.6), (0, 800))

    def shape(draw: ImageDraw.ImageDraw) -> None:
        draw.rectangle((200, 40, 360, 400), fill=255)
        draw.polygon([(200, 380), (360, 380), (540, 620), (20, 620)], fill=255)
        draw.rounded_rectangle((20, 600, 540, 1560), 40, fill=255)

    return masked(glass, shape)


def cup() -> Image.Image:
    """A white cup with a handle."""
    glaze = cylinder(1600, (240, 238, 230))

    def shape(draw: ImageDraw.ImageDraw) -> None:
        draw.arc((1000, 500, 1500, 1100), 0, 360, fill=255, width=90)
        draw.polygon([(200, 300), (1300, 300), (1120, 1300), (380, 1300)], fill=255)
        draw.ellipse((200, 220, 1300, 380), fill=255)

    return masked(glaze, shape)


def box() -> Image.Image:
    """A printed box, seen at its front and its darker side."""
    front = ImageOps.fit(package_photo("immunohistochemistry"), (1000, 1200))
    sheet = Image.new("RGB", (2 * SIDE, 2 * SIDE), (60, 45, 40))
    sheet.paste(front, (100, 250))

    def shape(draw: ImageDraw.ImageDraw) -> None:
        draw.rectangle((100, 250, 1100, 1450), fill=255)
        draw.polygon([(1100, 250), (1450, 150), (1450, 1300), (1100, 1450)], fill=255)

    return masked(sheet, shape)


def fruit() -> Image.Image:
    """Three oranges and a lime in a heap."""
    heap = Image.new("RGBA", (2 * SIDE, 2 * SIDE))
    lime, orange = (90, 160, 40), (235, 130, 20)
    for x, y, side, colour in ((100, 700, 760, orange), (740, 720, 740, orange), (420, 240, 720, orange)):
        heap.alpha_composite(sphere(side, colour), (x, y))
    heap.alpha_composite(sphere(460, lime), (560, 1060))
    return trimmed(heap.reduce(2))


def horse() -> Image.Image:
    """A horse's silhouette with the coat of a cat."""
    silhouette = Image.fromarray(np.where(data.horse(), 0, 255).astype(np.uint8))  # type: ignore[no-untyped-call]
    matte = silhouette.resize((2 * SIDE, 2 * SIDE * silhouette.height // silhouette.width))
    coat = ImageOps.fit(package_photo("chelsea"), matte.size)
    coat.putalpha(matte.filter(ImageFilter.GaussianBlur(2)).point(lambda level: min(255, max(0, 2 * level - 128))))
    return trimmed(coat.reduce(2))


PRODUCTS: dict[str, Callable[[], Image.Image]] = {
    "box": box,
    "bottle": bottle,
    "fruit": fruit,
    "cup": cup,
    "horse": horse,
}
"""Every drawing, mode RGBA, trimmed, by name."""
