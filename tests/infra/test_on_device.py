"""What matting on the device needs is published as it was made, under names that change with it."""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from infra import on_device
from infra.config import MODEL_FILE, SITE_FOLDER
from infra.headers import IMMUTABLE, cache_control

PARTS = [("model",), *((build, role) for build in ("wasm", "webgpu") for role in ("runtime", "loader", "binary"))]


@pytest.fixture(scope="module")
def vendor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all parts, from the installed packages and the real model."""
    folder = tmp_path_factory.mktemp("vendor")
    on_device.fill(folder)
    return folder


def listed(vendor: Path, names: tuple[str, ...]) -> dict[str, Any]:
    """What the list says of one part."""
    part = json.loads((vendor / on_device.LIST).read_text())
    for name in names:
        part = part[name]
    assert isinstance(part, dict)
    return part


@pytest.mark.parametrize("names", PARTS)
def test_each_part_is_there_as_the_list_says_and_kept_for_good(vendor: Path, names: tuple[str, ...]) -> None:
    part = listed(vendor, names)
    data = (vendor / part["file"]).read_bytes()
    assert len(data) == part["bytes"]
    assert hashlib.sha256(data).hexdigest() == part["sha256"]
    assert f".{part['sha256'][:8]}." in part["file"]
    assert cache_control(f"vendor/{part['file']}") == IMMUTABLE


def test_the_model_is_the_very_file_that_the_function_has(vendor: Path) -> None:
    assert (vendor / listed(vendor, ("model",))["file"]).read_bytes() == MODEL_FILE.read_bytes()


def test_the_page_tells_the_size_of_the_download(vendor: Path) -> None:
    page = (SITE_FOLDER / "index.html").read_text()
    assert f"{listed(vendor, ('model',))['bytes'] / 1e6:.0f} MB once" in page


@pytest.mark.parametrize("build", ["wasm", "webgpu"])
def test_webassembly_is_published_compressed(vendor: Path, build: str) -> None:
    part = listed(vendor, (build, "binary"))
    assert part["file"].endswith(".wasm.gz")
    assert gzip.decompress((vendor / part["file"]).read_bytes()).startswith(b"\0asm")


def test_filling_again_changes_nothing_and_leaves_no_older_version(vendor: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in vendor.glob("*.*.onnx")}
    for name in ("isnet-general-use.int8.00000000.onnx", "ort.wasm.min.00000000.mjs", "ort-wasm.00000000.wasm.gz"):
        (vendor / name).write_text("of an older version")
    (vendor / "icons.svg").write_text("of another's making")
    on_device.fill(vendor)
    assert {path.name: path.stat().st_mtime_ns for path in vendor.glob("*.*.onnx")} == before
    assert not list(vendor.glob("*00000000*"))
    assert (vendor / "icons.svg").exists()


def test_onnxruntimes_licence_and_notices_travel_with_it(vendor: Path) -> None:
    assert "MIT License" in (vendor / "onnxruntime-license.txt").read_text()
    assert "protobuf" in (vendor / "onnxruntime-third-party-notices.txt").read_text(errors="replace").lower()
