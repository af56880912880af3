"""Locust's side of `make load`: callers that ask without a pause, and note when each answer came, and which.

Run by load.py as a process of its own, which it must be: Locust's gevent changes everything that waits.
"""

import hashlib
import itertools
import json
import os
import time
from pathlib import Path
from typing import Any

import gevent  # type: ignore[import-untyped]
import psutil  # type: ignore[import-untyped]
from locust import HttpUser, constant, task
from locust.env import Environment

PLAN_VARIABLE = "FIX_SHOTS_LOAD_PLAN"

PLAN: dict[str, Any] = json.loads(Path(os.environ[PLAN_VARIABLE]).read_text())
SERVER = psutil.Process(PLAN["pid"])
NUMBERS = itertools.count()
NOTES: list[dict[str, Any]] = []


class Caller(HttpUser):
    """Somebody who sends one picture after the other."""

    wait_time = constant(0)

    @task
    def cut_out(self) -> None:
        """Send the next picture of the plan, and note what came back."""
        number = next(NUMBERS)
        if number >= PLAN["requests"]:
            gevent.sleep(0.05)
            return
        picture = PLAN["pictures"][number % len(PLAN["pictures"])]
        files = {"image_file": Path(picture["path"]).read_bytes()}
        sent = time.monotonic()
        with self.client.post("/v1.0/removebg", files=files, data=picture["fields"], catch_response=True) as answer:
            NOTES.append(
                {
                    "number": number,
                    "sent": sent,
                    "came": time.monotonic(),
                    "status": answer.status_code,
                    "retry_after": answer.headers.get("Retry-After"),
                    "right": hashlib.sha256(answer.content or b"").hexdigest() == picture["sha256"],
                    "resident_bytes": SERVER.memory_info().rss,
                }
            )
            answer.success()


def main() -> None:
    """Let the plan's callers ask until all answers are there or the time is up, and write down the notes."""
    environment = Environment(user_classes=[Caller], host=PLAN["address"])
    runner = environment.create_local_runner()
    end = time.monotonic() + PLAN["seconds"]
    runner.start(PLAN["callers"], spawn_rate=PLAN["callers"])
    while len(NOTES) < PLAN["requests"] and time.monotonic() < end:
        gevent.sleep(0.05)
    Path(PLAN["notes"]).write_text(json.dumps(NOTES))
    # Not by the interpreter's way out, which waits for callers that wait themselves.
    os._exit(0)


if __name__ == "__main__":
    main()
