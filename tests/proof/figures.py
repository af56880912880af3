"""Figures that proofs leave for `make prove`, one JSON file each in build/proof.

A file holds `kind`, the line of the table that it belongs to; `name`, what it is about; `tried`, how many cases there
were; `outcomes`, how many ended in which way, by a name for each way; and `beside`, figures of another kind.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal

from tests.server import ROOT

FOLDER = ROOT / "build" / "proof"

Kind = Literal["hostile inputs", "hostile inputs of make fuzz", "load", "load on the image", "faults", "memory"]

NONE: Mapping[str, object] = MappingProxyType({})


@dataclass
class Line:
    """One line of the table: how many cases, how they ended, figures beside, and the days on which they were tried."""

    tried: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    beside: dict[str, object] = field(default_factory=dict)
    days: set[date] = field(default_factory=set)


def report(kind: Kind, name: str, outcomes: Counter[str], beside: Mapping[str, object] = NONE) -> None:
    """Leave how each case ended, and figures beside, in a file named after the proof."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    told = {
        "kind": kind,
        "name": name,
        "tried": outcomes.total(),
        "outcomes": dict(outcomes.most_common()),
        "beside": dict(beside),
    }
    slug = re.sub(r"[^a-z0-9]+", "-", f"{kind} {name}".lower())
    (FOLDER / f"{slug}.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def read_table() -> dict[str, Line]:
    """Sum up the figures that are there, by kind."""
    table: dict[str, Line] = {}
    for file in sorted(FOLDER.glob("*.json")):
        told = json.loads(file.read_text(encoding="utf-8"))
        line = table.setdefault(told["kind"], Line())
        line.tried += told["tried"]
        line.outcomes.update(told["outcomes"])
        line.beside.update(told["beside"])
        line.days.add(date.fromtimestamp(file.stat().st_mtime))
    return table


def in_words(table: Mapping[str, Line]) -> Iterator[str]:
    """Say each line of the table; the day is told because `make fuzz` and `make load` are runs of their own."""
    for kind, line in table.items():
        ends = [f"{outcome} {count:,}" for outcome, count in line.outcomes.most_common()]
        beside = [f"{name} {figure}" for name, figure in line.beside.items()]
        days = " and ".join(str(day) for day in sorted(line.days))
        yield f"{kind}, {days}: {line.tried:,} tried: {', '.join([*ends, *beside])}"
