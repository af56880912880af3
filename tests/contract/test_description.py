"""schemathesis asks whatever our OpenAPI description allows, and what it forbids: the answers are as it says."""

import base64
from collections import Counter
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi import checks

from removebg.app import create_app
from removebg.body import JSON, MULTIPART, URL_ENCODED
from removebg.encode import MEDIA_TYPES as MEDIA_TYPES_OF_CUTOUTS
from removebg.errors import FixShotsError
from removebg.matting import IsnetSession
from removebg.openapi import describe
from removebg.schemas import Options
from tests.contract.conftest import URL
from tests.contract.valid_options import fields, valid_options
from tests.photos import encoded, photo
from tests.server import serve_app

MEDIA_TYPES = (JSON, MULTIPART, URL_ENCODED)

CONFORMANCE = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]

SIZE = (60, 40)
PICTURE = encoded(photo("coffee").resize(SIZE))


def repeatable(examples: int) -> settings:
    """Bound the number of examples, and make them the same in every run."""
    return settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


def removebg(media_type: str) -> APIOperation[Any, Any, Any, Any]:
    """Give the operation, as if it took only one of its media types."""
    description = describe()
    content = description["paths"][URL]["post"]["requestBody"]["content"]
    for other in set(content) - {media_type}:
        del content[other]
    return schemathesis.openapi.from_dict(description)[URL]["POST"]


class RoundSubject(IsnetSession):
    """A model that takes no time: it sees a round subject in the middle of whatever it is shown."""

    def __init__(self) -> None: ...

    def matte(self, image: Image.Image, region: tuple[float, float, float, float] | None = None) -> Image.Image:
        """Give the matte."""
        falling = Image.radial_gradient("L").resize((1024, 1024))
        return falling.point(lambda distance: max(0, min(255, (110 - distance) * 8)))


@pytest.fixture(scope="module")
def quick_url() -> Iterator[str]:
    """The address of our app with a model that takes no time, and sees a subject in everything."""
    with serve_app(create_app(RoundSubject())) as address:
        yield address


def test_the_served_description_is_the_one_that_is_tried_here(api: httpx.Client) -> None:
    assert api.get("/v1.0/openapi.json").json() == describe()


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=lambda mode: mode.value)
@pytest.mark.parametrize("media_type", MEDIA_TYPES)
def test_whatever_is_posted_the_answer_is_as_described(quick_url: str, media_type: str, mode: GenerationMode) -> None:
    asked = Counter[int]()

    @given(case=removebg(media_type).as_strategy(mode))
    @repeatable(120)
    def ask(case: Case[Any]) -> None:
        answer = case.call(base_url=quick_url, timeout=60)
        asked[answer.status_code] += 1
        case.validate_response(answer, checks=CONFORMANCE)

    ask()
    assert asked.total() >= 100
    # Not all that the description forbids is refused: an empty field is as good as an absent one.
    assert mode is GenerationMode.POSITIVE or asked[400] > asked.total() / 2


@pytest.mark.parametrize("path", ["/v1.0/health", "/v1.0/account", "/v1.0/openapi.json"])
def test_what_can_be_got_is_as_described(server_url: str, path: str) -> None:
    @given(case=schemathesis.openapi.from_dict(describe())[path]["GET"].as_strategy())
    @repeatable(3)
    def ask(case: Case[Any]) -> None:
        case.validate_response(
            case.call(base_url=server_url, timeout=60), checks=[*CONFORMANCE, checks.positive_data_acceptance]
        )

    ask()


def test_every_option_has_a_strategy_of_valid_values() -> None:
    assert set(fields(*SIZE)) == set(Options.model_fields)


@pytest.mark.parametrize("media_type", MEDIA_TYPES)
def test_every_combination_of_valid_options_is_answered_with_a_cutout(quick_url: str, media_type: str) -> None:
    operation = removebg(media_type)
    source: dict[str, Any] = (
        {"image_file": PICTURE} if media_type == MULTIPART else {"image_file_b64": base64.b64encode(PICTURE).decode()}
    )
    answered = Counter[str]()

    @given(options=valid_options(*SIZE), accept=st.sampled_from([JSON, "image/*"]))
    @repeatable(150)
    def ask(options: dict[str, str], accept: str) -> None:
        case = operation.Case(body={**options, **source}, media_type=media_type, headers={"Accept": accept})
        answer = case.call(base_url=quick_url, timeout=60)
        case.validate_response(answer, checks=[*CONFORMANCE, checks.positive_data_acceptance])
        assert answer.status_code == 200, answer.text
        answered[answer.headers["content-type"][0]] += 1

    ask()
    assert set(answered) == {JSON, *MEDIA_TYPES_OF_CUTOUTS.values()}


def test_every_error_is_described_with_its_own_status() -> None:
    operation = describe()["paths"][URL]["post"]["responses"]
    for error in FixShotsError.__subclasses__():
        if error.code not in ("not_found", "method_not_allowed"):
            assert f"`{error.code}`: {error.title}" in operation[str(error.status)]["description"]
    codes = describe()["components"]["schemas"]["Errors"]["properties"]["errors"]["items"]["properties"]["code"]["enum"]
    own = [error.code for error in FixShotsError.__subclasses__()]
    # After them those of the gateway: tests/infra/test_gateway_answers.py.
    assert codes[: len(own)] == own
