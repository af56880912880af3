"""A process of the function that several proofs look at from outside."""

from collections.abc import Iterator

import pytest

from tests.proof.runtime import Runtime


@pytest.fixture(scope="package")
def runtime(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runtime]:
    """A process that serves, for all tests that only look."""
    with Runtime(tmp_path_factory.mktemp("runtime")) as serving:
        yield serving
