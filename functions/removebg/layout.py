"""Where the subject goes: crop, margin, scale, position and size as plain geometry, before any pixel is touched."""

import math
from dataclasses import dataclass

from removebg import errors
from removebg.lengths import Margins, Roi


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels; right and bottom are just outside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Width in pixels."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Height in pixels."""
        return self.bottom - self.top

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels, as Pillow wants them."""
        return self.width, self.height

    @property
    def corners(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom, as Pillow wants them."""
        return self.left, self.top, self.right, self.bottom

    def within(self, other: "Box") -> "Box":
        """Give the part of this rectangle that is inside another one."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )


Place = tuple[float, float, float, float]
"""Left, top, width and height from the canvas's corner, in photo pixels."""


@dataclass(frozen=True)
class Layout:
    """How a part of the photo is put on the answer's canvas.

    Parameters
    ----------
    canvas : width and height of the answer
    source : the part of the photo that is shown, in photo pixels
    target : where it is shown, in canvas pixels; inside the canvas
    """

    canvas: tuple[int, int]
    source: Box
    target: Box


def region_of_interest(roi: Roi, width: int, height: int) -> Box:
    """Place a region on a photo of so many pixels.

    Raises
    ------
    RoiExceedsBounds, RoiRegionEmpty
    """
    across = sorted(round(length.pixels(width)) for length in (roi.x1, roi.x2))
    down = sorted(round(length.pixels(height)) for length in (roi.y1, roi.y2))
    if across[1] > width or down[1] > height:
        raise errors.RoiExceedsBounds(f"The image is {width} x {height} pixels.")
    if across[0] == across[1] or down[0] == down[1]:
        raise errors.RoiRegionEmpty("The region has no width or no height.")
    return Box(across[0], down[0], across[1], down[1])


def arrange(
    photo: tuple[int, int],
    visible: Box,
    subject: Box,
    most_pixels: int,
    *,
    crop: Margins | None = None,
    scale: float | None = None,
    position: tuple[float, float] | None = None,
) -> Layout:
    """Lay out an answer.

    Parameters
    ----------
    photo : width and height of the photo in pixels
    visible : the part of it that may be shown: the region of interest
    subject : the subject's own rectangle, within that part
    most_pixels : of the answer; larger ones are shrunk, none is enlarged
    crop : the room to leave around the subject; None keeps the whole photo
    scale : share of the picture, 0 to 1, that the subject fills in the tighter direction; None keeps its size
    position : where the subject goes, 0 to 1 from left and from top; None keeps its place, or centres a scaled one
    """
    frame = Box(0, 0, *photo) if crop is None else with_margins(subject, crop)
    if scale is None and position is None:
        source = frame.within(visible)
        place: Place = (source.left - frame.left, source.top - frame.top, source.width, source.height)
    else:
        source, place = subject, placed(subject, frame, scale, position)
    shrink = min(1.0, math.sqrt(most_pixels / (frame.width * frame.height)))
    canvas = (max(1, math.floor(frame.width * shrink)), max(1, math.floor(frame.height * shrink)))
    return Layout(canvas, source, shrunk(place, shrink, canvas))


def with_margins(subject: Box, margins: Margins) -> Box:
    """Widen the subject's rectangle; percentages are of the subject."""
    return Box(
        left=subject.left - round(margins.left.pixels(subject.width)),
        top=subject.top - round(margins.top.pixels(subject.height)),
        right=subject.right + round(margins.right.pixels(subject.width)),
        bottom=subject.bottom + round(margins.bottom.pixels(subject.height)),
    )


def placed(subject: Box, frame: Box, scale: float | None, position: tuple[float, float] | None) -> Place:
    """Size and place the subject in the frame."""
    factor = 1.0 if scale is None else scale * min(frame.width / subject.width, frame.height / subject.height)
    width, height = subject.width * factor, subject.height * factor
    across, down = (0.5, 0.5) if position is None else position
    return (frame.width - width) * across, (frame.height - height) * down, width, height


def shrunk(place: Place, factor: float, canvas: tuple[int, int]) -> Box:
    """Scale a place and round it to whole pixels of the canvas, at least one wide and high."""
    left, top, width, height = (length * factor for length in place)
    first_column, first_row = min(round(left), canvas[0] - 1), min(round(top), canvas[1] - 1)
    return Box(
        left=first_column,
        top=first_row,
        right=min(canvas[0], max(first_column + 1, round(left + width))),
        bottom=min(canvas[1], max(first_row + 1, round(top + height))),
    )


def moved(box: Box, layout: Layout) -> Box:
    """Give a rectangle of the photo in pixels of the canvas."""
    source, target = layout.source, layout.target
    across, down = target.width / source.width, target.height / source.height
    return Box(
        left=target.left + round((box.left - source.left) * across),
        top=target.top + round((box.top - source.top) * down),
        right=target.left + round((box.right - source.left) * across),
        bottom=target.top + round((box.bottom - source.top) * down),
    )
