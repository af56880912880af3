"""What builds and runs images here: found, or installed by apt."""

import os
import shutil
import subprocess
import sys

COMMANDS = ("buildah", "podman", "runc", "mmdebstrap", "ip", "unshare")
PACKAGES = ("buildah", "podman", "runc", "mmdebstrap", "debian-archive-keyring", "iproute2", "util-linux")


class ToolsMissing(Exception):
    """An image can't be built here; says why and what would help."""


def missing() -> list[str]:
    """Give the commands that are not installed."""
    return [command for command in COMMANDS if shutil.which(command) is None]


def provide() -> None:
    """Install what is missing.

    Raises
    ------
    ToolsMissing
        When that can't be done here.
    """
    if sys.platform != "linux" or os.geteuid() != 0:
        raise ToolsMissing("images are built and run by root on Linux only, for namespaces and mounts")
    if missing() and shutil.which("apt-get"):
        print(f"installing {', '.join(missing())} with apt", flush=True)
        apt = ["apt-get", "--quiet=2", "-o", "DPkg::Lock::Timeout=300"]
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([*apt, "update"], check=False)
        # What apt says is told only when it fails: it is hundreds of lines.
        install = [*apt, "install", "--no-install-recommends", *PACKAGES]
        done = subprocess.run(install, check=False, env=environment, capture_output=True, text=True)
        if done.returncode != 0:
            raise ToolsMissing(f"apt failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    if found := missing():
        raise ToolsMissing(f"{', '.join(found)} could not be found or installed")
