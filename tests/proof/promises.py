"""The table of promises, read from promises.toml."""

import tomllib
from pathlib import Path
from typing import NamedTuple

TABLE = tomllib.loads(Path(__file__).with_name("promises.toml").read_text(encoding="utf-8"))


class Promise(NamedTuple):
    """A sentence of the privacy page, word by word, how it is tried, and the tests that fail if it is untrue."""

    sentence: str
    how: str
    tests: list[str]


PROMISES = [Promise(**row) for row in TABLE["promise"]]

UNTESTABLE: dict[str, str] = {row["sentence"]: row["why"] for row in TABLE["untestable"]}
"""The page's other sentences, and why no test can tell whether they are true."""


def named_tests() -> list[str]:
    """Give the tests of the whole table, each once."""
    return sorted({test for promise in PROMISES for test in promise.tests})
