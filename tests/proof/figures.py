"""Figures that proofs leave for `make prove`, one JSON file each in build/proof.

A file holds `name`, what it is about; `tried`, how many cases there were; and `outcomes`, how many ended in which way,
by a name for each way.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from tests.server import ROOT

FOLDER = ROOT / "build" / "proof"


def write_figures(file_name: str, name: str, tried: int, outcomes: Mapping[str, object]) -> None:
    """Leave the figures of one proof."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    told = {"name": name, "tried": tried, "outcomes": dict(outcomes)}
    (FOLDER / f"{file_name}.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def report(name: str, outcomes: Counter[str], beside: Mapping[str, object] = MappingProxyType({})) -> None:
    """Leave how each case ended, the most frequent end first, and figures beside, in a file named after the proof."""
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower())
    write_figures(slug, name, outcomes.total(), {**dict(outcomes.most_common()), **beside})
