"""The small languages of remove.bg's fields: lengths, percentages and colours, as text."""

import re
from dataclasses import dataclass

from PIL import ImageColor

from removebg.limits import MAX_CROP_MARGIN_PIXELS, MAX_CROP_MARGIN_SHARE

NUMBER = r"([0-9]{1,6}(?:\.[0-9]{1,6})?)"
LENGTH = re.compile(rf"{NUMBER}(px|%)")
HEX_COLOUR = re.compile(r"#?([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")


@dataclass(frozen=True)
class Length:
    """A length as it was given: `30px`, or `10%` of something that is only known later."""

    value: float
    unit: str

    def pixels(self, whole: float) -> float:
        """Give the length in pixels, of a whole of so many."""
        return self.value if self.unit == "px" else self.value * whole / 100


@dataclass(frozen=True)
class Margins:
    """Room around the subject, per side."""

    top: Length
    right: Length
    bottom: Length
    left: Length


@dataclass(frozen=True)
class Roi:
    """Two corners of a region of interest."""

    x1: Length
    y1: Length
    x2: Length
    y2: Length


def parse_length(text: str) -> Length:
    """Read `30px`, `10%`, or a bare 0."""
    if text == "0":
        return Length(0, "px")
    match = LENGTH.fullmatch(text)
    if match is None:
        raise ValueError("a length is a number with px or %, such as 30px or 10%")
    return Length(float(match[1]), match[2])


def parse_percentage(text: str, lowest: float, highest: float) -> float:
    """Read a percentage within bounds, as a share of 1."""
    length = parse_length(text)
    if length.unit != "%" or not lowest <= length.value <= highest:
        raise ValueError(f"a percentage from {lowest:g}% to {highest:g}% is expected")
    return length.value / 100


def parse_colour(text: str) -> tuple[int, int, int, int]:
    """Read a colour as red, green, blue and alpha, each 0 to 255.

    Hexadecimal with 3, 4, 6 or 8 digits, with or without #, or one of CSS's names.
    """
    digits = HEX_COLOUR.fullmatch(text)
    # Only CSS's own names beside them: ImageColor also takes functions such as hsl(), which remove.bg does not.
    name = f"#{digits[1]}" if digits else text.lower() if text.isalpha() else ""
    try:
        red, green, blue, alpha = ImageColor.getcolor(name, "RGBA")  # type: ignore[misc]
    except ValueError:
        raise ValueError("a colour is 3, 4, 6 or 8 hexadecimal digits, or a CSS name") from None
    return red, green, blue, alpha


def parse_margins(text: str) -> Margins:
    """Read 1, 2 (top and bottom, left and right) or 4 (top, right, bottom, left) lengths."""
    lengths = [parse_length(word) for word in text.split()]
    for length in lengths:
        largest = MAX_CROP_MARGIN_SHARE * 100 if length.unit == "%" else MAX_CROP_MARGIN_PIXELS
        if length.value > largest:
            raise ValueError(f"a margin is at most {largest:g}{length.unit}")
    if len(lengths) not in (1, 2, 4):
        raise ValueError("1, 2 or 4 lengths are expected")
    top, right, bottom, left = (lengths * 4)[:4] if len(lengths) < 4 else lengths
    return Margins(top, right, bottom, left)


def parse_scale(text: str) -> float | None:
    """Read `original` as None, or 10% to 100% as a share of 1."""
    return None if text == "original" else parse_percentage(text, 10, 100)


def parse_position(text: str) -> tuple[float, float] | None:
    """Read `original` as None, or where the subject goes: 0 is left and top, 1 is right and bottom."""
    if text == "original":
        return None
    words = ["50%", "50%"] if text == "center" else text.split()
    if len(words) not in (1, 2):
        raise ValueError("original, center, or one or two percentages are expected")
    return parse_percentage(words[0], 0, 100), parse_percentage(words[-1], 0, 100)


def parse_roi(text: str) -> Roi:
    """Read `x1 y1 x2 y2`."""
    words = text.split()
    if len(words) != 4:
        raise ValueError("four lengths are expected: x1 y1 x2 y2")
    return Roi(*(parse_length(word) for word in words))
