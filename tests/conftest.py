"""What several kinds of tests share: the loaded model, and a client that calls the function as Lambda does."""

from collections.abc import Iterator

import httpx
import pytest

from removebg.matting import IsnetSession
from tests.lambda_transport import LambdaTransport


@pytest.fixture(scope="session")
def session() -> IsnetSession:
    """The real model, loaded once for all tests."""
    return IsnetSession()


@pytest.fixture(scope="session")
def client() -> Iterator[httpx.Client]:
    """A client whose requests reach the very Lambda handler, as events."""
    from removebg.handler import handler

    with httpx.Client(transport=LambdaTransport(handler), base_url="https://api.test", timeout=60) as made:
        yield made
