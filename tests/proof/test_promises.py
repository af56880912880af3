"""The table, the privacy page, the published page and the tests say the same."""

import subprocess
import sys

from tests.proof.page import PAGE, make_page
from tests.proof.privacy_page import sentences
from tests.proof.promises import PROMISES, UNTESTABLE, named_tests
from tests.server import ROOT, environment


def test_every_sentence_of_the_privacy_page_is_in_the_table_and_the_other_way_round() -> None:
    told = [promise.sentence for promise in PROMISES] + list(UNTESTABLE)
    assert sorted(told) == sorted(sentences())


def test_each_promise_has_tests_and_says_how_they_try_it() -> None:
    for promise in PROMISES:
        assert promise.tests, promise.sentence
        assert promise.how.endswith("."), promise.sentence


def test_each_test_of_the_table_exists() -> None:
    names = [f"tests/{test}" for test in named_tests()]
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", *names]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    collected = {line.partition("[")[0] for line in done.stdout.splitlines() if "::" in line}
    assert collected == set(names)


def test_the_published_page_is_what_the_table_makes() -> None:
    assert PAGE.read_text(encoding="utf-8") == make_page(), "run make prove, which writes it"


def test_the_privacy_page_leads_to_it() -> None:
    assert 'href="proof.html"' in (ROOT / "static_site" / "privacy.html").read_text(encoding="utf-8")
