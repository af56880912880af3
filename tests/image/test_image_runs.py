"""The image in an environment like Lambda's: a read-only disk, a user who may do nothing, and no network."""

import json
import stat
import time
from pathlib import Path

import numpy as np
from PIL import Image

from removebg.matting import IsnetSession
from tests.events import matte_event
from tests.image.asking import cutout_event, picture
from tests.image.environment import INIT_SECONDS, Environment, answer_of
from tests.image.lookups import Lookups
from tests.image.sandbox import USER
from tests.photos import decoded, encoded, photo

CACHE = "tmp/numba_cache"

TELEMETRY_SECONDS = 15
"""Into a process's life; onnxruntime asked for its maker's host after 9, when it was not forbidden to."""


def written(environment: Environment) -> set[str]:
    """List all files that the runtime's user has written, wherever they are."""
    root = environment.root
    folders = [folder for folder in root.iterdir() if folder.name not in ("proc", "sys")]
    found = {path: path.lstat() for folder in folders for path in folder.rglob("*")}
    return {
        str(path.relative_to(root))
        for path, status in found.items()
        if status.st_uid == USER and stat.S_ISREG(status.st_mode)
    }


def test_it_is_initialised_and_warm_within_lambdas_ten_seconds(
    environment: Environment, figures: dict[str, str]
) -> None:
    figures["init"] = f"{environment.init_seconds:.1f} s, with the container's start and the model's first run"
    assert 0 < environment.init_seconds < INIT_SECONDS


def test_it_runs_as_nobody_who_may_do_nothing(environment: Environment) -> None:
    status = dict(line.split(":\t") for line in Path(f"/proc/{environment.pid}/status").read_text().splitlines())
    assert set(status["Uid"].split() + status["Gid"].split()) == {str(USER)}
    assert int(status["CapEff"], 16) == int(status["CapBnd"], 16) == 0
    mounts = [line.split() for line in Path(f"/proc/{environment.pid}/mounts").read_text().splitlines()]
    assert [options.split(",")[0] for _, place, _, options, *_ in mounts if place == "/"] == ["ro"]


def test_a_matte_is_the_development_machines_own(environment: Environment, session: IsnetSession) -> None:
    copy = encoded(photo("astronaut"))
    matte = picture(answer_of(environment.invoke(matte_event(copy))))
    expected = session.predict(decoded(copy))[0]
    assert (matte.mode, matte.size) == ("L", expected.size)
    assert np.abs(np.asarray(matte).astype(int) - np.asarray(expected)).mean() < 1


def test_a_cutout_is_transparent_around_its_subject(environment: Environment) -> None:
    cutout = picture(answer_of(environment.invoke(cutout_event(encoded(photo("astronaut")), size="full"))))
    assert (cutout.mode, cutout.size) == ("RGBA", (512, 512))
    assert cutout.getpixel((0, 0)) == (0, 0, 0, 0)
    assert cutout.getchannel("A").getpixel((220, 200)) == 255


def test_the_largest_photo_fits_into_its_memory(environment: Environment) -> None:
    largest = encoded(photo("astronaut").resize((7000, 7000)), quality=70)
    event = cutout_event(largest, size="50MP", format="jpg", bg_color="fff")
    assert picture(answer_of(environment.invoke(event))).size == (7000, 7000)
    assert environment.starts == 1


def test_an_answer_of_more_than_6_mb_is_told_and_the_runtime_lives_on(environment: Environment) -> None:
    grain = np.random.default_rng(0).integers(-60, 60, (2000, 2000, 3))
    pixels = np.asarray(photo("astronaut").resize((2000, 2000))) + grain
    grainy = encoded(Image.fromarray(pixels.clip(0, 255).astype(np.uint8)), quality=80)
    answer = answer_of(environment.invoke(cutout_event(grainy, size="full", format="png")))
    assert (answer["statusCode"], json.loads(answer["body"])["errors"][0]["code"]) == (413, "result_too_large")
    picture(answer_of(environment.invoke(matte_event(encoded(photo("chelsea"))))))
    assert environment.starts == 1


def test_no_picture_leaves_anything_on_the_disk(environment: Environment) -> None:
    assert written(environment) == set()


def test_refine_works_there_and_writes_its_seeded_cache_and_nothing_else(environment: Environment, files: Path) -> None:
    event = cutout_event(encoded(photo("astronaut")), size="full", refine="alpha_matting")
    assert picture(answer_of(environment.invoke(event))).size == (512, 512)
    seeded, baked = environment.root / CACHE, files / "var/task/numba_cache"
    names = {str(path.relative_to(baked)) for path in baked.rglob("*") if path.is_file()}
    assert names
    assert written(environment) == {f"{CACHE}/{name}" for name in names}
    # Nothing was compiled anew: that takes a minute, and would have changed them.
    assert [name for name in names if (seeded / name).read_bytes() != (baked / name).read_bytes()] == []


def test_no_line_is_logged_for_requests_that_went_well(environment: Environment) -> None:
    assert environment.said == ""


def test_it_asks_for_no_other_host(environment: Environment, lookups: Lookups) -> None:
    time.sleep(max(0.0, TELEMETRY_SECONDS - environment.age_seconds))
    assert lookups.names == []
    # They would have been heard.
    environment.execute("import socket\ntry: socket.getaddrinfo('control.example', 443)\nexcept OSError: pass")
    assert "control.example" in lookups.names
