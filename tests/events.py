"""REST proxy events by hand, for tests that call the handler as Lambda does."""

import base64
from typing import Any


def proxy_event(method: str, path: str, headers: dict[str, str], body: bytes) -> dict[str, Any]:
    """Make the event that API Gateway would; our binaryMediaTypes are */*, so every body is base64."""
    return {
        "resource": "/v1.0/{proxy+}",
        "path": path,
        "httpMethod": method,
        "headers": headers,
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "queryStringParameters": None,
        "multiValueQueryStringParameters": None,
        "requestContext": {"identity": {"sourceIp": "192.0.2.1"}},
        "body": base64.b64encode(body).decode() if body else None,
        "isBase64Encoded": bool(body),
    }


def matte_event(copy: bytes) -> dict[str, Any]:
    """Make the event of the page's request: a small JPEG in, a grey PNG out."""
    boundary = "x" * 40
    fields = {"channels": "alpha", "size": "full", "format": "png"}
    lines = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{fields[name]}\r\n' for name in fields
    ]
    file = f'--{boundary}\r\nContent-Disposition: form-data; name="image_file"; filename="photo"\r\n\r\n'
    body = "".join(lines).encode() + file.encode() + copy + f"\r\n--{boundary}--\r\n".encode()
    headers = {"content-type": f"multipart/form-data; boundary={boundary}", "accept": "image/png"}
    return proxy_event("POST", "/v1.0/removebg", headers, body)
