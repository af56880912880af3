"""What a picture is between its decoding and its answer."""

from dataclasses import dataclass

from PIL import Image


@dataclass(frozen=True)
class Photo:
    """A decoded picture, upright, in sRGB.

    Parameters
    ----------
    rgb : mode RGB; what lies under full transparency is white
    alpha : mode L, the transparency that the picture came with; None when it had none
    """

    rgb: Image.Image
    alpha: Image.Image | None
