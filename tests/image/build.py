"""Builds the function's image from its very Dockerfile, on a base image that needs no registry of images."""

import shutil
import subprocess
from pathlib import Path

from infra.config import FUNCTION_FOLDER
from tests.image.pip_secrets import ca_bundle, write_pip_conf
from tests.image.store import CommandFailed, Store

BASE = "localhost/lambda-base"
IMAGE = "localhost/fix-shots"

BASE_FOLDER = Path(__file__).parent / "base"
DEBIAN = "trixie"
"""The Debian whose Python is that of Lambda's base image: 3.13."""

# No libgomp: AWS's image has none either, so whatever needs it must bring its own.
PACKAGES = ("ca-certificates", "python3", "python3-venv")
LEFT_OUT = ("/usr/share/man/*", "/usr/share/doc/*", "/usr/share/locale/*")
OF_THIS_MACHINE = ("/etc/hostname", "/etc/resolv.conf", "/etc/apt/sources.list")


def make_root(archive: Path) -> None:
    """Write the files of a small Debian to a tar archive.

    Raises
    ------
    CommandFailed
        When they can't be had.
    """
    command = ["mmdebstrap", "--variant=minbase", f"--include={','.join(PACKAGES)}", '--aptopt=Acquire::Retries "3"']
    command += [f"--dpkgopt=path-exclude={pattern}" for pattern in LEFT_OUT]
    command += [f'--customize-hook=rm -f "$1{path}"' for path in OF_THIS_MACHINE]
    done = subprocess.run([*command, DEBIAN, str(archive)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise CommandFailed(f"mmdebstrap\n{done.stderr[-4000:]}")


def build_folder(store: Store, folder: Path, tag: str, *options: str) -> None:
    """Build a folder's Dockerfile and name the image; it may ask for the secrets `pip_conf` and `ca`."""
    pip_conf = store.folder / "pip.conf"
    write_pip_conf(pip_conf)
    secrets = [f"--secret=id=pip_conf,src={pip_conf}", f"--secret=id=ca,src={ca_bundle()}"]
    # Images of Docker's kind, as CDK pushes them. A chroot: there may be no cgroups to build in.
    kind = ["--isolation", "chroot", "--network", "host", "--format", "docker"]
    store.run("buildah", "bud", *kind, *secrets, "--tag", tag, *options, str(folder))


def build_base(store: Store) -> None:
    """Build the base image."""
    folder = store.folder / "base"
    shutil.copytree(BASE_FOLDER, folder)
    make_root(folder / "root.tar")
    build_folder(store, folder, BASE)
    shutil.rmtree(folder)


def build_image(store: Store, folder: Path = FUNCTION_FOLDER, tag: str = IMAGE, *options: str) -> None:
    """Build the function's image, or that of another folder with its Dockerfile."""
    build_folder(store, folder, tag, "--build-arg", f"BASE_IMAGE={BASE}", *options)
