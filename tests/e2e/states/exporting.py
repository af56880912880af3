"""States: the export, from its first look to what is saved, or can't be."""

from playwright.sync_api import Locator, Page, expect

from tests.e2e.editor import export
from tests.e2e.states.cutting_out import cut_out, open_tool
from tests.e2e.states.table import state


def open_export(page: Page, format_name: str) -> Locator:
    """Open the export and choose a format; gives the dialog."""
    page.get_by_role("button", name="Export").click()
    dialog = page.get_by_role("dialog", name="Export")
    dialog.get_by_role("radio", name=format_name).check()
    return dialog


def export_as(page: Page, format_name: str) -> None:
    """Bring the page to an export whose size is known."""
    cut_out(page)
    dialog = open_export(page, format_name)
    expect(dialog.locator("[data-part=bytes]")).to_contain_text("kB", timeout=60_000)


@state
def export_png(page: Page) -> None:
    export_as(page, "PNG")


@state
def export_jpeg(page: Page) -> None:
    export_as(page, "JPEG")


@state
def export_fails(page: Page) -> None:
    panel = open_tool(page, "Place")
    for side, length in (("Width", "17000"), ("Height", "100")):
        panel.get_by_label(side, exact=True).fill(length)
        panel.get_by_label(side, exact=True).press("Tab")
    dialog = open_export(page, "WebP")
    expect(dialog.locator("[data-part=failure]")).not_to_be_empty(timeout=60_000)


@state
def saved(page: Page) -> None:
    cut_out(page)
    export(page)
