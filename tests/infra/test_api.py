"""The function and its gateway: bounds, order of time-outs, and nothing recorded."""

import json
from typing import Any

import pytest

from infra import config
from removebg.matting import MODEL_VARIABLE, chosen_model
from tests.infra.assembly import Assembly, Template


def settings(template: Template) -> dict[str, dict[str, Any]]:
    """The stage's settings by method, `*` for the rest."""
    return {setting["HttpMethod"]: setting for setting in template.one("ApiGateway::Stage")["MethodSettings"]}


def test_each_layer_outlasts_the_one_behind_it(template: Template) -> None:
    waits = [method["Integration"]["TimeoutInMillis"] for method in template.all("ApiGateway::Method").values()]
    assert waits == [29_000, 29_000]
    assert template.function["Timeout"] < 29
    origins = template.one("CloudFront::Distribution")["DistributionConfig"]["Origins"]
    assert [o["CustomOriginConfig"]["OriginReadTimeout"] for o in origins if "CustomOriginConfig" in o] == [30]


def test_memory_architecture_and_environments_are_bounded(template: Template) -> None:
    function = template.function
    assert (function["MemorySize"], function["Architectures"]) == (3008, ["x86_64"])
    assert function["ReservedConcurrentExecutions"] == config.RESERVED_CONCURRENCY


def test_what_the_throttle_lets_through_finds_a_free_environment(template: Template) -> None:
    post = settings(template)["POST"]
    at_work = post["ThrottlingRateLimit"] * config.PICTURE_SECONDS
    assert 0 < at_work + post["ThrottlingBurstLimit"] <= template.function["ReservedConcurrentExecutions"]


def test_the_stage_is_throttled_and_post_by_a_throttle_of_its_own(template: Template) -> None:
    found = settings(template)
    assert set(found) == {"*", "POST"}
    assert found["POST"]["ResourcePath"] == "/~1v1.0~1{proxy+}"
    assert found["POST"]["ThrottlingRateLimit"] < found["*"]["ThrottlingRateLimit"]
    plan = template.one("ApiGateway::UsagePlan")
    assert plan["Throttle"] == {"BurstLimit": config.POST_BURST, "RateLimit": config.POST_RATE_PER_SECOND}


def test_no_body_is_traced_and_no_request_logged(template: Template) -> None:
    for setting in settings(template).values():
        assert setting["DataTraceEnabled"] is False
        assert setting["LoggingLevel"] == "OFF"
    stage = template.one("ApiGateway::Stage")
    assert "AccessLogSetting" not in stage
    assert stage["TracingEnabled"] is False
    assert "TracingConfig" not in template.function


def test_photos_pass_the_gateway_unchanged(template: Template) -> None:
    api = template.one("ApiGateway::RestApi")
    assert api["BinaryMediaTypes"] == ["*/*"]
    assert api["EndpointConfiguration"]["Types"] == ["REGIONAL"]


def test_every_route_is_validated_and_goes_to_the_function(template: Template) -> None:
    methods = template.all("ApiGateway::Method")
    assert {method["HttpMethod"] for method in methods.values()} == {"ANY", "POST"}
    (validator,) = template.all("ApiGateway::RequestValidator")
    for method in methods.values():
        assert method["RequestValidatorId"] == {"Ref": validator}
        assert method["RequestParameters"] == {"method.request.path.proxy": True}
        assert method["Integration"]["Type"] == "AWS_PROXY"
    assert [each["PathPart"] for each in template.all("ApiGateway::Resource").values()] == ["v1.0", "{proxy+}"]


def test_the_image_is_made_of_the_function_its_packages_and_the_model(template: Template, assembly: Assembly) -> None:
    tag = template.function["Code"]["ImageUri"]["Fn::Sub"].rpartition(":")[2]
    asset = assembly.folder / f"asset.{tag}"
    found = {str(path.relative_to(asset)) for path in asset.rglob("*") if path.is_file()}
    modules = {str(path.relative_to(config.FUNCTION_FOLDER)) for path in config.FUNCTION_FOLDER.glob("removebg/*.py")}
    model = str(config.MODEL_FILE.relative_to(config.FUNCTION_FOLDER))
    card, answers = "model/isnet-general-use.json", "removebg/gateway_answers.json"
    assert found == modules | {".dockerignore", "Dockerfile", "requirements.txt", model, card, answers}
    assert f"COPY {model} {card} " in (asset / "Dockerfile").read_text()


def test_the_models_file_is_the_one_that_the_function_loads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(MODEL_VARIABLE, raising=False)
    assert chosen_model() == config.MODEL_FILE


def test_only_the_api_may_call_the_function(template: Template) -> None:
    for permission in template.all("Lambda::Permission").values():
        assert permission["Principal"] == "apigateway.amazonaws.com"
        assert "test-invoke-stage" not in json.dumps(permission["SourceArn"])
