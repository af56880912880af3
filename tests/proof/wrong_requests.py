"""A marked request for each error that a caller can bring about, by its code."""

import io
import json
from functools import cache
from typing import Any

import numpy as np
from PIL import Image

from tests.events import proxy_event
from tests.photos import encoded
from tests.proof.marked import ADDRESS, MARK, URL, Event, as_json, as_multipart, marked_event, marked_photo, marked_png


@cache
def wrong_requests() -> dict[str, Event]:
    """Give them all."""
    png = marked_png()
    jpeg = encoded(marked_photo(), comment=MARK)
    wide = io.BytesIO()
    Image.new("1", (70_000, 1)).save(wide, "PNG")
    pair = {"image_file": png, "bg_image_file": png}
    return {
        "missing_source": posted({"size": "full", MARK: MARK}),
        "multiple_sources": posted({"image_file_b64": MARK, "image_url": MARK}),
        # python-multipart logs what it finds in the place of a boundary.
        "malformed_body": marked_event("POST", URL, f"multipart/form-data; boundary={MARK}", MARK.encode() * 9),
        "invalid_image_url": posted({"image_url": f"https://{MARK}.example/{MARK}.jpg"}),
        "failed_to_read_image": as_multipart({"image_file": jpeg[: len(jpeg) // 2]}),
        "invalid_file_type": as_multipart({"image_file": MARK.encode() * 99}),
        "invalid_dimensions": as_multipart({"image_file": wide.getvalue()}),
        "file_too_large": as_multipart({"image_file": MARK.encode() * 700_000}),
        "resolution_too_high": as_multipart({"image_file": encoded(Image.new("1", (9000, 9000)), "PNG")}),
        "unknown_foreground": as_multipart({"image_file": encoded(Image.new("RGB", (400, 300), "gray"), comment=MARK)}),
        "invalid_size": as_json(png, size=MARK),
        "invalid_format": as_json(png, format=MARK),
        "invalid_channels": as_json(png, channels=MARK),
        "invalid_bg_color": as_json(png, bg_color=MARK),
        "multiple_bg_sources": as_multipart(pair, bg_color="fff"),
        "invalid_crop": as_json(png, crop=MARK),
        "invalid_crop_margin": as_json(png, crop_margin=MARK),
        "invalid_scale": as_json(png, scale=MARK),
        "invalid_position": as_json(png, position=MARK),
        "invalid_roi": as_json(png, roi=MARK),
        "roi_exceeds_bounds": as_json(png, roi="0px 0px 9999px 9999px"),
        "roi_region_empty": as_json(png, roi="5px 5px 5px 5px"),
        "invalid_semitransparency": as_json(png, semitransparency=MARK),
        "invalid_shadow": as_json(png, shadow_type=MARK),
        "invalid_refine": as_json(png, refine=MARK),
        "not_found": marked_event("POST", f"/v1.0/{MARK}", "application/json", MARK.encode()),
        "method_not_allowed": marked_event("PUT", URL, "application/json", MARK.encode()),
        "result_too_large": as_multipart({"image_file": grainy()}, size="full", format="png"),
        # An address with a port that is no number: Mangum gives up before the app has seen anything.
        "internal_error": proxy_event("POST", URL, {"Host": f"{ADDRESS}:{MARK}"}, MARK.encode()),
    }


def posted(body: dict[str, Any]) -> Event:
    """Post JSON."""
    return marked_event("POST", URL, "application/json", json.dumps(body).encode())


def grainy() -> bytes:
    """A marked photo with a sensor's noise, which PNG can't compress and JPEG throws away."""
    grain = np.random.default_rng(1).integers(-12, 12, (3000, 3000, 3))
    noisy = (np.asarray(marked_photo().resize((3000, 3000))) + grain).clip(0, 255)
    return encoded(Image.fromarray(noisy.astype(np.uint8)), quality=70, comment=MARK)
