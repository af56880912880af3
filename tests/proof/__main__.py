"""`make prove`: runs every test of the table of promises, and prints how each promise fared, and all figures."""

import subprocess
import sys
import textwrap
from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree

from tests.proof.figures import in_words, read_table
from tests.proof.page import PAGE, make_page
from tests.proof.promises import PROMISES, named_tests
from tests.server import ROOT

REPORT = ROOT / "build" / "prove.xml"
WIDTH = 110

Outcomes = dict[str, set[str]]
"""How the cases of a test ended, by the test's name in the table."""


def run_tests() -> tuple[Outcomes, bool]:
    """Run tests/proof and what else the table names; gives the outcomes, and whether all went well."""
    elsewhere = [f"tests/{test}" for test in named_tests() if not test.startswith("proof/")]
    command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={REPORT}", "tests/proof", *elsewhere]
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    return read_outcomes(REPORT), code == 0


def read_outcomes(report: Path) -> Outcomes:
    """Read a report of pytest's, in JUnit's format; a case without a remark passed."""
    outcomes: Outcomes = defaultdict(set)
    for case in ElementTree.parse(report).iter("testcase"):
        file = case.get("classname", "").removeprefix("tests.").replace(".", "/")
        remarks = {remark.tag for remark in case} & {"failure", "error", "skipped"}
        outcomes[f"{file}.py::{case.get('name', '').partition('[')[0]}"] |= remarks or {"passed"}
    return outcomes


def print_promises(outcomes: Outcomes) -> bool:
    """Print the table; tells whether every promise is proven: all its tests ran and passed, in all their cases."""
    proven = 0
    for promise in PROMISES:
        missing = [test for test in promise.tests if outcomes.get(test) != {"passed"}]
        proven += not missing
        mark = "BROKEN  " if missing else "proven  "
        print(textwrap.fill(promise.sentence, WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark)))
        for test in missing:
            print(f"        {' and '.join(sorted(outcomes.get(test, {'did not run'})))}: {test}")
    print(f"\npromises proven: {proven} of {len(PROMISES)}")
    return proven == len(PROMISES)


def main() -> int:
    """Write the page, run the tests, print the table; gives 0 when all is proven and nothing failed."""
    PAGE.write_text(make_page(), encoding="utf-8")
    outcomes, went_well = run_tests()
    print()
    proven = print_promises(outcomes)
    for line in in_words(read_table()):
        print(textwrap.fill(line, WIDTH, subsequent_indent="  "))
    return 0 if proven and went_well else 1


if __name__ == "__main__":
    sys.exit(main())
