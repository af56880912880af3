"""The code that numba has compiled: baked into the image, put where it can be used before its first use."""

import os
import shutil
from pathlib import Path

BAKED_FOLDER = Path(__file__).parents[1] / "numba_cache"
"""Where the image has it; on a development machine there is none, and numba keeps its cache beside the packages."""


def seed_numba_cache(baked: Path = BAKED_FOLDER) -> None:
    """Copy the baked cache to NUMBA_CACHE_DIR, unless it is there already.

    numba takes no cache that it can't write to, and Lambda's disk is read-only but for /tmp: without this the import
    of pymatting fails, or takes a minute (https://github.com/pymatting/pymatting/issues/84).

    Parameters
    ----------
    baked : the folder to copy; nothing is done when there is none
    """
    chosen = os.environ.get("NUMBA_CACHE_DIR")
    if not chosen or not baked.is_dir() or Path(chosen).exists():
        return
    # Under another name first: Lambda keeps /tmp when it ends a process that took too long, half a copy too.
    partial = Path(f"{chosen}.partial")
    shutil.copytree(baked, partial, dirs_exist_ok=True)
    partial.rename(chosen)
