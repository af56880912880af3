"""Scripts of any site may call the API and read its answers: successes, errors, and those of the gateway."""

from typing import Any

import httpx
import pytest

from tests.infra.assembly import Template
from tests.photos import encoded, photo

ELSEWHERE = {"Origin": "https://shop.example"}
CORS_HEADERS = ("Access-Control-Allow-Origin", "Access-Control-Expose-Headers")


def cors_headers(answer: httpx.Response) -> dict[str, str]:
    """The headers that a browser looks at before it shows an answer to a script of another site."""
    return {name: answer.headers[name] for name in CORS_HEADERS if name in answer.headers}


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({"method": "POST", "url": "/v1.0/removebg", "files": {"image_file": encoded(photo("coffee"))}}, 200),
        ({"method": "POST", "url": "/v1.0/removebg", "json": {"size": "none"}}, 400),
        ({"method": "GET", "url": "/v1.0/removebg"}, 405),
        ({"method": "GET", "url": "/v1.0/nowhere"}, 404),
        ({"method": "GET", "url": "/v1.0/health"}, 200),
    ],
    ids=lambda value: str(value) if isinstance(value, int) else f"{value['method']}-{value['url']}",
)
def test_the_functions_answers_have_the_gateways_headers(
    client: httpx.Client, template: Template, request_: dict[str, Any], status: int
) -> None:
    answer = client.request(**request_, headers=ELSEWHERE)
    assert answer.status_code == status
    for of_gateway in template.all("ApiGateway::GatewayResponse").values():
        headers = of_gateway["ResponseParameters"]
        told = {name: headers[f"gatewayresponse.header.{name}"].strip("'") for name in CORS_HEADERS}
        assert cors_headers(answer) == told


@pytest.mark.parametrize("path", ["/v1.0/removebg", "/v1.0/openapi.json"])
def test_a_browser_that_asks_first_is_told_that_it_may(client: httpx.Client, path: str) -> None:
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type,x-api-key"}
    answer = client.options(path, headers={**ELSEWHERE, **asked})
    assert (answer.status_code, answer.content) == (204, b"")
    assert cors_headers(answer)["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Access-Control-Allow-Methods"] == "GET, POST"
    assert answer.headers["Access-Control-Allow-Headers"] == "*, Authorization"


def test_nobody_is_let_in_with_cookies(client: httpx.Client) -> None:
    assert "Access-Control-Allow-Credentials" not in client.get("/v1.0/health", headers=ELSEWHERE).headers


def test_options_without_a_browser_behind_it_is_no_method_of_ours(client: httpx.Client) -> None:
    assert client.options("/v1.0/removebg").status_code == 405
