"""States: the export, from its first look to what is saved, or can't be."""

from playwright.sync_api import Locator, Page, expect

from tests.e2e.editor import choose_tab, export
from tests.e2e.states.cutting_out import cut_out
from tests.e2e.states.table import state


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
def export_fails(page: Page) -> None:
    cut_out(page)
    panel = choose_tab(page, "Place")
    for side, length in (("Width", "17000"), ("Height", "100")):
        panel.get_by_label(side, exact=True).fill(length)
        panel.get_by_label(side, exact=True).press("Tab")
    page.get_by_role("button", name="Export").click()
    dialog = page.get_by_role("dialog", name="Export")
    dialog.get_by_role("radio", name="WebP").check()
    expect(dialog.locator("[data-part=failure]")).not_to_be_empty(timeout=60_000)


@state
def saved(page: Page) -> None:
    cut_out(page)
    export(page)
