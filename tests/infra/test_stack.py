"""What exists on AWS, and what must not: nothing there can hold a user's image or address."""

import json
from collections import Counter
from typing import Any

from infra import readiness
from infra.config import SITE_FOLDER
from tests.infra.assembly import Assembly, Template

EVERYTHING = Counter(
    {
        "AWS::Lambda::Function": 2,  # ours, and CDK's that publishes the site
        "AWS::Lambda::LayerVersion": 2,
        "AWS::Lambda::Permission": 2,
        "AWS::Logs::LogGroup": 2,
        "AWS::IAM::Role": 2,
        "AWS::IAM::Policy": 2,
        "AWS::ApiGateway::RestApi": 1,
        "AWS::ApiGateway::Deployment": 1,
        "AWS::ApiGateway::Stage": 1,
        "AWS::ApiGateway::Resource": 2,
        "AWS::ApiGateway::Method": 2,
        "AWS::ApiGateway::RequestValidator": 1,
        "AWS::ApiGateway::UsagePlan": 1,
        "AWS::ApiGateway::GatewayResponse": 7,
        "AWS::S3::Bucket": 1,
        "AWS::S3::BucketPolicy": 1,
        "Custom::CDKBucketDeployment": 2,
        "AWS::CloudFront::Distribution": 1,
        "AWS::CloudFront::OriginAccessControl": 1,
        "AWS::CloudFront::ResponseHeadersPolicy": 1,
        "AWS::CloudWatch::Alarm": 4,
        "AWS::CloudWatch::Dashboard": 1,
    }
)
"""Every resource: whoever adds one says so here, and thinks of what it could hold."""


def statements(template: Template, role: dict[str, str]) -> list[dict[str, Any]]:
    """All that a role may do by the policies of the template."""
    return [
        statement
        for policy in template.all("IAM::Policy").values()
        if role in policy["Roles"]
        for statement in policy["PolicyDocument"]["Statement"]
    ]


def role_of(function: dict[str, Any]) -> str:
    """The logical name of a function's role."""
    name: str = function["Role"]["Fn::GetAtt"][0]
    return name


def test_nothing_exists_but_what_is_listed(template: Template) -> None:
    found = Counter(resource["Type"] for resource in template.body["Resources"].values())
    assert found == EVERYTHING


def test_no_table_queue_stream_topic_or_second_bucket_can_hold_an_image(template: Template) -> None:
    types = {resource["Type"] for resource in template.body["Resources"].values()}
    for service in ("DynamoDB", "RDS", "SQS", "SNS", "Kinesis", "KinesisFirehose", "EFS", "ElastiCache", "Events"):
        assert not [kind for kind in types if kind.startswith(f"AWS::{service}::")]
    assert len(template.all("S3::Bucket")) == 1


def test_the_function_may_write_its_own_log_and_nothing_else(template: Template) -> None:
    role = role_of(template.function)
    (allowed,) = statements(template, {"Ref": role})
    assert allowed["Effect"] == "Allow"
    assert set(allowed["Action"]) == {"logs:CreateLogStream", "logs:PutLogEvents"}
    log = template.function["LoggingConfig"]["LogGroup"]["Ref"]
    assert allowed["Resource"] == {"Fn::GetAtt": [log, "Arn"]}
    properties = template.all("IAM::Role")[role]
    assert not {"ManagedPolicyArns", "Policies"} & set(properties)


def test_the_function_can_not_read_s3(template: Template) -> None:
    role = role_of(template.function)
    granted = [statements(template, {"Ref": role}), template.all("IAM::Role")[role]]
    assert "s3" not in json.dumps(granted).lower()
    bucket = json.dumps(template.one("S3::BucketPolicy"))
    assert role not in bucket


def test_every_log_ends_after_a_week_and_goes_with_the_stack(template: Template) -> None:
    logs = template.all("Logs::LogGroup")
    assert [log["RetentionInDays"] for log in logs.values()] == [7, 7]
    assert {template.body["Resources"][name]["DeletionPolicy"] for name in logs} == {"Delete"}
    named = {function["LoggingConfig"]["LogGroup"]["Ref"] for function in template.all("Lambda::Function").values()}
    assert named == set(logs)


def test_no_log_gets_a_line_for_a_request_that_went_well(template: Template) -> None:
    logging = template.function["LoggingConfig"]
    assert (logging["LogFormat"], logging["SystemLogLevel"]) == ("JSON", "WARN")


def test_the_outputs_are_the_sites_address_and_the_apis(template: Template) -> None:
    assert set(template.body["Outputs"]) == {"SiteAddress", "ApiAddress"}


def test_nothing_is_told_to_cdks_makers(template: Template) -> None:
    assert "AWS::CDK::Metadata" not in json.dumps(template.body)


def test_an_unset_social_channel_is_said_at_synth_in_words(assembly: Assembly) -> None:
    said = readiness.missing_contact(SITE_FOLDER)
    assert said is None or said in assembly.said


def test_a_missing_model_is_said_in_words(tmp_path: Any) -> None:
    said = readiness.missing_model(tmp_path / "isnet.onnx")
    assert said is not None
    assert "isnet.onnx" in said
    assert "make model" in said
