"""The site: a bucket of published files only, and the very headers that the local server sends."""

import json
from typing import Any

import pytest

from infra.config import PUBLISHER_MEMORY_MB, SITE_FOLDER
from infra.headers import HASH_NAMED, IMMUTABLE, REVALIDATE, SECURITY_HEADERS, cache_control
from tests.infra.assembly import Assembly, Template
from tests.infra.conftest import DOMAIN


@pytest.fixture
def distribution(template: Template) -> dict[str, Any]:
    """The distribution's configuration."""
    config: dict[str, Any] = template.one("CloudFront::Distribution")["DistributionConfig"]
    return config


def sent_headers(template: Template) -> dict[str, str]:
    """The headers as CloudFront writes them from its policy."""
    config = template.one("CloudFront::ResponseHeadersPolicy")["ResponseHeadersPolicyConfig"]
    headers = {item["Header"]: item["Value"] for item in config["CustomHeadersConfig"]["Items"]}
    own = config["SecurityHeadersConfig"]
    hsts = own["StrictTransportSecurity"]
    assert hsts["IncludeSubdomains"]
    assert hsts["Preload"]
    assert "ContentTypeOptions" in own
    headers["Strict-Transport-Security"] = f"max-age={hsts['AccessControlMaxAgeSec']}; includeSubDomains; preload"
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = own["ReferrerPolicy"]["ReferrerPolicy"]
    headers["Content-Security-Policy"] = own["ContentSecurityPolicy"]["ContentSecurityPolicy"]
    return headers


def test_the_security_headers_are_exactly_the_local_servers(template: Template) -> None:
    assert sent_headers(template) == SECURITY_HEADERS


def test_the_content_policy_is_exact(template: Template) -> None:
    directives = sent_headers(template)["Content-Security-Policy"].split("; ")
    assert directives[0] == "default-src 'none'"
    assert {"script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self'"} <= set(directives)
    assert {"connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"} <= set(directives)
    assert not [each for each in directives if "'unsafe-inline'" in each or "'unsafe-eval'" in each or "http" in each]


def test_the_headers_are_on_every_page(template: Template, distribution: dict[str, Any]) -> None:
    (policy,) = template.all("CloudFront::ResponseHeadersPolicy")
    assert distribution["DefaultCacheBehavior"]["ResponseHeadersPolicyId"] == {"Ref": policy}


