"""The table of promises on the page 'How we prove it', static_site/proof.html; as a command, writes it there.

The page is written by hand but for its two lists, which this makes anew in their places.
"""

import re
from collections.abc import Iterable
from html import escape

from tests.proof.promises import PROMISES, UNTESTABLE, Promise
from tests.server import ROOT

PAGE = ROOT / "static_site" / "proof.html"


def make_page() -> str:
    """Give the page with both lists as the table has them."""
    page = PAGE.read_text(encoding="utf-8")
    page = with_list(page, "promises", map(entry, PROMISES))
    others = (f"      <li>{escape(said, quote=False)} <i>{why}</i></li>" for said, why in UNTESTABLE.items())
    return with_list(page, "others", others)


def with_list(page: str, name: str, items: Iterable[str]) -> str:
    """Replace the items of the list that has this id."""
    inside = re.compile(rf'(?<=<(?P<tag>[ou])l id="{name}">\n).*?(?=^    </(?P=tag)l>)', re.DOTALL | re.MULTILINE)
    changed, found = inside.subn(lambda _: "".join(f"{item}\n" for item in items), page)
    assert found == 1, f"{PAGE.name} has {found} lists named {name}"
    return changed


def entry(promise: Promise) -> str:
    """Write one promise."""
    tests = "\n".join(f"          <li><code>tests/{escape(test)}</code></li>" for test in promise.tests)
    return f"""      <li>
        <p><q>{escape(promise.sentence, quote=False)}</q></p>
        <p>{escape(promise.how, quote=False)}</p>
        <ul>
{tests}
        </ul>
      </li>"""


if __name__ == "__main__":
    PAGE.write_text(make_page(), encoding="utf-8")
