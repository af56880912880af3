"""Whatever bytes come as a picture: an answer or a typed refusal; never a 5xx, a hang or a dead process."""

import resource
from collections.abc import Iterator

import pytest

from removebg.bombs import bounded_memory, count_scans, has_more_scans
from removebg.limits import MAX_JPEG_SCANS
from tests.photos import encoded, photo
from tests.proof.figures import report
from tests.proof.hostile_files import BOMBS, LIARS, LONG_SIDES
from tests.proof.hostile_mutations import FORMATS, mutated, sound_pictures, truncated
from tests.proof.hostile_victim import Victim, attack

QUICK_MUTATIONS = 40
"""Of each format; `make fuzz` tries 10,000."""

SEED = 8


@pytest.fixture(scope="module")
def victim() -> Iterator[Victim]:
    """A process to attack."""
    process = Victim()
    yield process
    process.stop()


@pytest.mark.parametrize("image_format", FORMATS)
def test_what_is_damaged_later_is_sound_at_first(victim: Victim, image_format: str) -> None:
    for picture in sound_pictures(image_format):
        assert victim.matte(picture) == "answered"


def test_small_files_that_unfold_stay_within_memory_and_time(victim: Victim) -> None:
    report("hostile inputs", "Bombs", attack(victim, ((name, make()) for name, make in BOMBS.items())))


def test_sides_as_long_as_a_format_can_tell_are_no_way_in(victim: Victim) -> None:
    report("hostile inputs", "Longest sides", attack(victim, ((name, make()) for name, make in LONG_SIDES.items())))


def test_files_that_are_two_things_or_another_are_no_way_in(victim: Victim) -> None:
    liars = ((name, make()) for name, make in LIARS.items())
    report("hostile inputs", "Polyglots and wrong types", attack(victim, liars))


@pytest.mark.parametrize("image_format", FORMATS)
def test_a_picture_cut_off_anywhere_is_refused_or_answered(victim: Victim, image_format: str) -> None:
    report("hostile inputs", f"Truncated {image_format}", attack(victim, truncated(image_format)))


@pytest.mark.parametrize("image_format", FORMATS)
def test_a_picture_with_changed_bytes_is_refused_or_answered(victim: Victim, image_format: str) -> None:
    report("hostile inputs", f"Mutated {image_format}", attack(victim, mutated(image_format, QUICK_MUTATIONS, SEED)))


def test_a_jpegs_scans_are_counted_in_its_first_image_alone() -> None:
    sequential, progressive = encoded(photo("coffee")), encoded(photo("coffee"), progressive=True)
    assert count_scans(sequential) == count_scans(sequential + progressive) == 1
    assert 1 < count_scans(progressive) < MAX_JPEG_SCANS
    assert count_scans(b"\xff\xd8\xff") == 0


def test_scans_are_too_many_only_in_the_first_image() -> None:
    progressive = encoded(photo("coffee"), progressive=True)
    scans = count_scans(progressive)
    assert has_more_scans(progressive, scans - 1)
    assert not has_more_scans(progressive, scans)
    assert not has_more_scans(progressive * 3, scans)


def test_memory_past_the_bound_is_refused_and_the_bound_ends_with_its_block() -> None:
    before = resource.getrlimit(resource.RLIMIT_DATA)
    with pytest.raises(MemoryError), bounded_memory(100_000_000):
        bytearray(200_000_000)
    assert resource.getrlimit(resource.RLIMIT_DATA) == before
    assert len(bytearray(200_000_000)) == 200_000_000
