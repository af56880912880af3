"""The list of the site's own files that its service worker keeps for use without a network."""

import hashlib
import json
from pathlib import Path
from typing import Any

LIST = "vendor/site-files.json"
"""Where the list is published. The local server makes it anew for each request."""

NOT_KEPT = ("service-worker.js", LIST, "*.onnx", "*.gz", "*.txt", "404.html")
"""The list and its reader; what the page keeps itself once it was asked for; and what no page loads."""


def list_site_files(site: Path) -> dict[str, Any]:
    """List what a visit without a network needs.

    Returns
    -------
    dict
        ``files``: SHA-256 of each, by its address relative to the site; ``version``: a hash of them all.
    """
    files = {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file() and not any(path.relative_to(site).match(pattern) for pattern in NOT_KEPT)
    }
    version = hashlib.sha256("".join(f"{name} {files[name]}\n" for name in files).encode()).hexdigest()
    return {"version": version[:16], "files": files}


def write_list(site: Path) -> None:
    """Write the list into the site, as it is published."""
    (site / LIST).write_text(json.dumps(list_site_files(site), indent=2) + "\n", encoding="utf-8")
