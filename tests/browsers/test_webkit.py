"""WebKitGTK, of Safari's family: a photo is cut out and saved there too."""

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.browsers import webkit_steps as steps

# Selenium opens its own connection in a way that it has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where the browser thinks that it lives."""
    return tmp_path


@pytest.fixture
def driver(home: Path) -> Iterator[steps.Driver]:
    """The browser; CI must not pass without having tried it."""
    mini_browser = steps.find_mini_browser()
    if mini_browser is None and not os.environ.get("CI"):
        pytest.skip("no WebKitGTK with its driver: run `make browsers` as root on Debian")
    assert mini_browser, "`make browsers` installs WebKitGTK"
    with steps.webkit(mini_browser, home) as driver:
        yield driver


def test_a_sample_photo_is_cut_out_brushed_and_saved(driver: steps.Driver, server_url: str, home: Path) -> None:
    steps.open_front_page(driver, server_url)
    steps.choose_sample(driver, "coffee")
    steps.await_cutout(driver)
    steps.erase_across(driver, 40)
    name, cutout = steps.save_png(driver, home)
    assert name == "coffee-cutout.png"
    assert (cutout.mode, cutout.size) == ("RGBA", (600, 400))
    assert steps.refused(driver) == []
    pixels = np.asarray(cutout)
    seen = pixels[..., 3] > 0
    assert not seen[200, 120:480].any(), "the brush erased nothing"
    assert 0.2 < seen.mean() < 0.8
    assert not pixels[~seen].any(), "colour was left under full transparency"


@pytest.mark.timeout(300)
def test_a_photo_is_cut_out_on_the_device_and_the_api_is_never_asked(
    driver: steps.Driver, server_url: str, home: Path
) -> None:
    steps.open_front_page(driver, server_url)
    steps.choose_this_device(driver)
    steps.choose_sample(driver, "coffee")
    steps.await_cutout(driver)
    assert steps.seconds_on_this_device(driver) > 0
    _, cutout = steps.save_png(driver, home)
    assert 0.2 < (np.asarray(cutout)[..., 3] > 0).mean() < 0.8
    assert steps.refused(driver) == []
    asked = steps.addresses_asked(driver)
    assert asked
    assert [address for address in asked if "/v1.0/" in address] == []
