"""Bodies that no honest client sends, in all three encodings: each gets a typed refusal or a cutout, never a 5xx."""

import base64

import httpx
import pytest

from removebg.body import JSON, MULTIPART, URL_ENCODED
from tests.contract.conftest import URL
from tests.photos import encoded, photo

PICTURE = base64.b64encode(encoded(photo("coffee").resize((60, 40))))


def json_with(member: bytes) -> tuple[str, bytes]:
    """Give a JSON body with the picture and one more member."""
    return JSON, b'{"image_file_b64": "%s", %s}' % (PICTURE, member)


def part(head: bytes, value: bytes, parameters: str = "boundary=a") -> tuple[str, bytes]:
    """Give a multipart body of one part."""
    return f"{MULTIPART}; {parameters}", b"--a\r\n%s\r\n\r\n%s\r\n--a--" % (head, value)


FORM_DATA = b"Content-Disposition: form-data; "

BODIES = {
    "lone surrogate as a name": json_with(rb'"\ud800": 1'),
    "lone surrogate as a size": json_with(rb'"size": "\ud800"'),
    "lone surrogate as a colour": json_with(rb'"bg_color": "\ud800"'),
    "lone surrogate as a type": json_with(rb'"type": "\ud800"'),
    "lone surrogate as a picture": (JSON, rb'{"image_file_b64": "\ud800"}'),
    "not a number": json_with(b'"shadow_opacity": NaN'),
    "infinity": json_with(b'"scale": 1e400'),
    "number of 4,000 digits": json_with(b'"shadow_opacity": ' + b"9" * 4000),
    "number of 5,000 digits": json_with(b'"scale": ' + b"9" * 5000),
    "other digits": json_with(rb'"scale": "\u0665\u0660%"'),
    "letters that fold": json_with(rb'"bg_color": "\u017f\u017f\u017f"'),
    "long text": json_with(b'"roi": "' + b"1px " * 100_000 + b'"'),
    "list as a background": json_with(b'"bg_image_file": [1]'),
    "UTF-16": (JSON, '{"size": "é"}'.encode("utf-16")),
    "no boundary": (MULTIPART, b"--a--"),
    "empty boundary": (f"{MULTIPART}; boundary=", b"----"),
    "unknown charset": part(FORM_DATA + b'name="size"', b"\xff", "boundary=a; charset=klingon"),
    "part without a name": part(FORM_DATA, b"x"),
    "part without a head": part(b"", b"x"),
    "part that never ends": (
        f"{MULTIPART}; boundary=a",
        b"--a\r\n" + FORM_DATA + b'name="image_file"; filename="a"\r\n\r\nx',
    ),
    "option as a file": part(FORM_DATA + b'name="size"; filename="a"', b"full"),
    "path as a file's name": part(FORM_DATA + b'name="image_file"; filename="../../etc/passwd"', b"x"),
    "ten thousand fields": (URL_ENCODED, b"a=1&" * 10_000),
    "bytes of no encoding": (URL_ENCODED, b"size=%00%ff&image_file_b64=%80"),
    "half an escape": (URL_ENCODED, b"image_file_b64=%4&%=%"),
}


@pytest.mark.parametrize("case", BODIES)
def test_a_hostile_body_gets_a_typed_refusal_or_a_cutout(api: httpx.Client, case: str) -> None:
    media_type, body = BODIES[case]
    answer = api.post(URL, content=body, headers={"Content-Type": media_type})
    assert answer.status_code in (200, 400), answer.text
    if answer.status_code == 400:
        (error,) = answer.json()["errors"]
        assert set(error) == {"title", "code", "detail"}
        assert len(error["detail"]) < 200
