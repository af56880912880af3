"""What a person does on the page, in WebKitGTK, a step at a time."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.support import expected_conditions
from selenium.webdriver.support.wait import WebDriverWait

Driver = webdriver.WebKitGTK

WAIT_SECONDS = 150
"""On the device the model takes tens of seconds on a busy machine."""

PNG_END = b"IEND\xae\x42\x60\x82"
"""A PNG's last bytes: the name of its last chunk, which is empty, and its checksum."""


def find_mini_browser() -> Path | None:
    """Find WebKitGTK's own small browser; without its driver and a screen to draw on it is of no use."""
    if not (shutil.which("WebKitWebDriver") and shutil.which("Xvfb")):
        return None
    return next(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"), None)


@contextmanager
def screen() -> Iterator[str]:
    """Start a screen that nobody sees, on a free number; gives its name."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


@contextmanager
def webkit(mini_browser: Path, home: Path) -> Iterator[Driver]:
    """Start the browser with a home of its own, where it saves, too."""
    with screen() as display:
        environment = {
            **os.environ,
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_DATA_HOME": str(home / ".local"),
            "XDG_CACHE_HOME": str(home / ".cache"),
            "DISPLAY": display,
            "GDK_BACKEND": "x11",
            # Its own sandbox needs rights that a container does not give.
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "NO_AT_BRIDGE": "1",
        }
        options = webdriver.WebKitGTKOptions()
        options.binary_location = str(mini_browser)
        options.add_argument("--automation")
        service = webdriver.WebKitGTKService(executable_path=shutil.which("WebKitWebDriver"), env=environment)
        driver = webdriver.WebKitGTK(options=options, service=service)
        try:
            yield driver
        finally:
            driver.quit()


def open_front_page(driver: Driver, address: str) -> None:
    """Open it; the driver's own wait may end with the page that the browser starts with."""
    driver.get(address)
    loaded = "return location.href !== 'about:blank' && document.readyState === 'complete'"
    WebDriverWait(driver, WAIT_SECONDS).until(lambda page: page.execute_script(loaded))
    listen = "window.refused = []; addEventListener('securitypolicyviolation', (event) => refused.push(event.sample"
    driver.execute_script(f"{listen} || event.blockedURI || event.effectiveDirective))")


def refused(driver: Driver) -> list[str]:
    """Give what the content policy has refused since the page was opened."""
    found: list[str] = driver.execute_script("return window.refused")
    return found


def choose_sample(driver: Driver, photo: str) -> None:
    driver.find_element(By.CSS_SELECTOR, f'[data-photo="samples/{photo}.jpg"]').click()


def choose_this_device(driver: Driver) -> None:
    driver.find_element(By.CSS_SELECTOR, "#engine [value=device]").click()


def seconds_on_this_device(driver: Driver) -> float:
    """Read what the page says that the photo took."""
    text = driver.find_element(By.ID, "engine-seconds").text
    found = re.search(r"\d+(\.\d+)?", text)
    assert found, f"no seconds in {text!r}"
    return float(found[0])


def addresses_asked(driver: Driver) -> list[str]:
    """Give the addresses that the page, not its workers, has asked for."""
    addresses: list[str] = driver.execute_script(
        "return performance.getEntriesByType('resource').map((entry) => entry.name)"
    )
    return addresses


def await_cutout(driver: Driver) -> None:
    await_enabled(driver, "export")


def await_enabled(driver: Driver, element_id: str) -> None:
    WebDriverWait(driver, WAIT_SECONDS).until(expected_conditions.element_to_be_clickable((By.ID, element_id)))


def erase_across(driver: Driver, size_px: int) -> None:
    """Erase a stripe across the picture's middle, with a brush of that size on the screen."""
    driver.find_element(By.ID, "tab-brush").click()
    size = driver.find_element(By.CSS_SELECTOR, "[data-part=brushPx]")
    driver.execute_script(
        "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', { bubbles: true }));",
        size,
        size_px,
    )
    frame = driver.find_element(By.CLASS_NAME, "frame")
    width = frame.rect["width"]
    # Offsets are from the middle.
    actions = ActionChains(driver, duration=20).move_to_element_with_offset(frame, round(-0.4 * width), 0)
    actions.click_and_hold()
    for _ in range(10):
        actions.move_by_offset(round(0.08 * width), 0)
    actions.release().perform()
    await_enabled(driver, "undo")


def save_png(driver: Driver, home: Path) -> tuple[str, Image.Image]:
    """Export the picture; gives the file's name and the picture."""
    driver.find_element(By.ID, "export").click()
    save = expected_conditions.element_to_be_clickable((By.CSS_SELECTOR, "#export-dialog [data-part=save]"))
    WebDriverWait(driver, WAIT_SECONDS).until(save).click()
    path = await_png(home)
    with Image.open(path) as image:
        image.load()
        return path.name, image


def await_png(folder: Path) -> Path:
    """Wait for the first PNG that is whole: a file has its name before it has its bytes."""
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end:
        whole = [path for path in folder.glob("*.png") if path.read_bytes().endswith(PNG_END)]
        if whole:
            return whole[0]
        time.sleep(0.1)
    raise TimeoutError(f"nothing was saved: {sorted(folder.iterdir())}")
