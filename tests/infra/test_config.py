"""Numbers that only make sense together."""

from infra import config


def test_who_waits_waits_longer_than_whom_it_waits_for() -> None:
    assert (
        config.PICTURE_SECONDS
        < config.FUNCTION_TIMEOUT_SECONDS
        < config.TIMEOUT_SECONDS
        < config.ORIGIN_TIMEOUT_SECONDS
    )


def test_alarms_come_before_the_bound_that_they_warn_of() -> None:
    assert config.PICTURE_SECONDS < config.ALARM_P95_SECONDS < config.FUNCTION_TIMEOUT_SECONDS
    assert 0 < config.ALARM_CONCURRENCY_SHARE < 1
