"""What is said before anything is deployed."""

from pathlib import Path

import pytest
from aws_cdk import App
from aws_cdk.assertions import Annotations, Match

from infra import config
from infra.app import read_alarm_topic, read_domain
from infra.config import Domain
from infra.stack import FixShots


def test_a_missing_model_stops_the_synthesis_and_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(config, "MODEL_FILE", tmp_path / "isnet.onnx")
    stack = FixShots(App(outdir=str(tmp_path / "out"), analytics_reporting=False))
    Annotations.from_stack(stack).has_error("/FixShots", Match.string_like_regexp(r"isnet\.onnx.*run `make model`"))


@pytest.mark.parametrize("context", [{"domain": "a.example"}, {"certificate_arn": "arn:a", "domain": ""}])
def test_a_domain_without_its_certificate_is_refused_in_words(context: dict[str, str]) -> None:
    with pytest.raises(SystemExit, match="belong together"):
        read_domain(App(context=context))


def test_a_domain_is_optional() -> None:
    assert read_domain(App()) is None
    assert read_domain(App(context={"domain": "a.example", "certificate_arn": "arn:a"})) == Domain("a.example", "arn:a")


def test_a_topic_of_alarms_is_optional() -> None:
    assert read_alarm_topic(App()) is None
    assert read_alarm_topic(App(context={"alarm_topic_arn": ""})) is None
    arn = "arn:aws:sns:eu-west-1:123456789012:alarms"
    assert read_alarm_topic(App(context={"alarm_topic_arn": arn})) == arn


def test_an_address_in_the_place_of_a_topic_is_refused_in_words() -> None:
    with pytest.raises(SystemExit, match="not that of an SNS topic"):
        read_alarm_topic(App(context={"alarm_topic_arn": "someone@example.org"}))
