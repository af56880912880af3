"""The promise: no accounts. Who asks, and with which key or cookie, changes nothing."""

import httpx

from tests.photos import encoded, photo


def test_a_key_a_cookie_or_none_get_the_same_answer(client: httpx.Client) -> None:
    files = {"image_file": encoded(photo("coffee"))}
    callers: tuple[dict[str, str], ...] = (
        {},
        {"X-Api-Key": "one"},
        {"Authorization": "Bearer two"},
        {"Cookie": "id=three"},
    )
    answers = [
        client.post("/v1.0/removebg", files=files, headers={"Accept": "image/png", **headers}) for headers in callers
    ]
    assert [answer.status_code for answer in answers] == [200] * len(callers)
    assert len({answer.content for answer in answers}) == 1
    assert not any("set-cookie" in answer.headers for answer in answers)
