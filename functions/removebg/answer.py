"""From photo and matte to the encoded answer: laid out, composed, and small enough to be sent."""

from dataclasses import dataclass

from PIL import Image

from removebg.backdrop import add_shadow, put_on_colour, put_on_picture
from removebg.cutout import lay_out_alpha, lay_out_cutout
from removebg.encode import Encoded, encode
from removebg.errors import ResultTooLarge
from removebg.layout import Box, Layout, arrange, moved
from removebg.limits import MAX_AUTO_ATTEMPTS, MAX_RESULT_BYTES, SIZE_PIXELS
from removebg.photo import Photo
from removebg.schemas import Options
from removebg.subject import fill_inside, find_subject


@dataclass(frozen=True)
class Matted:
    """A photo whose subject is known.

    Parameters
    ----------
    photo : as decoded
    matte : mode L, stretched over the region
    region : in photo pixels; outside of it everything is background
    """

    photo: Photo
    matte: Image.Image
    region: Box


@dataclass(frozen=True)
class Answer:
    """What is sent back: bytes, their type, the canvas's width and height, and the subject's place on it."""

    data: bytes
    media_type: str
    size: tuple[int, int]
    subject: Box


def make_answer(matted: Matted, background: Photo | None, options: Options) -> Answer:
    """Compose and encode what was asked for.

    Raises
    ------
    ResultTooLarge
        When a fixed size does not fit; `size=auto` is made smaller until it does.
    UnknownForeground
        When nothing of the subject can be seen.
    """
    if not options.semitransparency:
        matted = Matted(matted.photo, fill_inside(matted.matte), matted.region)
    subject = find_subject(matted.photo, matted.matte, matted.region)
    most_pixels = SIZE_PIXELS[options.size]
    for _ in range(MAX_AUTO_ATTEMPTS):
        layout = arrange(
            matted.photo.size,
            matted.region,
            subject,
            most_pixels,
            crop=options.crop_margin if options.crop else None,
            scale=options.scale,
            position=options.position,
        )
        place = moved(subject, layout)
        canvas = compose(matted, layout, place, background, options)
        encoded = encode(canvas, options.format)
        if len(encoded.data) <= MAX_RESULT_BYTES:
            return Answer(encoded.data, encoded.media_type, layout.canvas, place)
        if options.size != "auto":
            break
        # Bytes grow a little slower than pixels.
        most_pixels = int(layout.canvas[0] * layout.canvas[1] * MAX_RESULT_BYTES / len(encoded.data) * 0.95)
    raise too_large(canvas, encoded)


def compose(matted: Matted, layout: Layout, place: Box, background: Photo | None, options: Options) -> Image.Image:
    """Draw the canvas: mode L for a matte, else RGBA with straight alpha."""
    if options.channels == "alpha":
        return lay_out_alpha(matted.photo, matted.matte, matted.region, layout)
    canvas = lay_out_cutout(matted.photo, matted.matte, matted.region, layout)
    if options.shadow:
        canvas = add_shadow(canvas, options.shadow, place.height)
    if options.bg_color is not None:
        canvas = put_on_colour(canvas, options.bg_color)
    if background is not None:
        canvas = put_on_picture(canvas, background.rgba())
    return canvas


def too_large(canvas: Image.Image, encoded: Encoded) -> ResultTooLarge:
    """Say how large the answer is, how large it may be, and what would fit."""
    others = {name: len(encode(canvas, name).data) for name in ("zip", "webp")}
    fitting = [f"format={name} ({count} bytes)" for name, count in others.items() if count <= MAX_RESULT_BYTES]
    return ResultTooLarge(
        f"The result has {len(encoded.data)} bytes, at most {MAX_RESULT_BYTES} can be sent. "
        f"What would fit: {', '.join([*fitting, 'size=auto'])}."
    )
