"""A folder that holds images and containers, and nothing of them once it is closed."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

# crun, podman's first choice, fails where control groups are of both versions.
RUNTIME = {"podman": ["--runtime", "runc", "--cgroup-manager", "cgroupfs"]}


class CommandFailed(Exception):
    """A command for images or containers failed; holds all that it said."""


class Store:
    """Images and containers in a folder of their own, apart from those that the machine may have.

    Parameters
    ----------
    folder : a temporary folder
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def command(self, tool: str, *arguments: str) -> list[str]:
        """Give the command line of buildah or podman on this store."""
        places = ["--root", str(self.folder / "store"), "--runroot", str(self.folder / "run")]
        return [tool, *places, "--storage-driver", "overlay", *RUNTIME.get(tool, []), *arguments]

    def run(self, tool: str, *arguments: str) -> str:
        """Run buildah or podman on this store; gives what it printed.

        Raises
        ------
        CommandFailed
            When it fails.
        """
        command = self.command(tool, *arguments)
        done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            raise CommandFailed(f"{' '.join(command)}\n{done.stdout[-8000:]}{done.stderr[-8000:]}")
        return done.stdout.strip()

    def mount(self, image: str) -> Path:
        """Give the folder in which an image's files can be read."""
        return Path(self.run("podman", "image", "mount", image))

    def close(self) -> None:
        """End what runs, unmount what is mounted, and remove the folder."""
        self.run("podman", "rm", "--all", "--force", "--time", "0")
        for place in sorted(mounted_below(self.folder), reverse=True):
            subprocess.run(["umount", "--lazy", place], check=True)
        shutil.rmtree(self.folder)

    def __enter__(self) -> "Store":
        """Use it for a while."""
        return self

    def __exit__(self, *_: Any) -> None:
        """Close it, whatever happened."""
        self.close()


def mounted_below(folder: Path) -> list[str]:
    """List mount points in a folder, as the kernel tells them."""
    lines = Path("/proc/self/mountinfo").read_text().splitlines()
    places = [line.split()[4].encode().decode("unicode_escape") for line in lines]
    return [place for place in places if place.startswith(f"{os.path.realpath(folder)}/")]
