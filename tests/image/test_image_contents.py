"""What is in the image: the function, its packages and its model, and nothing of the machine that built it."""

import hashlib
import json
import os
import shutil
import stat
from pathlib import Path

import pytest

from infra.config import FUNCTION_FOLDER, MODEL_FILE
from tests.image.build import BASE, IMAGE, build_image
from tests.image.pip_secrets import ca_bundle, pip_settings
from tests.image.store import CommandFailed, Store

MAX_BYTES = 900_000_000


def tree(folder: Path) -> dict[str, tuple[int, int]]:
    """Kind and size of all that is outside the function's folder, by path."""
    found = {}
    for parent, folders, names in os.walk(folder):
        if Path(parent) == folder / "var/task":
            folders.clear()
            continue
        for name in (*folders, *names):
            path = Path(parent, name)
            status = path.lstat()
            size = status.st_size if stat.S_ISREG(status.st_mode) else 0
            found[str(path.relative_to(folder))] = (status.st_mode, size)
    return found


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_it_has_less_than_900_mb(store: Store, figures: dict[str, str]) -> None:
    sizes = [int(store.run("podman", "image", "inspect", "--format", "{{.Size}}", name)) for name in (IMAGE, BASE)]
    figures["image"] = f"{sizes[0] / 1e6:.0f} MB, of which the base has {sizes[1] / 1e6:.0f}"
    assert sizes[1] < sizes[0] < MAX_BYTES


def test_outside_the_functions_folder_it_is_its_base(files: Path, base_files: Path) -> None:
    assert tree(files) == tree(base_files)


def test_it_starts_the_function_as_nobody_and_tells_nobody(store: Store) -> None:
    (image,) = json.loads(store.run("podman", "image", "inspect", IMAGE))
    config = image["Config"]
    assert config["User"] == "993:993"
    assert config["Cmd"] == ["removebg.handler.handler"]
    assert "ORT_DISABLE_TELEMETRY=1" in config["Env"]
    assert not {"ExposedPorts", "Volumes"} & set(config)


def test_nothing_of_the_machine_that_built_it_is_in_it(store: Store, task: Path) -> None:
    secrets = [store.folder / "pip.conf", ca_bundle()]
    sizes = {path.stat().st_size for path in secrets}
    alike = [path for path in task.rglob("*") if path.is_file() and path.stat().st_size in sizes]
    assert not {digest(path) for path in alike} & {digest(path) for path in secrets}
    assert not [path for path in task.rglob("*") if path.name in ("pip.conf", ".netrc", "direct_url.json")]
    (image,) = json.loads(store.run("podman", "image", "inspect", IMAGE))
    told = json.dumps([image[part] for part in ("Config", "History", "Annotations", "Labels")])
    words = {word for name, value in pip_settings().items() if name != "cert" for word in value.split() if "/" in word}
    assert not [word for word in {*words, os.uname().nodename, str(store.folder)} if word in told]


def test_the_model_is_the_one_that_its_card_describes(task: Path) -> None:
    card = json.loads((task / "model/isnet-general-use.json").read_text())
    assert digest(task / "model" / MODEL_FILE.name) == card["int8"]["sha256"]
    assert {path.name for path in (task / "model").iterdir()} == {MODEL_FILE.name, "isnet-general-use.json"}


def test_a_model_that_its_card_does_not_describe_is_refused(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "functions"
    (folder / "model").mkdir(parents=True)
    for name in ("Dockerfile", "model/isnet-general-use.json"):
        shutil.copy(FUNCTION_FOLDER / name, folder / name)
    data = bytearray(MODEL_FILE.read_bytes())
    data[len(data) // 2] ^= 1
    (folder / "model" / MODEL_FILE.name).write_bytes(data)
    with pytest.raises(CommandFailed, match="run make model again"):
        build_image(store, folder, "localhost/broken", "--target", "model")


def test_everything_is_compiled_and_no_time_stamp_is_asked(task: Path) -> None:
    sources = [*task.glob("removebg/*.py"), *task.glob("onnxruntime/**/*.py"), *task.glob("fastapi/**/*.py")]
    assert len(sources) > 100
    for source in sources:
        compiled = source.parent / "__pycache__" / f"{source.stem}.cpython-313.pyc"
        # PEP 552: 1 is a hash of the source, which is not checked.
        assert int.from_bytes(compiled.read_bytes()[4:8], "little") == 1, source


def test_everybody_may_read_everything(task: Path) -> None:
    for path in task.rglob("*"):
        readable = stat.S_IROTH | (stat.S_IXOTH if path.is_dir() else 0)
        assert path.stat().st_mode & readable == readable, path


def test_what_numba_compiled_fits_every_cpu(task: Path) -> None:
    indexes = [path.read_bytes() for path in task.glob("numba_cache/**/*.nbi")]
    assert indexes
    assert not [index for index in indexes if b"generic" not in index]
