"""The promise: no image data is written to disk. Every file that the function touches is recorded by the kernel."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.proof.marked import MARK, Event, as_multipart, kinds_of_request, marked_png
from tests.proof.runtime import Answer, Runtime
from tests.proof.system_calls import changes_of, recording
from tests.proof.wrong_requests import wrong_requests

REFINED = "JSON, refined"

CACHE = r"[^\"]*/pymatting/\w+/__pycache__(/[^\"]*\.nb[ic][^\"]*)?"
LOCK = r"/dev/shm/(sem\.[\w-]+|__KMP_REGISTERED_LIB_\w+)"
NUMBA = re.compile(f'"({CACHE}|{LOCK})"')
"""The one exception, for refined mattes: the folder of the code that numba has compiled, which on Lambda is copied to
/tmp before its first use, and its threads' locks, where there is shared memory. No byte of a request is in them."""


class Recorded:
    """A process that is watched.

    Parameters
    ----------
    folder : for the record
    """

    def __init__(self, folder: Path) -> None:
        self._record = folder / "calls.txt"
        self.runtime = Runtime(folder, recording(self._record), {"PYTHONDONTWRITEBYTECODE": "1"})

    def invoke(self, event: Event, change: dict[str, Any] | None = None) -> tuple[Answer | None, list[str]]:
        """Hand it an event; gives the answer, and all calls meanwhile that could have changed a file."""
        before = len(changes_of(self._record))
        answer = self.runtime.invoke(event, change)
        return answer, changes_of(self._record)[before:]


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Recorded]:
    """One watched process for all requests."""
    watched = Recorded(tmp_path_factory.mktemp("recorded"))
    with watched.runtime:
        yield watched


def status_of(answer: Answer | None) -> int:
    """Give an answer's status."""
    assert answer is not None
    status: int = answer["statusCode"]
    return status


@pytest.mark.parametrize("kind", [kind for kind in kinds_of_request() if kind != REFINED])
def test_a_request_opens_no_file_for_writing(recorded: Recorded, kind: str) -> None:
    answer, changes = recorded.invoke(kinds_of_request()[kind])
    assert status_of(answer) == 200
    assert changes == []


def test_a_refined_matte_writes_numbas_compiled_code_at_most(recorded: Recorded) -> None:
    answer, changes = recorded.invoke(kinds_of_request()[REFINED])
    assert status_of(answer) == 200
    assert [call for call in changes if not NUMBA.search(call)] == []


def test_nor_does_a_request_that_fails_or_crashes(recorded: Recorded) -> None:
    for code in ("failed_to_read_image", "file_too_large", "invalid_size", "malformed_body", "internal_error"):
        assert recorded.invoke(wrong_requests()[code])[1] == [], code
    crash = {"where": "removebg.app.find_matte", "kind": "RuntimeError", "text": MARK}
    answer, changes = recorded.invoke(as_multipart({"image_file": marked_png()}), crash)
    assert status_of(answer) == 500
    assert changes == []


def test_the_largest_upload_stays_in_memory(recorded: Recorded) -> None:
    padded = marked_png().ljust(4_600_000, b"\0")
    answer, changes = recorded.invoke(as_multipart({"image_file": padded}, channels="alpha"))
    assert status_of(answer) == 200
    assert changes == []


def test_the_record_shows_an_upload_that_starlette_spills_to_the_disk(recorded: Recorded) -> None:
    spill = {"where": "starlette.formparsers.MultiPartParser.spool_max_size", "value": 1024}
    answer, changes = recorded.invoke(as_multipart({"image_file": marked_png()}, channels="alpha"), spill)
    assert status_of(answer) == 200
    assert any(re.search(r"O_TMPFILE|O_CREAT", call) for call in changes)
