"""One of Lambda's execution environments: a runtime in its sandbox, initialised, invoked, and started again."""

import subprocess
import time
from pathlib import Path
from typing import Any

from infra.config import FUNCTION_TIMEOUT_SECONDS, MEMORY_MB
from tests.image.build import IMAGE
from tests.image.runtime_api import Outcome, RuntimeApi
from tests.image.sandbox import TMP, sandbox
from tests.image.store import Store

INIT_SECONDS = 10
"""How long Lambda lets an environment initialise itself before the first event."""

POLL_SECONDS = 0.05


class RuntimeExited(Exception):
    """The runtime ended, or was ended, with an event in its hands.

    Parameters
    ----------
    code : its exit code; 137 after a SIGKILL
    """

    def __init__(self, code: int) -> None:
        super().__init__(f"the runtime exited with {code}")
        self.code = code


class InitFailed(Exception):
    """The runtime did not ask for an event in time; holds all that it said."""


class Environment:
    """A container and its Runtime API; started again when it has ended, as Lambda does.

    Parameters
    ----------
    store : where the image is
    memory_mb : as in the function's configuration
    tmp : options of /tmp's mount
    """

    def __init__(self, store: Store, memory_mb: int = MEMORY_MB, tmp: str = TMP) -> None:
        self.starts = 0
        self.init_seconds = 0.0
        self._store = store
        self._memory_mb = memory_mb
        self._tmp = tmp
        self._name = f"lambda-{id(self)}"
        self._log = store.folder / f"{self._name}.log"
        self._process: subprocess.Popen[bytes] | None = None
        self._api: RuntimeApi | None = None
        self._started = 0.0

    def start(self) -> None:
        """Start the runtime, and wait until it asks for its first event.

        Raises
        ------
        InitFailed
            When it ends, fails or takes longer than INIT_SECONDS.
        """
        self.stop()
        self.starts += 1
        self._api = RuntimeApi()
        self._started = time.monotonic()
        options = sandbox(self._memory_mb, self._api.address, self._tmp)
        command = self._store.command("podman", "run", *options, "--rm", "--name", self._name, IMAGE)
        with self._log.open("ab") as log:
            # podman's monitor leaves a file where it works when memory has run out.
            self._process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self._store.folder)
        while not self._api.asked.wait(POLL_SECONDS):
            self.init_seconds = self.age_seconds
            if self._process.poll() is not None or self.init_seconds > INIT_SECONDS:
                raise InitFailed(f"after {self.init_seconds:.1f} s, {self._api.outcome(0)}\n{self.said}")
        self.init_seconds = self.age_seconds

    def invoke(self, event: dict[str, Any]) -> Outcome:
        """Hand an event to the runtime, which is started first if it is not running.

        Raises
        ------
        RuntimeExited
            When it ends meanwhile, or takes longer than the function may.
        """
        if self._process is None or self._process.poll() is not None:
            self.start()
        assert self._api is not None
        assert self._process is not None
        self._api.send(event, FUNCTION_TIMEOUT_SECONDS)
        before = time.monotonic()
        while (outcome := self._api.outcome(POLL_SECONDS)) is None:
            if (code := self._process.poll()) is not None:
                raise RuntimeExited(code)
            if time.monotonic() - before > FUNCTION_TIMEOUT_SECONDS:
                self.stop()
                raise RuntimeExited(self._process.wait())
        return outcome

    @property
    def pid(self) -> int:
        """The runtime's process, as this machine counts."""
        return int(self._store.run("podman", "inspect", "--format", "{{.State.Pid}}", self._name))

    @property
    def age_seconds(self) -> float:
        """Time since the runtime was started."""
        return time.monotonic() - self._started

    @property
    def root(self) -> Path:
        """The runtime's own view of the disk."""
        return Path(f"/proc/{self.pid}/root")

    def execute(self, script: str) -> str:
        """Run a Python script beside the runtime; gives what it printed."""
        return self._store.run("podman", "exec", self._name, "python3", "-c", script)

    @property
    def said(self) -> str:
        """All that the runtime wrote to its log."""
        return self._log.read_text(errors="replace")

    def stop(self) -> None:
        """End the container, if there is one."""
        if self._process is not None and self._process.poll() is None:
            self._store.run("podman", "rm", "--force", "--time", "0", self._name)
            self._process.wait()
        if self._api is not None:
            self._api.close()
            self._api = None

    def __enter__(self) -> "Environment":
        """Start it."""
        self.start()
        return self

    def __exit__(self, *_: Any) -> None:
        """Stop it."""
        self.stop()


def answer_of(outcome: Outcome) -> dict[str, Any]:
    """Give what the function answered; anything else is a failure of the test."""
    assert outcome.kind == "response", outcome
    answer: dict[str, Any] = outcome.payload
    return answer
