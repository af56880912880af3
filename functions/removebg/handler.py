"""The Lambda entry: Mangum around the app. The only file that knows of AWS events."""

import json
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from typing import Any

from mangum import Mangum
from mangum.types import LambdaContext

from removebg.errors import InternalError
from removebg.forget import collect_garbage, overwrite_freed_memory, set_startup_aside
from removebg.matting import IsnetSession
from removebg.request_log import Figures, log_failure, silence_libraries

silence_libraries()

with ThreadPoolExecutor(max_workers=1) as pool:
    # The model is loaded and warmed while Python imports the rest: a cold start is a fifth shorter.
    session = pool.submit(IsnetSession)

    from removebg.app import create_app
    from removebg.responses import EVERY_ANSWER

    adapter = Mangum(create_app(session.result()), lifespan="off")

overwrite_freed_memory()
set_startup_aside()


def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answer one event, and leave nothing of it in memory."""
    answer = adapt(event, context)
    if answer["statusCode"] >= HTTPStatus.BAD_REQUEST:
        collect_garbage()
    return answer


def adapt(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answer one event, whatever it is.

    An exception must not get out: Lambda's runtime would log its text, and with an event that Mangum can't read that is
    a word of the caller's, such as a port that is no number.
    """
    try:
        return adapter(event, context)
    except Exception as error:
        told = InternalError()
        log_failure(Figures(), told, error)
        every_answer = {name.decode(): value.decode() for name, value in EVERY_ANSWER}
        return {
            "statusCode": told.status,
            "headers": {"content-type": "application/json", **every_answer},
            "multiValueHeaders": {},
            "body": json.dumps(told.as_json()),
            "isBase64Encoded": False,
        }
