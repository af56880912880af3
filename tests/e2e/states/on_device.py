"""States: the model on this device, from its choice to a failure."""

from playwright.sync_api import Page, expect

from tests.e2e.states.cutting_out import choose_sample
from tests.e2e.states.pages import open_front_page
from tests.e2e.states.table import state

MODEL = "**/*.onnx"


@state
def device_chosen(page: Page) -> None:
    open_front_page(page)
    page.get_by_role("radio", name="On this device").check()


@state
def model_comes(page: Page) -> None:
    page.route(MODEL, lambda _route: None)
    device_chosen(page)
    choose_sample(page)
    expect(page.locator("#status")).to_contain_text("model", ignore_case=True)


@state
def model_did_not_come(page: Page) -> None:
    page.route(MODEL, lambda route: route.abort())
    device_chosen(page)
    choose_sample(page)
    expect(page.get_by_role("alert")).to_be_visible(timeout=60_000)


@state
def device_has_too_little_memory(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'deviceMemory', { value: 1 })")
    open_front_page(page)
    expect(page.get_by_role("radio", name="On this device")).to_be_disabled()