def test_the_bucket_is_private_and_speaks_tls_only(template: Template) -> None:
    bucket = template.one("S3::Bucket")
    assert all(bucket["PublicAccessBlockConfiguration"].values())
    assert len(bucket["PublicAccessBlockConfiguration"]) == 4
    assert bucket["OwnershipControls"]["Rules"] == [{"ObjectOwnership": "BucketOwnerEnforced"}]
    deny, allow = template.one("S3::BucketPolicy")["PolicyDocument"]["Statement"]
    assert (deny["Effect"], deny["Action"]) == ("Deny", "s3:*")
    assert deny["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}
    assert (allow["Effect"], allow["Action"]) == ("Allow", "s3:GetObject")


def test_only_this_distribution_reads_the_bucket(template: Template, distribution: dict[str, Any]) -> None:
    _, allow = template.one("S3::BucketPolicy")["PolicyDocument"]["Statement"]
    (name,) = template.all("CloudFront::Distribution")
    assert allow["Principal"] == {"Service": "cloudfront.amazonaws.com"}
    assert name in json.dumps(allow["Condition"]["StringEquals"]["AWS:SourceArn"])
    (origin,) = (each for each in distribution["Origins"] if "S3OriginConfig" in each)
    assert "OriginAccessControlId" in origin


def test_just_the_sites_files_are_published(template: Template, assembly: Assembly) -> None:
    published = template.all("Custom::CDKBucketDeployment").values()
    (bucket,) = template.all("S3::Bucket")
    assert [each["DestinationBucketName"] for each in published] == [{"Ref": bucket}] * 2
    (key,) = {key for each in published for key in each["SourceObjectKeys"]}
    asset = assembly.folder / f"asset.{key.removesuffix('.zip')}"
    found = {path.relative_to(asset) for path in asset.rglob("*") if path.is_file()}
    assert found == {path.relative_to(SITE_FOLDER) for path in SITE_FOLDER.rglob("*") if path.is_file()}


def test_pages_are_asked_about_each_time_and_hash_named_files_never(template: Template) -> None:
    first, second = template.all("Custom::CDKBucketDeployment").values()
    assert (first["Exclude"], first["Include"]) == (["*"], [HASH_NAMED])
    assert first["SystemMetadata"] == {"cache-control": IMMUTABLE}
    assert second["Exclude"] == [HASH_NAMED]
    assert second["SystemMetadata"] == {"cache-control": REVALIDATE}


@pytest.mark.parametrize("name", ["vendor/ort.0f1e2d3c.wasm", "js/main.00000000.js"])
def test_a_name_with_a_hash_is_kept_for_good(name: str) -> None:
    assert cache_control(name) == IMMUTABLE


@pytest.mark.parametrize(
    "name",
    [
        "index.html",
        "service-worker.js",
        "vendor/on-device.json",
        "js/main.js",
        "vendor/icons.svg",
        "a.0F1E2D3C.js",
        "a.0f1e2d3c",
    ],
)
def test_any_other_name_is_asked_about(name: str) -> None:
    assert cache_control(name) == REVALIDATE


def test_the_publisher_has_room_for_the_model(template: Template) -> None:
    (publisher,) = (each for each in template.all("Lambda::Function").values() if each.get("PackageType") != "Image")
    assert publisher["MemorySize"] == PUBLISHER_MEMORY_MB


def test_files_go_with_the_stack(template: Template) -> None:
    (bucket,) = template.all("S3::Bucket")
    assert template.body["Resources"][bucket]["DeletionPolicy"] == "Delete"
    assert not any(each["RetainOnDelete"] for each in template.all("Custom::CDKBucketDeployment").values())


def test_http_2_and_3_compressed_and_redirected_to_https(distribution: dict[str, Any]) -> None:
    assert distribution["HttpVersion"] == "http2and3"
    pages = distribution["DefaultCacheBehavior"]
    assert pages["Compress"] is True
    assert pages["ViewerProtocolPolicy"] == "redirect-to-https"
    assert distribution["DefaultRootObject"] == "index.html"


def test_the_api_is_of_the_same_origin_never_cached_and_never_in_the_clear(distribution: dict[str, Any]) -> None:
    (api,) = distribution["CacheBehaviors"]
    assert api["PathPattern"] == "/v1.0/*"
    assert "POST" in api["AllowedMethods"]
    assert api["ViewerProtocolPolicy"] == "https-only"
    caching_disabled, all_viewer_except_host = (
        "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
        "b689b0a8-53d0-40ab-baf2-68738e2966ac",
    )
    assert (api["CachePolicyId"], api["OriginRequestPolicyId"]) == (caching_disabled, all_viewer_except_host)


def test_a_missing_file_is_told_by_our_page_and_the_apis_own_answers_pass(distribution: dict[str, Any]) -> None:
    (missing,) = distribution["CustomErrorResponses"]
    assert (missing["ErrorCode"], missing["ResponseCode"], missing["ResponsePagePath"]) == (403, 404, "/404.html")
    assert (SITE_FOLDER / "404.html").is_file()


def test_no_visit_is_logged(template: Template, distribution: dict[str, Any]) -> None:
    assert "Logging" not in distribution
    assert "LoggingConfiguration" not in template.one("S3::Bucket")


def test_without_a_domain_no_version_of_tls_is_promised(distribution: dict[str, Any]) -> None:
    assert "ViewerCertificate" not in distribution


def test_a_domain_has_its_certificate_and_tls_1_2_at_least(own_domain: Assembly) -> None:
    distribution = own_domain.template.one("CloudFront::Distribution")["DistributionConfig"]
    assert distribution["Aliases"] == [DOMAIN]
    certificate = distribution["ViewerCertificate"]
    assert certificate["MinimumProtocolVersion"] == "TLSv1.2_2021"
    assert certificate["AcmCertificateArn"].startswith("arn:aws:acm:us-east-1:")
    assert own_domain.template.body["Outputs"]["SiteAddress"]["Value"] == f"https://{DOMAIN}"
