"""The pictures among a request's fields: the one to cut out, and perhaps a background."""

import base64
import binascii
import string

from removebg import errors
from removebg.body import Fields
from removebg.limits import MAX_FILE_BYTES

STANDARD_ALPHABET = str.maketrans("-_", "+/", string.whitespace)
"""From the URL-safe alphabet, and without line breaks."""

IMAGE_SOURCES = ("image_file", "image_file_b64", "image_url")
BACKGROUND_SOURCES = ("bg_color", "bg_image_file", "bg_image_url")


def read_background(fields: Fields) -> bytes | None:
    """Get the background picture, if there is one; see that there is no second background.

    Raises
    ------
    MultipleBgSources, InvalidImageUrl, MalformedBody, FileTooLarge
    """
    if len(given := [name for name in BACKGROUND_SOURCES if name in fields]) > 1:
        raise errors.MultipleBgSources(f"Send one of {' and '.join(given)}.")
    if "bg_image_url" in fields:
        raise errors.InvalidImageUrl("Send the background itself, as bg_image_file.")
    return read_upload(fields, "bg_image_file") if "bg_image_file" in fields else None


def read_image(fields: Fields) -> bytes:
    """Get the one picture to cut out.

    Raises
    ------
    MissingSource, MultipleSources, InvalidImageUrl, FailedToReadImage, MalformedBody, FileTooLarge
    """
    given = [name for name in IMAGE_SOURCES if name in fields]
    if not given:
        raise errors.MissingSource("Send one image, as image_file (multipart) or image_file_b64 (base64).")
    if len(given) > 1:
        raise errors.MultipleSources(f"Send one of {' and '.join(given)}.")
    if given == ["image_url"]:
        raise errors.InvalidImageUrl("Send the image itself, as image_file or image_file_b64.")
    return decode_base64(fields["image_file_b64"]) if given == ["image_file_b64"] else read_upload(fields, "image_file")


def read_upload(fields: Fields, name: str) -> bytes:
    """Get an uploaded file's bytes."""
    value = fields[name]
    if not isinstance(value, bytes):
        raise errors.MalformedBody(f"{name} must be an uploaded file, in a multipart/form-data body.")
    return bounded(value)


def bounded(image: bytes) -> bytes:
    """Refuse a file that no Lambda event could have brought."""
    if len(image) > MAX_FILE_BYTES:
        raise errors.FileTooLarge(f"The file has {len(image)} bytes; at most {MAX_FILE_BYTES} can be sent.")
    return image


def decode_base64(text: object) -> bytes:
    """Decode standard or URL-safe base64, wrapped or padded or not, with or without a `data:` prefix."""
    if not isinstance(text, str):
        raise errors.FailedToReadImage("image_file_b64 must be a base64 string.")
    payload = text.partition(",")[2] if text.startswith("data:") else text
    # All at once: words of a wrapped text would be too small to be overwritten when they are freed (forget.py).
    compact = payload.translate(STANDARD_ALPHABET).rstrip("=")
    try:
        image = base64.b64decode(compact + "=" * (-len(compact) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise errors.FailedToReadImage("image_file_b64 is not valid base64.") from None
    if not image:
        raise errors.MissingSource("image_file_b64 holds no bytes.")
    return bounded(image)
