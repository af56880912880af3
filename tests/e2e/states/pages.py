"""States: each page as it is when it is opened."""

from playwright.sync_api import Page

from tests.e2e.states.table import state

PAGES = ("/", "/about.html", "/api.html", "/privacy.html", "/proof.html", "/404.html")


@state
def about_page(page: Page) -> None:
    page.goto("/about.html")


@state
def api_page(page: Page) -> None:
    page.goto("/api.html")


@state
def privacy_page(page: Page) -> None:
    page.goto("/privacy.html")


@state
def proof_page(page: Page) -> None:
    page.goto("/proof.html")


@state
def missing_page(page: Page) -> None:
    page.goto("/404.html")


def open_front_page(page: Page) -> None:
    page.goto("/")


@state
def empty(page: Page) -> None:
    open_front_page(page)


@state
def files_hover(page: Page) -> None:
    open_front_page(page)
    data = page.evaluate_handle(
        "() => { const data = new DataTransfer(); data.items.add(new File(['x'], 'x.png')); return data; }"
    )
    page.dispatch_event("body", "dragenter", {"dataTransfer": data})
