"""What a picture is between its decoding and its answer."""

from dataclasses import dataclass

from PIL import Image


@dataclass(frozen=True)
class Photo:
    """A decoded picture, upright, in sRGB.

    Parameters
    ----------
    rgb : mode RGB; what lies under full transparency is white. Smaller than `size` when only the matte is wanted
    alpha : mode L, the transparency that the picture came with; None when it had none
    size : width and height of the picture as it was sent, upright, in pixels
    """

    rgb: Image.Image
    alpha: Image.Image | None
    size: tuple[int, int]

    def rgba(self) -> Image.Image:
        """Give colours and transparency together, mode RGBA."""
        if self.alpha is None:
            return self.rgb.convert("RGBA")
        return Image.merge("RGBA", (*self.rgb.split(), self.alpha))
