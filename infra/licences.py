"""`make licences`: write THIRD_PARTY.md, every shipped part's licence, as the part itself tells it.

Run as ``python -m infra.licences`` after `make setup`.
"""

import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from typing import NamedTuple

from packaging.requirements import Requirement

from infra.config import FUNCTION_FOLDER, ROOT

THIRD_PARTY = ROOT / "THIRD_PARTY.md"
LOCK_FILE = ROOT / "package-lock.json"

SHIPPED_PACKAGES = {
    "@fortawesome/fontawesome-free": "icons.svg, as few of its icons as the pages use; of its licences CC-BY-4.0",
    "libheif-js": "libheif/, unchanged; fetched for the first HEIC",
    "onnxruntime-web": "ort*.mjs, ort*.wasm.gz; fetched for on-device matting",
}
"""npm packages of which infra/vendor.py and infra/on_device.py put files into static_site/vendor/, and which."""

OTHER_PARTS = (
    ("ISNet General Use weights", "Apache-2.0", "https://github.com/xuebinqin/DIS; quantised by functions/model/"),
    ("sample photos coffee.jpg, chelsea.jpg", "CC0-1.0", "static_site/samples/CREDITS.txt"),
    ("sample photo astronaut.jpg", "public domain (NASA)", "static_site/samples/CREDITS.txt"),
)
"""Parts that no registry describes: name, licence, and where they are from."""

IMAGE = {"python_full_version": "3.13.0", "python_version": "3.13", "sys_platform": "linux", "platform_system": "Linux"}
"""What the image runs on, in the words of the requirements' markers."""

WORDS = {
    "MIT License": "MIT",
    "BSD": "BSD-2-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "BSD License": "BSD-3-Clause",
}
"""SPDX's name of licences that packages name in other words; numba's BSD has two clauses, scipy's and scikit-image's
three."""

INSIDE = {
    "pillow-heif": "its wheel brings libheif and libde265 (LGPL-3.0) and x265 (GPL-2.0), which only encodes",
    "numpy": "its wheel brings OpenBLAS (BSD-3-Clause) and GCC's runtime (GPL-3.0 with its exception)",
    "scipy": "its wheel brings OpenBLAS (BSD-3-Clause) and GCC's runtime (GPL-3.0 with its exception)",
    "onnxruntime": "its ThirdPartyNotices.txt lists what is built into it",
}
"""What a wheel holds beside the package."""


class LicenceUnknown(Exception):
    """A part does not say under which licence it is."""


class Part(NamedTuple):
    """One shipped thing."""

    name: str
    version: str
    licence: str
    note: str = ""


def pinned_wheels() -> Iterator[tuple[str, str]]:
    """Give name and version of each of the function's requirements that is for the image."""
    text = (FUNCTION_FOLDER / "requirements.txt").read_text(encoding="utf-8")
    for line in re.findall(r"^(\S+==[^\\\n]*)", text, re.MULTILINE):
        wheel = Requirement(line)
        if wheel.marker is None or wheel.marker.evaluate({**IMAGE, "platform_python_implementation": "CPython"}):
            yield wheel.name, str(wheel.specifier).removeprefix("==")


def licence_of(name: str) -> str:
    """Read a wheel's licence out of its metadata, as SPDX names it.

    Raises
    ------
    LicenceUnknown
    """
    said = spoken(distribution(name))
    if not said:
        raise LicenceUnknown(f"{name} does not say its licence; look it up, and add it to infra/licences.py")
    return WORDS.get(said, said)


def spoken(wheel: Distribution) -> str:
    """Give the licence in a wheel's own words: its SPDX expression, its short name, or its classifier."""
    metadata = wheel.metadata
    short = next(iter(metadata.get_all("License") or []), "")
    classifiers = [each for each in metadata.get_all("Classifier") or [] if each.startswith("License ::")]
    named = classifiers[0].rpartition(" :: ")[2] if classifiers else ""
    if "License-Expression" in metadata:
        return metadata["License-Expression"]
    return short if 0 < len(short) < 40 else named


def wheels() -> list[Part]:
    """List the function's packages."""
    return [Part(name, version, licence_of(name), INSIDE.get(name, "")) for name, version in pinned_wheels()]


def npm_packages() -> list[Part]:
    """List the packages that are in static_site/vendor/."""
    locked = json.loads(LOCK_FILE.read_text(encoding="utf-8"))["packages"]
    parts = []
    for name, files in SHIPPED_PACKAGES.items():
        package = locked[f"node_modules/{name}"]
        parts.append(Part(name, package["version"], package["license"].strip("()"), files))
    return parts


def table(title: str, parts: list[Part]) -> str:
    """Lay out one kind of parts."""
    rows = "".join(f"| {part.name} | {part.version} | {part.licence} | {part.note} |\n" for part in parts)
    return f"## {title}\n\n| part | version | licence | |\n|---|---|---|---|\n{rows}"


def third_party() -> str:
    """Write the whole file."""
    others = [Part(name, "", licence, source) for name, licence, source in OTHER_PARTS]
    return "\n".join(
        [
            "# Third-party parts\n",
            "Everything that Fix Shots ships and others have made, written by `make licences`. Versions are pinned",
            "with hashes in `functions/requirements.txt` and `package-lock.json`. The licences' texts come with the",
            "parts: in the wheels' `*.dist-info` folders, and beside the files in `static_site/vendor/`. What is only",
            "used to develop and test is not shipped, and not listed.\n",
            table("In the function's image", wheels()),
            table("In the page", npm_packages()),
            table("Model and photos", others),
        ]
    )


def main() -> int:
    """Write the file."""
    try:
        THIRD_PARTY.write_text(third_party(), encoding="utf-8")
    except LicenceUnknown as error:
        print(f"licences: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
