"""A rehearsal of the control plane, not AWS: the real CDK command line deploys the real template to moto.

One account for all tests here, which run in their order: deployed, read back, updated, destroyed.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from infra import config
from infra.config import SITE_FOLDER, STACK_NAME
from infra.headers import REVALIDATE
from tests.infra.assembly import Assembly
from tests.infra.conftest import ALARM_TOPIC_ARN, DOMAIN
from tests.infra.rehearsal.account import Account, open_account


@pytest.fixture(scope="module")
def account(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Account]:
    """An empty account, gone after the tests."""
    with open_account(tmp_path_factory.mktemp("account")) as account:
        yield account


@pytest.fixture(scope="module")
def deployed(account: Account) -> Account:
    """The account after `make deploy`."""
    said = account.make("deploy")
    assert "FixShots.SiteAddress = https://" in said, "the operator is told where the site is"
    return account


def test_everything_in_the_template_was_made(deployed: Account, assembly: Assembly) -> None:
    (stack,) = deployed.client("cloudformation").describe_stacks(StackName=STACK_NAME)["Stacks"]
    assert stack["StackStatus"] == "CREATE_COMPLETE"
    assert set(deployed.resources()) == set(assembly.template.body["Resources"])
    assert {output["OutputKey"] for output in stack["Outputs"]} == {"SiteAddress", "ApiAddress"}


def test_the_image_was_built_for_x86_64_from_our_dockerfile_and_pushed(deployed: Account) -> None:
    calls = [line.split() for line in Path(f"{deployed.docker}.log").read_text().splitlines()]
    verbs = [call[0] for call in calls]
    assert [verb for verb in ("login", "build", "tag", "push") if verb not in verbs] == []
    build = calls[verbs.index("build")]
    assert build[build.index("--platform") + 1] == "linux/amd64"


def test_the_bucket_holds_the_sites_files_and_no_others(deployed: Account, assembly: Assembly) -> None:
    s3 = deployed.client("s3")
    bucket = deployed.resources()[next(iter(assembly.template.all("S3::Bucket")))]
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket)
    found = {item["Key"] for page in pages for item in page["Contents"]}
    assert found == {str(path.relative_to(SITE_FOLDER)) for path in SITE_FOLDER.rglob("*") if path.is_file()}
    assert s3.get_object(Bucket=bucket, Key="index.html")["CacheControl"] == REVALIDATE


def test_the_function_has_its_bounds(deployed: Account, assembly: Assembly) -> None:
    names = assembly.template.all("Lambda::Function")
    name = next(logical for logical in names if names[logical].get("PackageType") == "Image")
    function = deployed.client("lambda").get_function(FunctionName=deployed.resources()[name])
    configuration = function["Configuration"]
    assert (configuration["MemorySize"], configuration["Timeout"]) == (3008, 28)
    assert function["Concurrency"]["ReservedConcurrentExecutions"] == config.RESERVED_CONCURRENCY


def test_the_stage_is_throttled_and_records_nothing(deployed: Account) -> None:
    gateway = deployed.client("apigateway")
    (api,) = gateway.get_rest_apis()["items"]
    stage = gateway.get_stage(restApiId=api["id"], stageName=config.STAGE)
    assert "accessLogSettings" not in stage
    post, rest = sorted(stage["methodSettings"].values(), key=lambda each: each["throttlingRateLimit"])
    assert (post["throttlingRateLimit"], post["throttlingBurstLimit"]) == (
        config.POST_RATE_PER_SECOND,
        config.POST_BURST,
    )
    for setting in (post, rest):
        assert setting["dataTraceEnabled"] is False
        assert setting["loggingLevel"] == "OFF"
    answer = gateway.get_gateway_response(restApiId=api["id"], responseType="THROTTLED")
    assert json.loads(answer["responseTemplates"]["application/json"])["errors"][0]["code"] == "rate_limited"


def test_the_distribution_serves_site_and_api(deployed: Account) -> None:
    (found,) = deployed.client("cloudfront").list_distributions()["DistributionList"]["Items"]
    assert found["HttpVersion"] == "http2and3"
    assert [each["PathPattern"] for each in found["CacheBehaviors"]["Items"]] == ["/v1.0/*"]
    paths = {origin["OriginPath"] for origin in found["Origins"]["Items"]}
    assert paths == {"", f"/{config.STAGE}"}


def test_four_alarms_watch(deployed: Account) -> None:
    alarms = deployed.client("cloudwatch").describe_alarms()["MetricAlarms"]
    assert {alarm["MetricName"] for alarm in alarms} == {"Errors", "Throttles", "Duration", "ConcurrentExecutions"}


def test_an_update_gives_the_site_its_domain_the_alarms_their_topic_and_keeps_the_rest(
    deployed: Account, own_domain: Assembly
) -> None:
    before = deployed.resources()
    # Directly: a change set never ends in moto.
    deployed.run("deploy", "--require-approval", "never", "--method", "direct", assembly=own_domain)
    assert deployed.resources() == before
    (found,) = deployed.client("cloudfront").list_distributions()["DistributionList"]["Items"]
    assert found["Aliases"]["Items"] == [DOMAIN]
    assert found["ViewerCertificate"]["MinimumProtocolVersion"] == "TLSv1.2_2021"
    alarms = deployed.client("cloudwatch").describe_alarms()["MetricAlarms"]
    assert [alarm["AlarmActions"] for alarm in alarms] == [[ALARM_TOPIC_ARN]] * 4


def test_destroying_leaves_nothing(deployed: Account, own_domain: Assembly) -> None:
    deployed.run("destroy", "--force", assembly=own_domain)
    stacks = deployed.client("cloudformation").describe_stacks()["Stacks"]
    assert [stack["StackName"] for stack in stacks] == ["CDKToolkit"]
    buckets = [bucket["Name"] for bucket in deployed.client("s3").list_buckets()["Buckets"]]
    assert not [name for name in buckets if not name.startswith("cdk-")]
    assert "Items" not in deployed.client("cloudfront").list_distributions()["DistributionList"]
    assert deployed.client("apigateway").get_rest_apis()["items"] == []
    assert deployed.client("cloudwatch").describe_alarms()["MetricAlarms"] == []
    assert deployed.client("logs").describe_log_groups()["logGroups"] == []
    assert deployed.client("lambda").list_functions()["Functions"] == []
