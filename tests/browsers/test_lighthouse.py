"""Lighthouse finds nothing to mend: accessibility and best practices have all their points."""

import pytest

from tests.browsers.lighthouse import run_lighthouse
from tests.e2e.states import PAGES


@pytest.mark.timeout(900)
def test_every_page_has_all_points_on_phone_and_desktop(server_url: str) -> None:
    runs = list(run_lighthouse("accessibility,best-practices", [server_url + path for path in PAGES]))
    assert len(runs) == 2 * len(PAGES)
    for run in runs:
        full = {"accessibility": 100, "best-practices": 100}
        assert run["scores"] == full, f"{run['address']} on a {run['screen']}: {run['faults']}"
