"""The sentences of the privacy page, as a reader sees them."""

import re
from html.parser import HTMLParser

from tests.server import ROOT

PAGE = ROOT / "static_site" / "privacy.html"


class Paragraphs(HTMLParser):
    """Collects the text of the page's main part, paragraph by paragraph."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._in_main = self._in_block = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a paragraph."""
        self._in_main = self._in_main or tag == "main"
        if self._in_main and tag == "p":
            self._in_block = True
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        """End one."""
        self._in_main = self._in_main and tag != "main"
        if tag == "p":
            self._in_block = False

    def handle_data(self, data: str) -> None:
        """Add words."""
        if self._in_block:
            self.texts[-1] += data


def sentences() -> list[str]:
    """Give every sentence of the page, with single blanks between its words; headings and dates are none."""
    collected = Paragraphs()
    collected.feed(PAGE.read_text(encoding="utf-8"))
    paragraphs = [" ".join(text.split()) for text in collected.texts]
    parts = [part for text in paragraphs for part in re.split(r"(?<=\.) (?=[A-Z])", text)]
    return [part for part in parts if part.endswith(".")]
