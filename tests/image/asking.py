"""What a program asks of the function in the image, and the picture that it gets."""

import base64
import json
from typing import Any

from PIL import Image

from tests.events import proxy_event
from tests.photos import decoded


def cutout_event(data: bytes, **fields: str) -> dict[str, Any]:
    """Make the event of a program's request, in JSON."""
    body = {"image_file_b64": base64.b64encode(data).decode(), **fields}
    return proxy_event("POST", "/v1.0/removebg", {"content-type": "application/json"}, json.dumps(body).encode())


def picture(answer: dict[str, Any]) -> Image.Image:
    """Decode an answer's picture."""
    assert answer["statusCode"] == 200, answer
    return decoded(base64.b64decode(answer["body"]))
