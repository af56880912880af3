"""`make load`: callers by ones to sixteens at the local server, then a soak; bounded in number and time.

tests/image/load.py does the same to the image.

Every answer is compared with its serial twin: the answer to the same picture when nobody else was asking.
"""

import argparse
import hashlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import psutil  # type: ignore[import-untyped]

from tests.photos import encoded, photo
from tests.proof.figures import Kind, report
from tests.server import ROOT, serve_locally

PLAN_VARIABLE = "FIX_SHOTS_LOAD_PLAN"
"""As in load_callers.py, which can't be imported here: with it comes gevent, which changes the whole process."""

CALLERS = (1, 2, 4, 16)
ROUNDS = 3
"""Each has a run of every number of callers, and compares them within it: the machine's own speed drifts."""

REQUESTS = 20
"""Of a run: enough for sixteen callers to wait, and the same pictures as often for each."""

SOAK_REQUESTS = 300
SOAK_SETTLED = 50
"""From this request on, memory may not grow."""

MOST_DRIFT = 0.03
LEAST_THROUGHPUT = 0.95
"""Of one caller's."""

MOST_MINUTES = 10
"""Of one run; then what is there is judged."""

SIDES_PIXELS = (240, 1024, 1600, 640, 3000)
"""Longest sides of the pictures, in turn."""


Serve = Callable[[], AbstractContextManager[tuple[str, int]]]
"""Starts a server; gives its address and the process that makes the answers."""

ALLOWED = {"its serial twin", "told to come back"}
"""Outcomes that an answer may have."""


@dataclass(frozen=True)
class Run:
    """What came of one number of callers."""

    callers: int
    notes: list[dict[str, Any]]

    @property
    def per_second(self) -> float:
        """Answers a second."""
        seconds = max(note["came"] for note in self.notes) - min(note["sent"] for note in self.notes)
        return float(len(self.notes) / seconds)

    @property
    def most_overtaken(self) -> int:
        """By how many who came later somebody was overtaken: none of them waits while others pass by."""
        times = [(float(note["sent"]), float(note["came"])) for note in self.notes]
        return max(sum(later > sent and earlier < came for later, earlier in times) for sent, came in times)

    @property
    def outcomes(self) -> Counter[str]:
        """How many answers were right, were typed refusals that say when to come back, or were neither."""
        return Counter(judge(note) for note in self.notes)

    def drift(self, settled: int) -> float:
        """How much resident memory grew from the settled request to the last, as a share."""
        resident = [note["resident_bytes"] for note in self.notes]
        return float(resident[-1] / resident[min(settled, len(resident)) - 1] - 1)


def judge(note: dict[str, Any]) -> str:
    """Name one answer's outcome."""
    if note["status"] == 200:
        return "its serial twin" if note["right"] else "not its serial twin"
    if note["status"] in (429, 503) and note["retry_after"]:
        return "told to come back"
    return f"status {note['status']}"


