"""The image that `make image` has built, one environment that the tests share, and the figures that they saw."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.image.__main__ import STORE_VARIABLE
from tests.image.build import BASE, IMAGE
from tests.image.environment import Environment
from tests.image.lookups import Lookups
from tests.image.store import Store

# Without an image there is nothing to test; `make test` runs `make image` for it.
collect_ignore_glob = [] if STORE_VARIABLE in os.environ else ["test_image_*.py"]

FIGURES = pytest.StashKey[dict[str, str]]()


def pytest_configure(config: pytest.Config) -> None:
    """Begin without figures."""
    config.stash[FIGURES] = {}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Tell the figures."""
    for name, figure in config.stash[FIGURES].items():
        terminalreporter.write_line(f"{name}: {figure}")


@pytest.fixture(scope="session")
def figures(pytestconfig: pytest.Config) -> dict[str, str]:
    """What is told at the end, by name."""
    return pytestconfig.stash[FIGURES]


@pytest.fixture(scope="session")
def store() -> Store:
    """Where the image is."""
    return Store(Path(os.environ[STORE_VARIABLE]))


@pytest.fixture(scope="session")
def files(store: Store) -> Path:
    """The image's files."""
    return store.mount(IMAGE)


@pytest.fixture(scope="session")
def task(files: Path) -> Path:
    """The function's folder in the image."""
    return files / "var/task"


@pytest.fixture(scope="session")
def base_files(store: Store) -> Path:
    """The base image's files."""
    return store.mount(BASE)


@pytest.fixture(scope="session")
def lookups() -> Lookups:
    """The names of hosts that are asked for."""
    return Lookups()


@pytest.fixture(scope="session")
def environment(store: Store, lookups: Lookups) -> Iterator[Environment]:
    """One environment, initialised; `lookups` hears it from its start."""
    with Environment(store) as environment:
        yield environment
