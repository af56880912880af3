"""Pictures are read from any usual form of base64 and from uploads, in memory."""

import base64

import pytest
from starlette.formparsers import MultiPartParser

from removebg.errors import FailedToReadImage, FileTooLarge, MissingSource
from removebg.limits import LAMBDA_PAYLOAD_BYTES, MAX_FILE_BYTES
from removebg.pictures import decode_base64, read_image

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


@pytest.mark.parametrize("text", ["a", "ab!c", "é", "====a", None, 5, ["eA=="]])
def test_what_is_no_base64_is_a_typed_error(text: object) -> None:
    with pytest.raises(FailedToReadImage):
        decode_base64(text)


@pytest.mark.parametrize("text", ["data:image/png", "data:image/png;base64,", "===="])
def test_base64_of_nothing_is_no_picture(text: str) -> None:
    with pytest.raises(MissingSource):
        decode_base64(text)


def test_a_file_that_no_event_could_have_brought_is_refused() -> None:
    with pytest.raises(FileTooLarge, match=str(MAX_FILE_BYTES)):
        read_image({"image_file": bytes(MAX_FILE_BYTES + 1)})


def test_uploads_up_to_lambdas_payload_stay_in_memory() -> None:
    assert MultiPartParser.spool_max_size >= LAMBDA_PAYLOAD_BYTES
