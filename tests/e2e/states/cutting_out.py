"""States: on the way from a photo to its cutout, well or not."""

from playwright.sync_api import Locator, Page, Route, expect

from tests.e2e.editor import await_cutout, choose_tab
from tests.e2e.states.pages import open_front_page
from tests.e2e.states.table import state

API = "**/v1.0/removebg"


def choose_sample(page: Page, name: str = "an astronaut") -> None:
    page.get_by_role("button", name=f"Sample: {name}").click()


def cut_out(page: Page) -> None:
    """Bring the page to a finished cutout."""
    open_front_page(page)
    choose_sample(page)
    await_cutout(page)


def open_tool(page: Page, tab: str) -> Locator:
    """Bring the page to a cutout with a tool's tab open; gives its panel."""
    cut_out(page)
    return choose_tab(page, tab)


def answer_error(page: Page, status: int, code: str, **headers: str) -> None:
    """Let the API answer with an error from now on."""

    def answer(route: Route) -> None:
        route.fulfill(status=status, headers=headers, json={"errors": [{"title": code, "code": code}]})

    page.route(API, answer)


def ask_without_an_answer(page: Page) -> None:
    """Bring the page to a request that stays open."""
    page.route(API, lambda _route: None)
    open_front_page(page)
    with page.expect_request(API):
        choose_sample(page)


@state
def waiting_for_the_server(page: Page) -> None:
    ask_without_an_answer(page)
    # Only a wait that gets long is counted in seconds.
    expect(page.locator("#elapsed")).not_to_be_empty(timeout=20_000)


@state
def server_wakes_up(page: Page) -> None:
    answer_error(page, 503, "warming_up", **{"Retry-After": "600"})
    open_front_page(page)
    choose_sample(page)
    expect(page.locator("#status")).to_contain_text("waking up", ignore_case=True)


@state
def cancelled(page: Page) -> None:
    ask_without_an_answer(page)
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator("#status")).to_contain_text("cancel", ignore_case=True)


@state
def failed(page: Page) -> None:
    answer_error(page, 400, "unknown_foreground")
    open_front_page(page)
    choose_sample(page)
    expect(page.get_by_role("alert")).to_be_visible()


@state
def painted_by_hand(page: Page) -> None:
    failed(page)
    page.get_by_role("alert").get_by_role("button").click()
    await_cutout(page)
    expect(page.get_by_role("tab", name="Brush")).to_have_attribute("aria-selected", "true")
