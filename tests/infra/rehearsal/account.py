"""An account for a rehearsal of the control plane, not AWS: moto's server, and a docker that notes its calls."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import boto3
import httpx

from infra.config import ROOT, STACK_NAME
from infra.local import bind
from tests.infra.assembly import Assembly, run_cdk, run_tool

REGION = "eu-central-1"

DOCKER = """#!/bin/sh
# Plays docker: notes how it was called, and knows of no image yet.
echo "$*" >> "$0.log"
[ "$1" != inspect ]
"""


NPX = """#!/bin/sh
# Plays npx: adds what moto needs, in which a change set never ends.
case " $* " in *" deploy "*) set -- "$@" --method direct ;; esac
exec {npx} "$@"
"""


class Account(NamedTuple):
    """An account of moto's: how to reach it, and the docker that builds nothing for it."""

    environment: dict[str, str]
    docker: Path

    def make(self, target: str) -> str:
        """Run one of the Makefile's targets, as an operator does; gives all that it said."""
        # Make's own, when the tests are run by it: how many jobs it may start is not this one's business.
        inherited = {name: value for name, value in os.environ.items() if "MAKE" not in name and name != "MFLAGS"}
        path = f"{self.docker.parent}:{os.environ['PATH']}"
        return run_tool(["make", target], {**inherited, **self.environment, "PATH": path}, timeout_s=240)

    def run(self, *arguments: str, assembly: Assembly) -> str:
        """Run the CDK command line on an assembly that is made already."""
        return run_cdk(*arguments, "--app", str(assembly.folder), environment=self.environment)

    def client(self, service: str) -> Any:
        """One of boto3's clients."""
        return boto3.client(
            service,
            region_name=REGION,
            endpoint_url=self.environment["AWS_ENDPOINT_URL"],
            aws_access_key_id="rehearsal",
            aws_secret_access_key="rehearsal",
        )

    def resources(self) -> dict[str, str]:
        """What the stack has made: physical names by logical ones. Moto gives an API's deployment none."""
        found = self.client("cloudformation").describe_stack_resources(StackName=STACK_NAME)["StackResources"]
        return {each["LogicalResourceId"]: each.get("PhysicalResourceId", "") for each in found}


@contextmanager
def open_account(folder: Path) -> Iterator[Account]:
    """Start an empty account that keeps its log in a folder; it is gone when the block ends."""
    docker = folder / "docker"
    docker.write_text(DOCKER)
    npx = folder / "npx"
    npx.write_text(NPX.format(npx=shutil.which("npx")))
    for program in (docker, npx):
        program.chmod(0o755)
    with bind(0) as free:
        port = free.getsockname()[1]
    # The name: the command line makes `bucket.localhost` of it, which has no equal for an address.
    address = f"http://localhost:{port}"
    environment = {
        "AWS_ENDPOINT_URL": address,
        "AWS_ACCESS_KEY_ID": "rehearsal",
        "AWS_SECRET_ACCESS_KEY": "rehearsal",
        "AWS_REGION": REGION,
        "AWS_CONFIG_FILE": str(folder / "none"),
        "AWS_SHARED_CREDENTIALS_FILE": str(folder / "none"),
        "AWS_EC2_METADATA_DISABLED": "true",
        "CDK_DOCKER": str(docker),
        "NO_PROXY": "localhost",
    }
    command = [sys.executable, "-m", "tests.infra.rehearsal", "--host", "localhost", "--port", str(port)]
    with (folder / "moto.log").open("w") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=os.environ | environment, stdout=log, stderr=log)
        try:
            wait_for(address)
            yield Account(environment, docker)
        finally:
            server.terminate()
            server.wait(10)


def wait_for(address: str, seconds: float = 30) -> None:
    """Wait until a server answers."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            httpx.get(f"{address}/moto-api/data.json", trust_env=False)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(address)
