"""static_site/api.html as its tests see it: its examples, its tables, its words."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from tests.server import ROOT

PAGE = ROOT / "static_site" / "api.html"


@dataclass
class Example:
    """What stands in one <pre>: its language, and its text as a reader would copy it."""

    language: str
    text: str = ""


@dataclass
class ApiPage(HTMLParser):
    """The page: its examples in order, the cells of its tables' rows by the table's id, and all its words."""

    path: Path = PAGE
    examples: list[Example] = field(default_factory=list)
    tables: dict[str, list[list[str]]] = field(default_factory=dict)
    words: str = ""

    def __post_init__(self) -> None:
        """Read the page."""
        super().__init__()
        self._open: list[str] = []
        self._table = ""
        self.feed(self.path.read_text())
        self.words = " ".join(self.words.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an example, a table, a row or a cell."""
        attributes = dict(attrs)
        if tag == "code" and "pre" in self._open:
            self.examples.append(Example(attributes["data-language"] or ""))
        if tag == "table":
            self._table = attributes["id"] or ""
            self.tables[self._table] = []
        if tag == "tr" and "tbody" in self._open:
            self.tables[self._table].append([])
        if tag in ("th", "td") and "tbody" in self._open:
            self.tables[self._table][-1].append("")
        if tag not in ("meta", "link", "img", "br", "wbr"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """End what was begun."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep text where it stands."""
        self.words += data
        if "pre" in self._open:
            self.examples[-1].text += data
        if "tbody" in self._open and ("td" in self._open or "th" in self._open):
            self.tables[self._table][-1][-1] += data
