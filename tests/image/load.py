"""`make load-image`: the image is built, run as Lambda runs it, and put under the load of tests/proof/load.py."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from infra.local import LocalLambda, create_server
from infra.rest_proxy import LambdaAnswer
from tests.image.__main__ import build
from tests.image.environment import Environment, answer_of
from tests.image.store import Store
from tests.image.tools import provide
from tests.proof.load import main
from tests.server import serve_app


@contextmanager
def image_server() -> Iterator[tuple[str, int]]:
    """Build the image, start one environment, and put the local gateway before it."""
    provide()
    with Store(Path(tempfile.mkdtemp(prefix="fix-shots-image-"))) as store:
        build(store)
        with Environment(store) as environment:

            def handler(event: dict[str, Any], _context: None) -> LambdaAnswer:
                return cast(LambdaAnswer, answer_of(environment.invoke(event)))

            with serve_app(create_server(LocalLambda(lambda: handler))) as address:
                yield address, environment.pid


if __name__ == "__main__":
    sys.exit(main(image_server, "load on the image"))
