"""The list of files kept for use without a network: all that pages load, with a version that tells of any change."""

import hashlib
import json
from pathlib import Path

import pytest

from infra.config import SITE_FOLDER
from infra.offline import LIST, list_site_files, write_list


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site."""
    names = (
        "index.html",
        "js/main.js",
        "service-worker.js",
        "404.html",
        "vendor/icons.svg",
        "vendor/a.0f1e2d3c.onnx",
        "vendor/b.0f1e2d3c.wasm.gz",
        "vendor/license.txt",
        LIST,
    )
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


def test_pages_and_what_they_load_are_listed_with_their_hashes_and_the_large_parts_are_not(site: Path) -> None:
    files = list_site_files(site)["files"]
    assert set(files) == {"index.html", "js/main.js", "vendor/icons.svg"}
    assert files["js/main.js"] == hashlib.sha256(b"js/main.js").hexdigest()


def test_the_version_changes_with_content_with_names_and_with_nothing_else(site: Path) -> None:
    before = list_site_files(site)["version"]
    (site / "404.html").write_text("changed, but never kept")
    assert list_site_files(site)["version"] == before
    (site / "js/main.js").write_text("changed")
    changed = list_site_files(site)["version"]
    (site / "js/main.js").rename(site / "js/other.js")
    assert len({before, changed, list_site_files(site)["version"]}) == 3


def test_the_written_list_is_the_one_that_is_served(site: Path) -> None:
    write_list(site)
    assert json.loads((site / LIST).read_text()) == list_site_files(site)


def test_every_page_and_script_of_the_real_site_is_kept() -> None:
    files = list_site_files(SITE_FOLDER)["files"]
    for path in (*SITE_FOLDER.glob("*.html"), *SITE_FOLDER.glob("js/**/*.js"), *SITE_FOLDER.glob("css/*")):
        if path.name != "404.html":
            assert path.relative_to(SITE_FOLDER).as_posix() in files
