"""A short soak: answers under load are their serial twins, and what would not be is told."""

from dataclasses import replace

from tests.proof import load


def test_answers_to_several_callers_are_their_serial_twins() -> None:
    runs, soak = load.load(requests=4, soak_requests=5, callers=(1, 3), rounds=1)
    assert [len(each.notes) for each in (*runs, soak)] == [4, 4, 5]
    for each in (*runs, soak):
        assert set(each.outcomes) <= load.ALLOWED


def test_a_run_that_does_not_hold_is_told_of() -> None:
    def note(number: int, **changed: object) -> dict[str, object]:
        times = {"number": number, "sent": float(number), "came": number + 1.0}
        return {**times, "status": 200, "right": True, "retry_after": None, "resident_bytes": 100, **changed}

    sound = load.Run(1, [note(number) for number in range(60)])
    assert load.faults_of([sound], sound) == []
    grown = replace(sound, notes=[*sound.notes, note(60, resident_bytes=104)])
    assert "memory grew by 4.0%" in load.faults_of([sound], grown)[0]
    wrong = replace(sound, notes=[note(0, right=False), note(1, status=500), note(2, status=429)])
    assert "not its serial twin, status 429, status 500" in load.faults_of([wrong], sound)[0]
    slow = load.Run(2, [note(number, sent=2.0 * number, came=2.0 * number + 2) for number in range(60)])
    assert any("2 callers: 50.0% of" in fault for fault in load.faults_of([sound, slow], sound))
    overtaken = load.Run(1, [note(0, came=9.0), *(note(number) for number in range(1, 4))])
    assert any("overtook" in fault for fault in load.faults_of([overtaken], sound))
    short = replace(sound, notes=sound.notes[:10])
    assert load.faults_of([sound], sound, expected=(60, 60)) == []
    assert any("10 of 60" in fault for fault in load.faults_of([short], sound, expected=(60, 60)))


def test_throughput_is_compared_within_each_round() -> None:
    def run(callers: int, seconds: float) -> load.Run:
        return load.Run(callers, [{"sent": 0.0, "came": seconds}])

    # The machine gets four times as slow, and so do all.
    rounds = [run(1, 1.0), run(2, 1.0), run(1, 2.0), run(2, 2.1), run(1, 4.0), run(2, 3.9)]
    per_second, share = load.throughput(rounds)[2]
    assert share == 1
    assert abs(per_second - 1 / 2.1) < 1e-9
