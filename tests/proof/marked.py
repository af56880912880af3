"""Requests with a mark wherever a caller can put one: pixels, metadata, file name, fields, query, headers, address."""

import base64
import binascii
import json
from functools import cache
from typing import Any
from urllib.parse import urlencode

import numpy as np
from PIL import Image, PngImagePlugin

from tests.events import proxy_event
from tests.photos import encoded, photo

Event = dict[str, Any]

URL = "/v1.0/removebg"
BOUNDARY = "xMaRk7boundary"
MARK = "mArK7qZ3"
ADDRESS = "203.0.113.77"

PIXELS = np.random.default_rng(7).integers(0, 256, (16, 48, 3), np.uint8)
"""A patch of noise that is nowhere else, and that PNG keeps as it is."""


def marks() -> dict[str, bytes]:
    """All that may be found nowhere, in every spelling in which a log or a traceback could hold it."""
    row = PIXELS[8].tobytes()
    return {
        "mark": MARK.encode(),
        "mark as hex": binascii.hexlify(MARK.encode()),
        "mark in base64": base64.b64encode(MARK.encode())[:9],
        "address": ADDRESS.encode(),
        "pixels": row[:24],
        "pixels as hex": binascii.hexlify(row[:12]),
        "pixels as text": ascii(row[:12])[2:-1].encode(),
        "pixels as numbers": ", ".join(map(str, row[:4])).encode(),
    }


def marked_exif() -> Image.Exif:
    """EXIF with a place, a camera, a maker's comment and an orientation, all of them marked."""
    exif = Image.Exif()
    exif[0x010F] = exif[0x0110] = exif[0x013B] = exif[0x8298] = MARK
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 18.0), 29: MARK})
    exif.get_ifd(0x8769)[0x9286] = MARK.encode()
    return exif


def marked_photo(name: str = "astronaut") -> Image.Image:
    """Put the patch into a photo's corner and its middle."""
    picture = photo(name)
    patch = Image.fromarray(PIXELS)
    picture.paste(patch, (0, 0))
    picture.paste(patch, (picture.width // 2, picture.height // 2))
    return picture


def marked_png(picture: Image.Image | None = None) -> bytes:
    """Encode without loss, with marked EXIF, XMP and text."""
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", MARK)
    text.add_itxt("XML:com.adobe.xmp", xmp().decode())
    return encoded(picture or marked_photo(), "PNG", exif=marked_exif(), pnginfo=text)


def xmp() -> bytes:
    """A packet of XMP with a mark in it."""
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{rdf}">{MARK}</rdf:RDF></x:xmpmeta>'.encode()


def marked_event(method: str, path: str, content_type: str, body: bytes) -> Event:
    """Make the event of a request whose address, headers and query are marked."""
    headers = {
        "Content-Type": content_type,
        "Accept": "image/png",
        "User-Agent": MARK,
        "X-Api-Key": MARK,
        "Authorization": f"Bearer {MARK}",
        "Cookie": f"id={MARK}",
        "Referer": f"https://{MARK}.example/",
        "X-Forwarded-For": ADDRESS,
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Port": "443",
        f"X-{MARK}": "1",
    }
    event = proxy_event(method, path, headers, body)
    event["queryStringParameters"] = {"q": MARK}
    event["multiValueQueryStringParameters"] = {"q": [MARK]}
    event["requestContext"] = {"identity": {"sourceIp": ADDRESS, "userAgent": MARK}, "path": f"/prod{path}"}
    return event


def as_multipart(files: dict[str, bytes], **fields: str) -> Event:
    """Post files and fields as a form, under marked names."""
    lines = [f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}'.encode() for name, value in fields.items()]
    for name, data in files.items():
        head = f'Content-Disposition: form-data; name="{name}"; filename="{MARK}.jpg"\r\nContent-Type: image/{MARK}'
        lines.append(head.encode() + b"\r\n\r\n" + data)
    parts = b"".join(b"--" + BOUNDARY.encode() + b"\r\n" + line + b"\r\n" for line in lines)
    body = parts + f"--{BOUNDARY}--\r\n".encode()
    return marked_event("POST", URL, f"multipart/form-data; boundary={BOUNDARY}", body)


def as_json(data: bytes, **fields: object) -> Event:
    """Post a picture as base64 in JSON, with an unknown, marked field."""
    body = {"image_file_b64": base64.b64encode(data).decode(), MARK: MARK, **fields}
    return marked_event("POST", URL, "application/json", json.dumps(body).encode())


def as_form(data: bytes, **fields: str) -> Event:
    """Post a picture as base64 in a URL-encoded form."""
    body = {"image_file_b64": base64.b64encode(data).decode(), MARK: MARK, **fields}
    return marked_event("POST", URL, "application/x-www-form-urlencoded", urlencode(body).encode())


@cache
def kinds_of_request() -> dict[str, Event]:
    """Give a request of each kind that is answered with a picture."""
    png = marked_png()
    large = encoded(marked_photo().resize((3000, 3000)), quality=97, exif=marked_exif())
    assert len(large) > 1_100_000, "Starlette's own bound, from which on it writes to a disk"
    return {
        "multipart over 1 MB": as_multipart({"image_file": large}, size="medium"),
        "multipart, a matte": as_multipart({"image_file": png}, channels="alpha", size="full"),
        "JSON, a cutout": as_json(png, size="full", format="png"),
        "JSON, a zip": as_json(png, size="full", format="zip"),
        "urlencoded, a cutout on a colour": as_form(png, bg_color="fff", format="jpg"),
        "multipart, two pictures": as_multipart({"image_file": png, "bg_image_file": png}, format="webp"),
        "JSON, refined": as_json(png, refine="alpha_matting"),
    }
