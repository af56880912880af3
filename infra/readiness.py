"""What the site or the image would lack if they were published now, in words."""

import json
from pathlib import Path


def missing_contact(site: Path) -> str | None:
    """Say so while the footer has no social channel: the privacy page promises one."""
    if json.loads((site / "site.json").read_text(encoding="utf-8"))["social"]:
        return None
    return "static_site/site.json lists no social channel, but the privacy page promises a contact there"


def missing_model(model: Path) -> str | None:
    """Say so while there is no model to put into the image."""
    return None if model.is_file() else f"there is no model at {model.name}, so no image can be built; run `make model`"
