"""What the gateway before the function answers by itself: told in the description, made so by the infrastructure."""

import json
from pathlib import Path
from typing import NamedTuple


class GatewayAnswer(NamedTuple):
    """One kind of failure that the function never sees.

    Parameters
    ----------
    kind : API Gateway's name of it
    status : of the answer
    code : as in errors.py
    title : as in errors.py
    retry : whether the answer says when to come back
    """

    kind: str
    status: int
    code: str
    title: str
    retry: bool = False


# A file, as the infrastructure reads it too, and imports nothing of the function.
GATEWAY_ANSWERS = [
    GatewayAnswer(**answer)
    for answer in json.loads(Path(__file__).with_name("gateway_answers.json").read_text(encoding="utf-8"))
]