def write_pictures(folder: Path, client: httpx.Client) -> list[dict[str, Any]]:
    """Write pictures of mixed sizes and kinds of answer, and ask for each one's serial twin."""
    pictures: list[dict[str, Any]] = []
    for number, side in enumerate(SIDES_PIXELS):
        path = folder / f"{side}.jpg"
        original = photo(("astronaut", "chelsea", "coffee")[number % 3])
        path.write_bytes(encoded(original.resize((side, side * original.height // original.width))))
        fields = {"size": "full", "format": "png", "channels": "alpha"} if number % 2 else {"size": "auto"}
        answer = client.post("/v1.0/removebg", files={"image_file": path.read_bytes()}, data=fields)
        answer.raise_for_status()
        pictures.append({"path": str(path), "fields": fields, "sha256": hashlib.sha256(answer.content).hexdigest()})
    return pictures


def run(address: str, pid: int, pictures: list[dict[str, Any]], callers: int, requests: int) -> Run:
    """Let so many callers send so many requests between them."""
    with tempfile.TemporaryDirectory() as folder:
        plan, notes = Path(folder) / "plan.json", Path(folder) / "notes.json"
        told = {"address": address, "pid": pid, "callers": callers, "requests": requests, "pictures": pictures}
        plan.write_text(json.dumps({**told, "seconds": MOST_MINUTES * 60, "notes": str(notes)}))
        command = [sys.executable, "-m", "tests.proof.load_callers"]
        subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, PLAN_VARIABLE: str(plan)})
        return Run(callers, sorted(json.loads(notes.read_text()), key=lambda note: note["came"]))


@contextmanager
def local_server() -> Iterator[tuple[str, int]]:
    """Start what `make dev` runs."""
    others = {child.pid for child in psutil.Process().children()}
    with serve_locally() as address:
        (server,) = [child for child in psutil.Process().children() if child.pid not in others]
        yield address, server.pid


def load(
    requests: int,
    soak_requests: int,
    callers: Sequence[int] = CALLERS,
    rounds: int = ROUNDS,
    serve: Serve = local_server,
) -> tuple[list[Run], Run]:
    """Start a server, and put it under each load, round by round, then under the soak."""
    with tempfile.TemporaryDirectory() as folder, serve() as (address, pid):
        with httpx.Client(base_url=address, timeout=120) as client:
            pictures = write_pictures(Path(folder), client)
        runs = [run(address, pid, pictures, each, requests) for _ in range(rounds) for each in callers]
        return runs, run(address, pid, pictures, 2, soak_requests)


def throughput(runs: list[Run]) -> dict[int, tuple[float, float]]:
    """Answers a second by each number of callers, and their share of one caller's in the same round: medians."""
    alone = [each for each in runs if each.callers == 1]
    told = {}
    for callers in sorted({each.callers for each in runs}):
        of_rounds = [each.per_second for each in runs if each.callers == callers]
        shares = [each / one.per_second for each, one in zip(of_rounds, alone, strict=True)]
        told[callers] = (statistics.median(of_rounds), statistics.median(shares))
    return told


def faults_of(runs: list[Run], soak: Run, expected: tuple[int, int] | None = None) -> list[str]:
    """Say in words what did not hold; `expected` is how many answers a run and the soak should have."""
    faults = []
    if expected:
        wanted = [expected[0]] * len(runs) + [expected[1]]
        for each, count in zip((*runs, soak), wanted, strict=True):
            if len(each.notes) != count:
                faults.append(f"{each.callers} callers: {len(each.notes)} of {count} answers came in time")
    for callers, (_, share) in throughput(runs).items():
        if share < LEAST_THROUGHPUT:
            faults.append(f"{callers} callers: {share:.1%} of one caller's throughput")
    for each in runs:
        if each.most_overtaken >= each.callers:
            faults.append(f"{each.callers} callers: {each.most_overtaken} overtook somebody")
    for each in (*runs, soak):
        if wrong := set(each.outcomes) - ALLOWED:
            faults.append(f"{each.callers} callers: {', '.join(sorted(wrong))}")
    if soak.drift(SOAK_SETTLED) > MOST_DRIFT:
        faults.append(f"memory grew by {soak.drift(SOAK_SETTLED):.1%} from request {SOAK_SETTLED} to the last")
    return faults


def main(serve: Serve = local_server, kind: Kind = "load") -> int:
    """Run it, print the table, write it down; 1 when something did not hold."""
    parser = argparse.ArgumentParser(description="Put a server under load.")
    parser.add_argument("--requests", type=int, default=REQUESTS, help="of each run")
    parser.add_argument("--soak", type=int, default=SOAK_REQUESTS, help="requests of the soak")
    arguments = parser.parse_args()
    runs, soak = load(arguments.requests, arguments.soak, serve=serve)
    speeds = throughput(runs)
    for callers, (per_second, share) in speeds.items():
        came = sum((each.outcomes for each in runs if each.callers == callers), Counter[str]())
        print(f"{callers:2} callers: {per_second:.2f}/s, {share:.1%} of one caller's, {dict(came)}")
    drift = soak.drift(SOAK_SETTLED)
    print(f"soak of {len(soak.notes)}: memory {drift:+.1%} after request {SOAK_SETTLED}, {dict(soak.outcomes)}")
    outcomes = sum((each.outcomes for each in (*runs, soak)), Counter[str]())
    figures = {f"a second by {callers} callers": round(per_second, 2) for callers, (per_second, _) in speeds.items()}
    report(kind, "Requests", outcomes, {**figures, "drift of memory": f"{drift:+.1%}"})
    faults = faults_of(runs, soak, (arguments.requests, arguments.soak))
    print("\n".join(f"{kind}: {fault}" for fault in faults), file=sys.stderr)
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
