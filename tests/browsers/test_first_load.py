"""The page comes quickly: little is loaded before anybody has done anything."""

from playwright.sync_api import Page

from tests.browsers.first_load import measure

MOST_BYTES = 150_000
ONLY_ICONS = {"/vendor/icons.svg"}


def test_the_first_load_is_under_150_kb_and_fetches_no_decoder_or_engine(page: Page, base_url: str) -> None:
    transfers = measure(page, base_url)
    assert {"/", "/js/main.js"} <= {transfer.path for transfer in transfers}
    total = sum(transfer.size_bytes for transfer in transfers)
    assert total < MOST_BYTES, transfers[:10]
    vendored = {transfer.path for transfer in transfers if transfer.path.startswith("/vendor/")}
    assert vendored <= ONLY_ICONS
