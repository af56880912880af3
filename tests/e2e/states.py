"""Every page, and every state that the tool can be in: a function for each that brings a new page there.

They are what is checked for accessibility and photographed; a new state needs a function here, and no more.
"""

from collections.abc import Callable
from typing import Literal

from playwright.sync_api import Locator, Page, Route, expect

from tests.e2e.conftest import ROOT
from tests.e2e.editor import await_cutout, choose_tab, export, on_picture, stroke

PAGES = ("/", "/about.html", "/api.html", "/privacy.html", "/404.html")

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

Reach = Callable[[Page], None]

STATES: dict[str, Reach] = {}
"""From a state's name to the function that reaches it, in the order of this file."""

API = "**/v1.0/removebg"


def state(reach: Reach) -> Reach:
    """Put a function into the table, under its own name."""
    STATES[reach.__name__] = reach
    return reach


def open_front_page(page: Page) -> None:
    page.goto("/")


def choose_sample(page: Page, name: str = "an astronaut") -> None:
    page.get_by_role("button", name=f"Sample: {name}").click()


def cut_out(page: Page) -> None:
    """Bring the page to a finished cutout."""
    open_front_page(page)
    choose_sample(page)
    await_cutout(page)


def answer_error(page: Page, status: int, code: str, **headers: str) -> None:
    """Let the API answer with an error from now on."""

    def answer(route: Route) -> None:
        route.fulfill(status=status, headers=headers, json={"errors": [{"title": code, "code": code}]})

    page.route(API, answer)


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
def missing_page(page: Page) -> None:
    page.goto("/404.html")


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


@state
def waiting_for_the_server(page: Page) -> None:
    page.route(API, lambda _route: None)
    open_front_page(page)
    with page.expect_request(API):
        choose_sample(page)
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
    page.route(API, lambda _route: None)
    open_front_page(page)
    with page.expect_request(API):
        choose_sample(page)
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator("#status")).to_contain_text("cancel", ignore_case=True)


@state
def failed(page: Page) -> None:
    answer_error(page, 400, "unknown_foreground")
    open_front_page(page)
    choose_sample(page)
    expect(page.get_by_role("alert")).to_be_visible()


@state
def compare(page: Page) -> None:
    cut_out(page)


@state
def original_held(page: Page) -> None:
    cut_out(page)
    page.keyboard.down("o")


@state
def zoomed_in(page: Page) -> None:
    cut_out(page)
    for _ in range(3):
        page.keyboard.press("+")


def brush(page: Page) -> Locator:
    """Bring the page to a first stroke of the brush; gives its panel."""
    cut_out(page)
    panel = choose_tab(page, "Brush")
    stroke(page, ((0.3, 0.4), (0.5, 0.45), (0.7, 0.4)))
    return panel


@state
def brush_erases(page: Page) -> None:
    brush(page)


@state
def brush_restores_with_magic(page: Page) -> None:
    panel = brush(page)
    panel.get_by_role("radio", name="Restore").check()
    panel.get_by_role("checkbox", name="Magic").check()
    panel.get_by_role("checkbox", name="show what was removed").check()
    # The brush's own outline follows the pointer.
    page.mouse.move(*on_picture(page, (0.4, 0.4)))


@state
def undone(page: Page) -> None:
    brush(page)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#status")).to_contain_text("Undone")


@state
def parts(page: Page) -> None:
    cut_out(page)
    choose_tab(page, "Parts")


@state
def edges(page: Page) -> None:
    cut_out(page)
    choose_tab(page, "Edges").get_by_role("button", name="Shrink").click()
    expect(page.get_by_role("button", name="Undo")).to_be_enabled(timeout=60_000)


@state
def place(page: Page) -> None:
    cut_out(page)
    choose_tab(page, "Place")


@state
def place_with_a_preset(page: Page) -> None:
    cut_out(page)
    panel = choose_tab(page, "Place")
    panel.get_by_label("Preset").select_option(index=1)
    panel.get_by_role("button", name="Use this preset").click()


def background(page: Page, kind: str) -> Locator:
    """Bring the page to a cutout on a background; gives the panel."""
    cut_out(page)
    panel = choose_tab(page, "Back")
    panel.get_by_role("radio", name=kind).check()
    return panel


@state
def background_none(page: Page) -> None:
    background(page, "None")


@state
def background_colour(page: Page) -> None:
    background(page, "Colour").get_by_role("button", name="Sage").click()


@state
def background_eyedropper(page: Page) -> None:
    background(page, "Colour").get_by_role("button", name="Pick from the photo").click()


@state
def background_gradient(page: Page) -> None:
    background(page, "Gradient")


@state
def background_picture(page: Page) -> None:
    cut_out(page)
    panel = choose_tab(page, "Back")
    with page.expect_file_chooser() as chooser:
        panel.get_by_role("radio", name="Picture").click()
    chooser.value.set_files(ROOT / "static_site" / "samples" / "coffee.jpg")
    expect(panel.get_by_role("button", name="Choose another picture")).to_be_visible(timeout=60_000)


@state
def background_blur(page: Page) -> None:
    background(page, "Blur")
    await_cutout(page)


@state
def shadow(page: Page) -> None:
    cut_out(page)
    choose_tab(page, "Shadow").get_by_role("checkbox", name="Drop shadow").check()


def open_export(page: Page, format_name: str) -> Locator:
    """Open the export of a cutout, and wait until the file's size is known; gives the dialog."""
    cut_out(page)
    page.get_by_role("button", name="Export").click()
    dialog = page.get_by_role("dialog", name="Export")
    dialog.get_by_role("radio", name=format_name).check()
    expect(dialog.locator("[data-part=bytes]")).to_contain_text("kB", timeout=60_000)
    return dialog


@state
def export_png(page: Page) -> None:
    open_export(page, "PNG")


@state
def export_jpeg(page: Page) -> None:
    open_export(page, "JPEG")


@state
def saved(page: Page) -> None:
    cut_out(page)
    export(page)


@state
def shortcuts(page: Page) -> None:
    cut_out(page)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()


@state
def edits_would_be_lost(page: Page) -> None:
    brush(page)
    page.locator("#photo-file").set_input_files(ROOT / "static_site" / "samples" / "coffee.jpg")
    expect(page.get_by_role("dialog", name="Leave these edits")).to_be_visible()


@state
def painted_by_hand(page: Page) -> None:
    failed(page)
    page.get_by_role("alert").get_by_role("button").click()
    expect(page.get_by_role("tab", name="Brush")).to_be_visible(timeout=60_000)
