"""What the front page loads before anybody has done anything."""

import gzip
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Page, Response

COMPRESSED = ("text/", "application/javascript", "application/json", "image/svg+xml")
"""What CloudFront compresses: with Brotli for today's browsers, so what gzip makes of it is a little too much."""


@dataclass(frozen=True)
class Transfer:
    """One file, as it travels."""

    path: str
    size_bytes: int


def measure(page: Page, address: str) -> list[Transfer]:
    """Load the page, and wait until it asks for nothing more; gives the files, the largest first."""
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    page.goto(address, wait_until="networkidle")
    transfers = [Transfer(urlsplit(response.url).path, compressed_size(response)) for response in responses]
    return sorted(transfers, key=lambda transfer: transfer.size_bytes, reverse=True)


def compressed_size(response: Response) -> int:
    body = response.body()
    if response.headers.get("content-type", "").startswith(COMPRESSED):
        return len(gzip.compress(body, 6))
    return len(body)
