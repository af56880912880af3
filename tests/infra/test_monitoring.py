"""Alarms and the dashboard: they watch figures, never anybody."""

import json
from typing import Any

from infra import config
from tests.infra.assembly import Assembly, Template
from tests.infra.conftest import ALARM_TOPIC_ARN


def alarms(template: Template) -> dict[str, dict[str, Any]]:
    """The alarms by what they watch."""
    return {alarm["MetricName"]: alarm for alarm in template.all("CloudWatch::Alarm").values()}


def dashboard(template: Template) -> str:
    """The dashboard's description as text, references left out."""
    parts = template.one("CloudWatch::Dashboard")["DashboardBody"]["Fn::Join"][1]
    return "".join(part if isinstance(part, str) else "REFERENCE" for part in parts)


def test_errors_throttles_slowness_and_concurrency_are_watched(template: Template) -> None:
    found = alarms(template)
    assert set(found) == {"Errors", "Throttles", "Duration", "ConcurrentExecutions"}
    assert found["Duration"]["ExtendedStatistic"] == "p95"
    assert found["Duration"]["Threshold"] == config.ALARM_P95_SECONDS * 1000
    assert found["ConcurrentExecutions"]["Threshold"] < config.RESERVED_CONCURRENCY


def test_a_quiet_night_is_no_alarm(template: Template) -> None:
    assert {alarm["TreatMissingData"] for alarm in alarms(template).values()} == {"notBreaching"}


def test_alarms_watch_the_function_and_nobody(template: Template) -> None:
    for alarm in alarms(template).values():
        assert [dimension["Name"] for dimension in alarm["Dimensions"]] == ["FunctionName"]


def test_alarms_are_told_to_a_topic_if_one_is_given(template: Template, own_domain: Assembly) -> None:
    assert [alarm.get("AlarmActions") for alarm in alarms(template).values()] == [None] * 4
    told = own_domain.template
    assert [alarm.get("AlarmActions") for alarm in alarms(told).values()] == [[ALARM_TOPIC_ARN]] * 4
    # The topic, and the addresses that it knows, are the operator's own.
    assert not [each["Type"] for each in told.body["Resources"].values() if each["Type"].startswith("AWS::SNS::")]


def test_the_dashboard_reads_aws_own_figures_and_no_log(template: Template) -> None:
    widgets = json.loads(dashboard(template))["widgets"]
    assert {widget["type"] for widget in widgets} == {"metric"}
    namespaces = {
        metric[0] for widget in widgets for metric in widget["properties"]["metrics"] if isinstance(metric[0], str)
    }
    assert namespaces == {"AWS/Lambda", "AWS/ApiGateway"}


def test_the_dashboard_estimates_what_a_thousand_pictures_cost(template: Template) -> None:
    (cost,) = (
        metric[0]["expression"]
        for widget in json.loads(dashboard(template))["widgets"]
        for metric in widget["properties"]["metrics"]
        if isinstance(metric[0], dict)
    )
    pictures = 1000
    figures = {"milliseconds": pictures * 3000, "invocations": pictures, "requests": pictures}
    dollars = 0.0
    for term in cost.split(" + "):
        name, *factors = term.replace("/ 1000", "* 0.001").split(" * ")
        product = float(figures[name])
        for factor in factors:
            product *= float(factor)
        dollars += product
    # README's table: 3 s at 3,008 MB, one request of Lambda's and one of the API's.
    assert round(dollars, 3) == 0.151
