"""What several kinds of tests share: the loaded model, a client that calls the function as Lambda does, a server."""

from collections.abc import Iterator

import httpx
import pytest

from removebg.matting import IsnetSession
from tests.lambda_transport import LambdaTransport
from tests.server import serve_locally


@pytest.fixture(scope="session")
def session() -> IsnetSession:
    """The real model, loaded once for all tests."""
    return IsnetSession()


@pytest.fixture(scope="session")
def client() -> Iterator[httpx.Client]:
    """A client whose requests reach the very Lambda handler, as events."""
    with httpx.Client(transport=LambdaTransport(), base_url="https://api.test", timeout=60) as made:
        yield made


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    """The address of a local server of our own: site and function, over HTTP."""
    with serve_locally() as address:
        yield address
