"""The curl lines of remove.bg's own documentation get cutouts: their host is changed, and nothing else."""

import base64
import json
import subprocess
from pathlib import Path

import numpy as np
import pytest

from tests.photos import decoded, encoded, photo

HOST = "https://api.remove.bg"

# https://www.remove.bg/api: "Sample Code"; the others vary it by a field or a header of its reference.
FROM_FILE = """
curl -H 'X-API-Key: INSERT_YOUR_API_KEY_HERE' \\
     -F 'image_file=@/path/to/file.jpg' \\
     -F 'size=auto' \\
     -f https://api.remove.bg/v1.0/removebg -o no-bg.png
"""
ON_A_COLOUR = FROM_FILE.replace("-F 'size=auto'", "-F 'size=auto' -F 'bg_color=81d4fa'")
AS_JSON = FROM_FILE.replace("-F 'size=auto'", "-F 'size=auto' -H 'Accept: application/json'")
FROM_BASE64_FORM = FROM_FILE.replace("image_file=@/path/to/file.jpg", "image_file_b64=<file.b64")
FROM_URL_ENCODED = FROM_FILE.replace("-F 'image_file=@/path/to/file.jpg'", "--data-urlencode 'image_file_b64@file.b64'")
FROM_URL_ENCODED = FROM_URL_ENCODED.replace("-F 'size", "-d 'size")
FROM_JSON = """
curl -H 'X-API-Key: INSERT_YOUR_API_KEY_HERE' \\
     -H 'Content-Type: application/json' \\
     -d @body.json \\
     -f https://api.remove.bg/v1.0/removebg -o no-bg.png
"""
FROM_ADDRESS = FROM_FILE.replace("image_file=@/path/to/file.jpg", "image_url=https://www.remove.bg/example.jpg")
ACCOUNT = "curl -H 'X-API-Key: INSERT_YOUR_API_KEY_HERE' -f https://api.remove.bg/v1.0/account -o no-bg.png"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a photo, as the lines name it."""
    made = tmp_path_factory.mktemp("curl")
    picture = encoded(photo("coffee"))
    text = base64.b64encode(picture).decode()
    (made / "file.jpg").write_bytes(picture)
    (made / "file.b64").write_text(text)
    (made / "body.json").write_text(json.dumps({"image_file_b64": text, "size": "auto"}))
    return made


def run(line: str, server_url: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line with another host, in a folder with its picture."""
    changed = line.replace(HOST, server_url).replace("/path/to/file.jpg", "file.jpg")
    (folder / "no-bg.png").unlink(missing_ok=True)
    return subprocess.run(["bash", "-c", changed], cwd=folder, capture_output=True, text=True, timeout=60)


def fetched(line: str, server_url: str, folder: Path) -> bytes:
    """Run a line that must succeed; give what it saved."""
    ran = run(line, server_url, folder)
    assert ran.returncode == 0, ran.stderr
    return (folder / "no-bg.png").read_bytes()


@pytest.mark.parametrize("line", [FROM_FILE, FROM_BASE64_FORM, FROM_URL_ENCODED, FROM_JSON])
def test_a_documented_line_saves_a_full_size_cutout(line: str, server_url: str, folder: Path) -> None:
    image = decoded(fetched(line, server_url, folder))
    assert (image.format, image.mode, image.size) == ("PNG", "RGBA", (600, 400))
    assert image.getchannel("A").getextrema() == (0, 255)


def test_a_documented_line_with_a_colour_saves_an_opaque_picture(server_url: str, folder: Path) -> None:
    image = decoded(fetched(ON_A_COLOUR, server_url, folder)).convert("RGB")
    assert np.abs(np.asarray(image)[2, 2].astype(int) - (129, 212, 250)).max() < 8


def test_a_documented_line_that_asks_for_json_saves_json(server_url: str, folder: Path) -> None:
    told = json.loads(fetched(AS_JSON, server_url, folder))["data"]
    assert decoded(base64.b64decode(told["result_b64"])).size == (600, 400)
    assert told["foreground_width"] > 300


def test_the_account_can_be_asked_for(server_url: str, folder: Path) -> None:
    assert json.loads(fetched(ACCOUNT, server_url, folder))["data"]["attributes"]["credits"]["total"] == 0


def test_an_address_is_refused_by_status_as_f_expects(server_url: str, folder: Path) -> None:
    ran = run(FROM_ADDRESS, server_url, folder)
    # 22 is what curl's -f answers for a status of 400 and more.
    assert ran.returncode == 22
    assert "400" in ran.stderr
