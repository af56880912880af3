"""Anybody can use every page, in every state: axe finds nothing, in light and dark, on a phone and on a desktop."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import ROOT
from tests.e2e.states import SCHEMES, STATES

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()

OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
"""All rules, and the one beside them that fingers want: targets of 24 px or more."""

WIDTHS = (360, 1440)


def find_violations(page: Page) -> list[dict[str, Any]]:
    """Run axe over the page as it is now."""
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate("async (options) => (await axe.run(options)).violations", OPTIONS)
    return found


def describe(violation: dict[str, Any]) -> str:
    places = [f"{node['html'][:200]}: {node['failureSummary']}" for node in violation["nodes"]]
    return f"{violation['id']}: {violation['help']}\n  " + "\n  ".join(places)


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_any_state(page: Page, base_url: str, state: str) -> None:
    # A colour that is still changing has the contrast of neither scheme.
    page.emulate_media(reduced_motion="reduce")
    STATES[state](page)
    found: dict[str, list[str]] = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            if violations := find_violations(page):
                found[f"{width} px, {scheme}"] = [describe(violation) for violation in violations]
    assert not found, json.dumps(found, indent=1)
