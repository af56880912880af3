"""`make fuzz`: seeded mutations of every format, then coverage-guided ones; both by a seed and a time limit."""

import argparse
import importlib.util
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from infra.config import FUNCTION_TIMEOUT_SECONDS
from tests.proof.figures import FOLDER, report
from tests.proof.hostile_mutations import FORMATS, mutated, sound_pictures
from tests.proof.hostile_victim import MOST_MEGABYTES, Fault, Victim, attack

MUTATIONS = 10_000
"""Of each format."""

BATCH = 100


FROM_A_SMALL_PROCESS = ("sh", "-c", '"$@"; exit "$?"', "sh")
"""Runs a command from a shell: Linux counts the largest memory of whoever starts a process as that process's own, and
libFuzzer stops when that is too much."""


class FuzzerFailed(Exception):
    """The fuzzer found an input that breaks the decoder, or could not run; holds the end of what it said."""


def mutate_all(seed: int, seconds: float, mutations: int = MUTATIONS) -> None:
    """Try so many mutations of each format, all formats in turn, until the time is up."""
    victim, end = Victim(), time.monotonic() + seconds
    outcomes: dict[str, Counter[str]] = {image_format: Counter() for image_format in FORMATS}
    try:
        for first in range(0, mutations, BATCH):
            for image_format in FORMATS:
                if time.monotonic() > end:
                    return
                outcomes[image_format] += attack(victim, mutated(image_format, BATCH, seed, first))
    finally:
        victim.stop()
        for image_format, seen in outcomes.items():
            report("hostile inputs of make fuzz", f"Mutated {image_format}", seen)
            print(f"{image_format}: {seen.total()} mutations, {dict(seen.most_common())}", flush=True)


def fuzz_by_coverage(seed: int, seconds: int, corpus: Path | None = None) -> int:
    """Run libFuzzer over decode.py; gives the number of inputs that it tried.

    Parameters
    ----------
    corpus : what it found worth keeping, from run to run; nothing is kept without one

    Raises
    ------
    FuzzerFailed
    """
    with tempfile.TemporaryDirectory() as sound:
        for image_format in FORMATS:
            for number, picture in enumerate(sound_pictures(image_format)):
                (Path(sound) / f"{image_format}-{number}").write_bytes(picture)
        folders = [sound] if corpus is None else [str(corpus), sound]
        # What breaks it is kept beside the reports.
        FOLDER.mkdir(parents=True, exist_ok=True)
        bounds = [f"-rss_limit_mb={MOST_MEGABYTES}", f"-timeout={FUNCTION_TIMEOUT_SECONDS}", "-max_len=65536"]
        options = [f"-seed={seed}", f"-max_total_time={seconds}", f"-artifact_prefix={FOLDER}/", *bounds]
        command = [sys.executable, "-m", "tests.proof.fuzz_decode", *folders, *options]
        run = subprocess.run(
            [*FROM_A_SMALL_PROCESS, *command], capture_output=True, text=True, errors="replace", check=False
        )
    done = re.search(r"Done (\d+) runs", run.stderr)
    if run.returncode or done is None:
        raise FuzzerFailed(f"exit code {run.returncode}\n{run.stderr[-3000:]}")
    return int(done[1])


def has_atheris() -> bool:
    """Tell whether the coverage-guided fuzzer is there: on Linux with x86_64 it is."""
    return importlib.util.find_spec("atheris") is not None


def main() -> int:
    """Read seed and time, and run both."""
    parser = argparse.ArgumentParser(description="Fuzz the decoders.")
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--minutes", type=float, default=10, help="for both halves together")
    arguments = parser.parse_args()
    seconds = arguments.minutes * 60 / 2
    try:
        mutate_all(arguments.seed, seconds)
        if not has_atheris():
            print("coverage-guided: left out, as there is no atheris for this machine")
            return 0
        corpus = FOLDER.parent / "fuzz-corpus"
        corpus.mkdir(parents=True, exist_ok=True)
        tried = fuzz_by_coverage(arguments.seed, round(seconds), corpus)
    except (Fault, FuzzerFailed) as found:
        print(f"make fuzz: {found}", file=sys.stderr)
        return 1
    report("hostile inputs of make fuzz", "Fuzzed by coverage", Counter({"refused or decoded": tried}))
    print(f"coverage-guided: {tried} inputs, no fault")
    return 0


if __name__ == "__main__":
    sys.exit(main())
