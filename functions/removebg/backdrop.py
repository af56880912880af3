"""What is put behind a cutout: a shadow, a colour, a picture."""

from PIL import Image, ImageFilter, ImageOps

SHADOW_DROP = 0.03
"""How far below the subject its shadow lies, as a share of the subject's height."""

SHADOW_BLUR = 0.02
"""The shadow's softness (standard deviation), as a share of the subject's height."""


def add_shadow(cutout: Image.Image, opacity: float, subject_height: int) -> Image.Image:
    """Put a soft, dark shadow below the subject; mode RGBA, straight alpha, 0 <= opacity <= 1."""
    shadow = Image.new("L", cutout.size)
    shadow.paste(cutout.getchannel("A"), (0, round(subject_height * SHADOW_DROP)))
    soft = shadow.filter(ImageFilter.GaussianBlur(subject_height * SHADOW_BLUR))
    layer = Image.new("RGBA", cutout.size)
    layer.putalpha(soft.point(lambda level: round(level * opacity)))
    return Image.alpha_composite(layer, cutout)


def put_on_colour(cutout: Image.Image, colour: tuple[int, int, int, int]) -> Image.Image:
    """Fill what is empty with a colour, which may be see-through itself; mode RGBA."""
    return Image.alpha_composite(Image.new("RGBA", cutout.size, colour), cutout)


def put_on_picture(cutout: Image.Image, picture: Image.Image) -> Image.Image:
    """Put a picture behind: centred, filling the canvas, in its own proportions; mode RGBA."""
    filling = ImageOps.fit(picture, cutout.size, Image.Resampling.LANCZOS)
    return Image.alpha_composite(filling.convert("RGBA"), cutout)
