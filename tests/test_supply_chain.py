"""Everything that is installed is pinned by its hash, and every part that is shipped has a licence that is told."""

import json
import re
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from infra import licences, on_device, vendor

ROOT = Path(__file__).parents[1]
LOCKED = json.loads((ROOT / "package-lock.json").read_text())["packages"]


@pytest.mark.parametrize("name", ["requirements.txt", "functions/requirements.txt"])
def test_every_wheel_is_pinned_by_version_and_hash(name: str) -> None:
    lines = [line for line in (ROOT / name).read_text().splitlines() if not line.startswith("#")]
    blocks = re.split(r"\n(?=\S)", "\n".join(lines))
    assert len(blocks) > 40
    for block in blocks:
        assert re.match(r"[A-Za-z0-9._-]+(\[[a-z,]+\])?==[0-9][^\s;]*( ; .*)? \\\n", block), block[:80]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", block), block[:80]


def test_the_function_and_development_have_the_same_versions() -> None:
    ours, theirs = (
        set(re.findall(r"^([^\s=]+==\S+)", (ROOT / name).read_text(), re.MULTILINE))
        for name in ("functions/requirements.txt", "requirements.txt")
    )
    assert ours <= theirs


def test_every_npm_package_is_pinned_by_version_and_integrity() -> None:
    wanted = json.loads((ROOT / "package.json").read_text())
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted["devDependencies"].values())
    assert "dependencies" not in wanted
    assert LOCKED[""]["devDependencies"] == wanted["devDependencies"]
    packages = {name: package for name, package in LOCKED.items() if name}
    assert packages
    for name, package in packages.items():
        assert re.match(r"sha512-\S{88}", package.get("integrity", "")), name
        assert not package.get("resolved", "https://").startswith(("git", "http:", "file:")), name


def test_whatever_installs_asks_for_the_hashes() -> None:
    for name in ("Makefile", "functions/Dockerfile"):
        text = (ROOT / name).read_text().replace("\\\n", " ")
        installs = [line for line in text.splitlines() if "pip install" in line or "$(PIP) install" in line]
        # The one exception is the tool that makes the pins, pinned by its version.
        assert all("--require-hashes" in line for line in installs if "uv==" not in line), name
        assert installs
    assert "npm ci" in (ROOT / "Makefile").read_text()
    assert not re.search(r"npm (install|i) ", (ROOT / "Makefile").read_text())


def test_the_list_of_third_party_parts_is_what_the_command_makes() -> None:
    assert licences.THIRD_PARTY.read_text() == licences.third_party(), "run `make licences`"


def test_it_lists_every_wheel_of_the_image_and_every_package_of_the_page() -> None:
    listed = {part.name for part in (*licences.wheels(), *licences.npm_packages())}
    wanted = (ROOT / "functions" / "requirements.in").read_text()
    assert {canonicalize_name(name) for name in re.findall(r"^([a-z-]+)", wanted, re.MULTILINE)} <= listed
    # Whatever folder of node_modules the vendoring reads from has its line.
    text = "".join(Path(str(module.__file__)).read_text() for module in (vendor, on_device))
    used = {name.removeprefix("node_modules/") for name in LOCKED if name and f'"{Path(name).name}"' in text}
    assert used == set(licences.SHIPPED_PACKAGES)


def test_every_licence_is_one_that_may_be_shipped() -> None:
    known = {"MIT", "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0", "MPL-2.0", "PSF-2.0", "Zlib"}
    known |= {"CC0-1.0", "LGPL-3.0", "CC-BY-4.0", "OFL-1.1", "LLVM-exception"}
    for part in (*licences.wheels(), *licences.npm_packages()):
        assert set(re.split(r" AND | OR | WITH ", part.licence)) <= known, part


def test_every_file_in_the_vendor_folder_is_of_a_listed_part() -> None:
    told = {
        ".svg": "fontawesome",
        ".onnx": "ISNet",
        ".mjs": "onnxruntime",
        ".gz": "onnxruntime",
        ".txt": "",
        ".json": "",
    }
    folder = vendor.SITE / "vendor"
    text = licences.third_party()
    for file in folder.rglob("*"):
        if file.is_file():
            assert told[file.suffix] in text
            assert file.parent in (folder, folder / "libheif"), file
