"""The API's page can be followed: its examples run as they stand, and every page leads to it."""

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest

from tests.contract.api_page import ApiPage, Example
from tests.contract.conftest import CutOut
from tests.photos import decoded, encoded, photo
from tests.server import ROOT

page = ApiPage()
RUN = [example for example in page.examples if example.language != "json"]
RESULTS = {
    "cutout.png": ("PNG", "RGBA"),
    "product.jpg": ("JPEG", "RGB"),
    "cutout.webp": ("WEBP", "RGBA"),
    "full-size.png": ("PNG", "RGBA"),
}
"""What the examples save besides cutout.zip: the format and the mode of each."""


def command(example: Example, number: int, folder: Path) -> list[str]:
    """Give what runs an example, as a reader would run it: Python without any package where it needs none."""
    if example.language == "bash":
        return ["bash", "-e", "-c", example.text]
    script = folder / f"example-{number}.{'mjs' if example.language == 'javascript' else 'py'}"
    script.write_text(example.text)
    if example.language == "javascript":
        return ["node", str(script)]
    return [sys.executable, *([] if "PIL" in example.text else ["-S"]), str(script)]


@pytest.fixture(scope="module")
def ran(server_url: str, tmp_path_factory: pytest.TempPathFactory) -> dict[int, dict[str, bytes]]:
    """What each example saves, by its number and the file's name; run from top to bottom, as a reader would."""
    folder = tmp_path_factory.mktemp("reader")
    (folder / "photo.jpg").write_bytes(encoded(photo("coffee")))
    saved = {}
    for number, example in enumerate(RUN):
        before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
        line = command(example, number, folder)
        done = subprocess.run(
            line,
            cwd=folder,
            env={"PATH": os.environ["PATH"], "FIX_SHOTS_URL": server_url},
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, f"{example.text}\n{done.stderr}"
        saved[number] = {
            path.name: path.read_bytes()
            for path in folder.iterdir()
            if before.get(path) != path.stat().st_mtime_ns and not path.name.startswith("example-")
        }
    return saved


def test_the_address_is_set_once_and_every_other_example_reads_it() -> None:
    assert RUN[0].text == "export FIX_SHOTS_URL=http://localhost:8000"
    asking = [example for example in RUN[1:] if "PIL" not in example.text]
    assert all("FIX_SHOTS_URL" in example.text and "localhost" not in example.text for example in asking)
    assert {example.language for example in asking} == {"bash", "python", "javascript"}


@pytest.mark.parametrize("number", range(1, len(RUN)))
def test_an_example_runs_as_it_stands_and_saves_a_cutout(ran: dict[int, dict[str, bytes]], number: int) -> None:
    ((name, data),) = ran[number].items()
    assert name in RUN[number].text
    if name == "cutout.zip":
        return
    image = decoded(data)
    assert (image.format, image.mode) == RESULTS[name]
    # The cup stands in the middle; what was in the corner is gone.
    corner = np.asarray(image)[0, 0]
    assert corner[3] < 16 if image.mode == "RGBA" else corner.min() == 255


def test_the_examples_save_every_kind_of_answer(ran: dict[int, dict[str, bytes]], tmp_path: Path) -> None:
    saved = {name: data for files in ran.values() for name, data in files.items()}
    assert set(saved) == {*RESULTS, "cutout.zip"}
    assert decoded(saved["full-size.png"]).size == photo("coffee").size
    (tmp_path / "cutout.zip").write_bytes(saved["cutout.zip"])
    with zipfile.ZipFile(tmp_path / "cutout.zip") as archive:
        assert archive.namelist() == ["color.jpg", "alpha.png"]


def test_the_answers_that_are_shown_are_real(cut_out: CutOut) -> None:
    shown, refusal = (json.loads(example.text) for example in page.examples if example.language == "json")
    real = cut_out("coffee", accept="application/json", size="full").json()
    assert real["data"].pop("result_b64").startswith(shown["data"].pop("result_b64").rstrip("…"))
    assert shown["data"].keys() == real["data"].keys()
    assert all(abs(shown["data"][name] - real["data"][name]) <= 2 for name in shown["data"])
    assert cut_out("coffee", scale="5%").json() == refusal


@pytest.mark.parametrize("name", ["index.html", "about.html", "privacy.html", "proof.html", "404.html", "api.html"])
def test_every_page_leads_here_from_its_head_and_its_foot(name: str) -> None:
    text = (ROOT / "static_site" / name).read_text()
    header, footer = text.partition("<main")[0], text.partition("<footer")[2]
    assert re.search(r'<a href="/?api\.html"', header)
    assert re.search(r'<a href="/?api\.html"', footer)
