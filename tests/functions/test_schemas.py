"""Requests are read from any encoding, in memory."""

import base64

import pytest
from starlette.formparsers import MultiPartParser

from removebg.errors import FailedToReadImage
from removebg.limits import LAMBDA_PAYLOAD_BYTES
from removebg.schemas import decode_base64

BYTES = bytes(range(256))
STANDARD = base64.b64encode(BYTES).decode()


@pytest.mark.parametrize(
    "text",
    [
        STANDARD,
        STANDARD.rstrip("="),
        base64.urlsafe_b64encode(BYTES).decode(),
        base64.encodebytes(BYTES).decode(),
        f"data:image/png;base64,{STANDARD}",
    ],
    ids=["standard", "unpadded", "URL-safe", "wrapped lines", "data address"],
)
def test_every_usual_form_of_base64_is_read(text: str) -> None:
    assert decode_base64(text) == BYTES


@pytest.mark.parametrize("text", ["a", "ab!c", "é", "data:image/png", "====a", None, 5, ["eA=="]])
def test_what_is_no_base64_is_a_typed_error(text: object) -> None:
    with pytest.raises(FailedToReadImage):
        decode_base64(text)


def test_uploads_up_to_lambdas_payload_stay_in_memory() -> None:
    assert MultiPartParser.spool_max_size >= LAMBDA_PAYLOAD_BYTES
