"""Fill static_site/vendor/ from npm packages: the few icons that the pages use, and the decoder of HEIC.

Run as ``python -m infra.vendor`` after ``npm ci``.
"""

import json
import re
import shutil
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from infra import offline, on_device

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "static_site"
FONT_AWESOME = ROOT / "node_modules" / "@fortawesome" / "fontawesome-free"
LIBHEIF = ROOT / "node_modules" / "libheif-js" / "libheif-wasm"

SVG = "http://www.w3.org/2000/svg"

# What a page writes to show an icon: <use href="vendor/icons.svg#solid-download">.
REFERENCE = re.compile(r"icons\.svg#((?:solid|regular|brands)-[a-z0-9-]+)")
NOTICE = re.compile(r"<!--(!.*?)-->", re.DOTALL)


class UnknownIconError(Exception):
    """A file names an icon that Font Awesome Free does not have."""


def find_icons(site: Path) -> dict[str, Path]:
    """Find every icon that the site uses, and a file that uses it.

    Returns
    -------
    dict
        From names such as ``solid-download`` or ``brands-mastodon`` to the file to blame when there is no such icon.
    """
    icons: dict[str, Path] = {}
    for path in _sources(site):
        for name in REFERENCE.findall(path.read_text(encoding="utf-8")):
            icons.setdefault(name, path)
    channels = site / "site.json"
    for channel in json.loads(channels.read_text(encoding="utf-8"))["social"]:
        icons.setdefault(f"brands-{channel['icon']}", channels)
    return dict(sorted(icons.items()))


def _sources(site: Path) -> Iterator[Path]:
    yield from sorted(site.glob("*.html"))
    yield from sorted(site.glob("js/**/*.js"))


def make_sprite(icons: dict[str, Path], font_awesome: Path) -> str:
    """Make one SVG file with a symbol for each icon, and Font Awesome's licence notice.

    Raises
    ------
    UnknownIconError
        Naming the icon and the file that asks for it.
    """
    symbols: list[str] = []
    notices: set[str] = set()
    for name, user in icons.items():
        style, _, icon = name.partition("-")
        path = font_awesome / "svgs" / style / f"{icon}.svg"
        if not path.is_file():
            raise UnknownIconError(f"{user}: Font Awesome Free has no icon '{icon}' among its {style} ones ({path})")
        text = path.read_text(encoding="utf-8")
        notices.update(NOTICE.findall(text))
        # Not untrusted: the lock file pins the package by its hash.
        symbols.append(_make_symbol(name, ET.fromstring(text)))  # noqa: S314
    lines = [f'<svg xmlns="{SVG}">', *(f"<!--{notice}-->" for notice in sorted(notices)), *symbols, "</svg>", ""]
    return "\n".join(lines)


def _make_symbol(name: str, icon: ET.Element) -> str:
    paths = "".join(f'<path d="{path.get("d")}"/>' for path in icon.iter(f"{{{SVG}}}path"))
    return f'<symbol id="{name}" viewBox="{icon.get("viewBox")}">{paths}</symbol>'


def fill_vendor(site: Path = SITE, font_awesome: Path = FONT_AWESOME) -> list[str]:
    """Write ``vendor/icons.svg`` and Font Awesome's licence below the site; return the icons' names."""
    icons = find_icons(site)
    sprite = make_sprite(icons, font_awesome)
    vendor = site / "vendor"
    vendor.mkdir(exist_ok=True)
    (vendor / "icons.svg").write_text(sprite, encoding="utf-8")
    shutil.copyfile(font_awesome / "LICENSE.txt", vendor / "font-awesome-license.txt")
    return list(icons)


def copy_libheif(site: Path = SITE, libheif: Path = LIBHEIF) -> None:
    """Copy the decoder and its licence as they are: the LGPL lets anybody put another build in their place."""
    folder = site / "vendor" / "libheif"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(libheif / "libheif-bundle.mjs", folder / "libheif.mjs")
    shutil.copyfile(libheif / "LICENSE", folder / "license.txt")


def main() -> int:
    """Fill the folder and say so; on failure say what to do."""
    for package in (FONT_AWESOME, LIBHEIF):
        if not package.is_dir():
            print(f"vendor: {package} is missing. Run 'npm ci' first.", file=sys.stderr)
            return 1
    try:
        icons = fill_vendor()
        copy_libheif()
        bytes_on_device = on_device.fill(SITE / "vendor")
        offline.write_list(SITE)
    except UnknownIconError as error:
        print(f"vendor: {error}", file=sys.stderr)
        return 1
    print(f"vendor: {len(icons)} icons, {bytes_on_device / 1e6:.0f} MB for on-device matting in static_site/vendor/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
