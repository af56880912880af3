"""The icon sprite: what the pages use is in it, and nothing else."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from infra import vendor

SVG = "{http://www.w3.org/2000/svg}"
NOTICE = "<!--! Font Awesome Free 0.0.0 by @fontawesome License: CC BY 4.0 -->"
ICON = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 448 512">{NOTICE}<path d="M1 2z"/></svg>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site without icons."""
    site = tmp_path / "static_site"
    (site / "js" / "ui").mkdir(parents=True)
    (site / "site.json").write_text('{"social": []}')
    return site


@pytest.fixture
def font_awesome(tmp_path: Path) -> Path:
    """A Font Awesome of three icons."""
    package = tmp_path / "fontawesome-free"
    for style, icon in [("solid", "download"), ("solid", "unused"), ("brands", "mastodon")]:
        path = package / "svgs" / style / f"{icon}.svg"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ICON)
    (package / "LICENSE.txt").write_text("the licence")
    return package


def use(name: str) -> str:
    return f'<svg class="icon"><use href="vendor/icons.svg#{name}"></use></svg>'


def symbols(site: Path) -> dict[str, ET.Element]:
    root = ET.parse(site / "vendor" / "icons.svg").getroot()
    return {symbol.get("id", ""): symbol for symbol in root.iter(f"{SVG}symbol")}


def test_sprite_holds_just_the_icons_of_pages_scripts_and_channels(site: Path, font_awesome: Path) -> None:
    (site / "index.html").write_text(use("solid-download") * 2)
    (site / "site.json").write_text(
        json.dumps({"social": [{"name": "M", "url": "https://m.example", "icon": "mastodon"}]})
    )
    assert vendor.fill_vendor(site, font_awesome) == ["brands-mastodon", "solid-download"]
    found = symbols(site)
    assert set(found) == {"brands-mastodon", "solid-download"}
    assert found["solid-download"].get("viewBox") == "0 0 448 512"
    assert [path.get("d") for path in found["solid-download"]] == ["M1 2z"]


def test_icons_named_in_scripts_are_found(site: Path, font_awesome: Path) -> None:
    (site / "js" / "ui" / "panel.js").write_text("use.setAttribute('href', 'vendor/icons.svg#solid-download');")
    assert vendor.fill_vendor(site, font_awesome) == ["solid-download"]


def test_notice_of_the_licence_travels_with_the_icons(site: Path, font_awesome: Path) -> None:
    (site / "index.html").write_text(use("solid-download") + use("solid-unused"))
    vendor.fill_vendor(site, font_awesome)
    assert (site / "vendor" / "icons.svg").read_text().count(NOTICE) == 1
    assert (site / "vendor" / "font-awesome-license.txt").read_text() == "the licence"


def test_unknown_icon_names_the_file_that_asks_for_it(site: Path, font_awesome: Path) -> None:
    (site / "about.html").write_text(use("solid-nonesuch"))
    with pytest.raises(vendor.UnknownIconError, match=r"about\.html.*'nonesuch'.*solid"):
        vendor.fill_vendor(site, font_awesome)
    assert not (site / "vendor").exists()


def test_unknown_channel_icon_names_site_json(site: Path, font_awesome: Path) -> None:
    (site / "site.json").write_text('{"social": [{"name": "X", "url": "https://x.example", "icon": "nonesuch"}]}')
    with pytest.raises(vendor.UnknownIconError, match=r"site\.json.*'nonesuch'.*brands"):
        vendor.fill_vendor(site, font_awesome)


def test_the_heic_decoder_travels_unchanged_with_its_licence(site: Path) -> None:
    vendor.copy_libheif(site)
    folder = site / "vendor" / "libheif"
    assert (folder / "libheif.mjs").read_bytes() == (vendor.LIBHEIF / "libheif-bundle.mjs").read_bytes()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (folder / "license.txt").read_text()


def test_icons_of_the_real_site_are_all_in_the_installed_package() -> None:
    icons = vendor.find_icons(vendor.SITE)
    sprite = vendor.make_sprite(icons, vendor.FONT_AWESOME)
    assert "Font Awesome Free" in sprite
    assert "CC BY 4.0" in sprite
    assert sprite.count("<symbol ") == len(icons) > 0
