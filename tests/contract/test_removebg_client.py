"""The npm client `remove.bg`, its host changed and nothing else, gets cutouts."""

import base64
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.photos import decoded

SCRIPT = Path(__file__).with_name("removebg-client.js")

Call = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def call(server_url: str) -> Call:
    """Call a function of the client; give what its promise came to."""

    def run(function: str, **options: Any) -> dict[str, Any]:
        command = ["node", str(SCRIPT), server_url, function, json.dumps({"apiKey": "YOUR-API-KEY", **options})]
        ran = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
        outcome: dict[str, Any] = json.loads(ran.stdout)
        return outcome

    return run


def resolved_picture(outcome: dict[str, Any]) -> tuple[dict[str, Any], Image.Image]:
    """See that the promise was kept; give its fields, and the picture among them."""
    assert "resolved" in outcome, outcome
    result = outcome["resolved"]
    return result, decoded(base64.b64decode(result["base64img"]))


def test_a_file_becomes_a_cutout_with_all_that_the_client_tells_of_it(call: Call, photos: Path, tmp_path: Path) -> None:
    saved = tmp_path / "cutout.png"
    outcome = call("removeBackgroundFromImageFile", path=str(photos / "coffee.jpg"), outputFile=str(saved))
    result, image = resolved_picture(outcome)
    assert (image.format, image.mode, image.size) == ("PNG", "RGBA", (600, 400))
    assert image.getchannel("A").getextrema() == (0, 255)
    del result["base64img"]
    # The client hands on headers, as text. Rate limits are none of ours, so JSON has left them out.
    assert result == {"creditsCharged": "0", "detectedType": "other", "resultWidth": "600", "resultHeight": "400"}
    assert np.array_equal(np.asarray(decoded(saved.read_bytes())), np.asarray(image))


def test_base64_becomes_the_same_cutout_as_the_file(call: Call, photos: Path) -> None:
    path = photos / "coffee.jpg"
    text = base64.b64encode(path.read_bytes()).decode()
    from_base64 = resolved_picture(call("removeBackgroundFromImageBase64", base64img=text))[0]
    from_file = resolved_picture(call("removeBackgroundFromImageFile", path=str(path)))[0]
    assert from_base64 == from_file


SOURCES = ("removeBackgroundFromImageFile", "removeBackgroundFromImageBase64")


@pytest.mark.parametrize("function", SOURCES)
def test_every_option_that_the_client_sends_is_obeyed(call: Call, photos: Path, function: str) -> None:
    path = photos / "astronaut.jpg"
    source = {"path": str(path), "base64img": base64.b64encode(path.read_bytes()).decode()}
    options = {
        "size": "full",
        "type": "person",
        "scale": "50%",
        "position": "0% 0%",
        "crop": True,
        "crop_margin": "20px",
        "roi": "0% 0% 100% 90%",
        "bg_color": "81d4fa",
        "channels": "rgba",
        "add_shadow": False,
    }
    result, image = resolved_picture(call(function, **source, **options))
    # A colour behind it leaves nothing see-through, so `auto` is JPEG.
    assert image.format == "JPEG"
    assert [str(side) for side in image.size] == [result["resultWidth"], result["resultHeight"]]
    assert image.width > 512
    pixels = np.asarray(image).astype(int)
    # Half as large and in the top left corner, she leaves the rest to the colour.
    assert np.abs(pixels[:, -200:] - (129, 212, 250)).max() < 8
    assert np.abs(pixels[: image.height // 2, : image.width // 2] - (129, 212, 250)).mean() > 30


def test_the_matte_alone_is_had_by_channels(call: Call, photos: Path) -> None:
    outcome = call("removeBackgroundFromImageFile", path=str(photos / "coffee.jpg"), channels="alpha", size="auto")
    assert resolved_picture(outcome)[1].mode == "L"


def test_format_is_not_sent_by_the_client_so_it_cannot_be_obeyed(call: Call, photos: Path) -> None:
    # Version 1.3.0 declares the option and drops it. Should that change, the picture is a JPEG, and this test to be
    # turned round.
    outcome = call("removeBackgroundFromImageFile", path=str(photos / "coffee.jpg"), format="jpg")
    assert resolved_picture(outcome)[1].format == "PNG"


@pytest.mark.parametrize(
    ("function", "options", "code"),
    [
        ("removeBackgroundFromImageUrl", {"url": "https://www.remove.bg/example.jpg"}, "invalid_image_url"),
        ("removeBackgroundFromImageBase64", {"base64img": "bm8gcGljdHVyZQ=="}, "invalid_file_type"),
        ("removeBackgroundFromImageBase64", {"base64img": "bm8gcGljdHVyZQ==", "scale": "5%"}, "invalid_scale"),
    ],
)
def test_a_rejection_carries_our_errors(call: Call, function: str, options: dict[str, str], code: str) -> None:
    (error,) = call(function, **options)["rejected"]
    assert error["code"] == code
    assert error["title"]
    assert error["detail"]
