"""The table of promises as the page 'How we prove it', static_site/proof.html; as a command, writes it."""

from html import escape
from pathlib import Path
from string import Template

from tests.proof.promises import PROMISES, UNTESTABLE, Promise
from tests.server import ROOT

PAGE = ROOT / "static_site" / "proof.html"
TEMPLATE = Path(__file__).with_name("page.html")


def make_page() -> str:
    """Write the table as HTML."""
    others = (f"      <li>{escape(said, quote=False)} <i>{why}</i></li>" for said, why in UNTESTABLE.items())
    template = Template(TEMPLATE.read_text(encoding="utf-8"))
    return template.substitute(promises="\n".join(map(entry, PROMISES)), others="\n".join(others))


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
