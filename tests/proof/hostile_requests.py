"""Requests that no honest client sends, as events: JSON, base64, forms and headers of every wrong sort."""

import base64
import json
from collections.abc import Iterator
from typing import Any

from tests.events import proxy_event
from tests.photos import encoded, photo

URL = "/v1.0/removebg"
PICTURE = base64.b64encode(encoded(photo("coffee").resize((60, 40)))).decode()
JSON_TYPE = {"content-type": "application/json"}

TEXTS: dict[str, bytes] = {
    "nothing": b"",
    "half an object": b'{"image_file_b64": "',
    "100,000 lists in each other": b"[" * 100_000 + b"]" * 100_000,
    "100,000 objects in each other": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "a list that is 100,000 deep as an option": b'{"size":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "4 MB of members": b"{" + b",".join(b'"%d":0' % number for number in range(400_000)) + b"}",
    "4 MB of one name": json.dumps({"a" * 4_000_000: 1, "image_file_b64": PICTURE}).encode(),
    "the same name 100,000 times": b"{" + b'"size":"auto",' * 100_000 + b'"size":"auto"}',
    "a number of a million digits": b'{"scale":' + b"9" * 1_000_000 + b"}",
    "a text": b'"a"',
    "null": b"null",
    "bytes that are no text": bytes(range(128, 256)),
    "a byte order mark": b"\xef\xbb\xbf{}",
    "UTF-32": '{"size": "auto"}'.encode("utf-32"),
}
"""Bodies that are said to be JSON."""

PAYLOADS: dict[str, object] = {
    "one letter too many": PICTURE.rstrip("=") + "A" * (1 + -len(PICTURE.rstrip("=")) % 4),
    "padding in the middle": PICTURE[:40] + "==" + PICTURE[40:],
    "nothing but padding": "=" * 1000,
    "a million spaces": " " * 1_000_000,
    "both alphabets": PICTURE + "-_+/",
    "letters of other scripts": "\uff21\u0410\u0391\u0661",
    "a null byte": PICTURE[:10] + "\0" + PICTURE[10:],
    "a line separator": PICTURE[:40] + "\u2028" + PICTURE[40:],
    "twice encoded": base64.b64encode(PICTURE.encode()).decode(),
    "base32": base64.b32encode(b"a picture").decode(),
    "hexadecimal": b"a picture".hex(),
    "a million commas": "data:" + "," * 1_000_000,
    "an address of text": "data:text/html;base64," + PICTURE,
    "an address without base64": "data:image/png,%89PNG",
    "4 MB of one letter": "A" * 4_000_000,
    "a list": [PICTURE],
    "an object": {"data": PICTURE},
    "true": True,
    "a number": 1e308,
}
"""Values of image_file_b64."""

HEADERS: dict[str, dict[str, str]] = {
    "no content type": {},
    "an endless content type": {"content-type": "application/json;" + "a=b;" * 10_000},
    "two content types": {"content-type": "application/json, multipart/form-data"},
    "a boundary of 100,000 bytes": {"content-type": "multipart/form-data; boundary=" + "b" * 100_000},
    "a boundary of commas": {"content-type": "multipart/form-data; boundary=,;,=\"'"},
    "another character set": {"content-type": "application/json; charset=utf-7"},
    "an encoding that is not there": {**JSON_TYPE, "content-encoding": "gzip, br, zstd"},
    "a length that is wrong": {**JSON_TYPE, "content-length": "99999999999999999999"},
    "a length below nothing": {**JSON_TYPE, "content-length": "-1"},
    "a length in words": {**JSON_TYPE, "content-length": "many"},
    "chunks that are not there": {**JSON_TYPE, "transfer-encoding": "chunked"},
    "an address in place of the host": {**JSON_TYPE, "host": "169.254.169.254", "x-forwarded-host": "localhost"},
    "another path": {**JSON_TYPE, "x-original-url": "/admin", "x-rewrite-url": "/../../etc/passwd"},
    "another method": {**JSON_TYPE, "x-http-method-override": "DELETE"},
    "letters of other scripts": {**JSON_TYPE, "accept": "\u0430pplication/\u2028json"},
    "10,000 of them": {**JSON_TYPE, **{f"x-{number}": "a" for number in range(10_000)}},
}
"""Headers of a request whose body is sound JSON."""


def hostile_events() -> Iterator[tuple[str, dict[str, Any]]]:
    """Give each request and what it is called."""
    for name, text in TEXTS.items():
        yield f"JSON: {name}", proxy_event("POST", URL, JSON_TYPE, text)
    for name, payload in PAYLOADS.items():
        yield f"base64: {name}", proxy_event("POST", URL, JSON_TYPE, json.dumps({"image_file_b64": payload}).encode())
    sound = json.dumps({"image_file_b64": PICTURE}).encode()
    for name, headers in HEADERS.items():
        yield f"headers: {name}", proxy_event("POST", URL, headers, sound)
    for path in ("/", "/v1.0", "/v1.0/removebg/..", "/v1.0/%2e%2e/etc/passwd", "/v1.0/" + "a" * 8000, "/v1.0/\0"):
        yield f"path: {path[:40]!r}", proxy_event("POST", path, JSON_TYPE, sound)
    for method in ("GET", "PUT", "DELETE", "TRACE", "CONNECT", "PROPFIND", "A" * 1000):
        yield f"method: {method[:10]}", proxy_event(method, URL, JSON_TYPE, sound)
