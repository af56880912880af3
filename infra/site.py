"""The site: one private bucket of published files, and the distribution that serves them and the API as one origin."""

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from aws_cdk import aws_logs as logs
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_s3_deployment as s3_deployment
from constructs import Construct

from infra import config
from infra.acknowledgements import DISTRIBUTION, FILES, PUBLISHER, acknowledge
from infra.headers import HASH_NAMED, HSTS_SECONDS, IMMUTABLE, REVALIDATE, SECURITY_HEADERS


class Files(Construct):
    """The bucket of what is in static_site/, and nothing else: only CloudFront reads it, only a deployment writes."""

    def __init__(self, scope: Construct, name: str) -> None:
        super().__init__(scope, name)
        self.bucket = s3.Bucket(
            self,
            "Bucket",
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            object_ownership=s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
            encryption=s3.BucketEncryption.S3_MANAGED,
            enforce_ssl=True,
            removal_policy=RemovalPolicy.DESTROY,
        )
        self._log = logs.LogGroup(
            self, "Log", retention=logs.RetentionDays[config.LOG_RETENTION], removal_policy=RemovalPolicy.DESTROY
        )
        # A page that was open before the deployment still asks for the old ones: they are not pruned.
        hash_named = self._publish("HashNamed", IMMUTABLE, exclude="*", include=[HASH_NAMED], prune=False)
        pages = self._publish("Pages", REVALIDATE, exclude=HASH_NAMED, include=[], prune=True)
        # So that no page names a file that is not there yet.
        pages.node.add_dependency(hash_named)
        acknowledge(self, FILES)
        # CDK's function that publishes: one for the whole stack, beside this construct.
        acknowledge(pages.handler_role.node.scopes[-2], PUBLISHER)

    def _publish(
        self, name: str, cache_control: str, *, exclude: str, include: list[str], prune: bool
    ) -> s3_deployment.BucketDeployment:
        return s3_deployment.BucketDeployment(
            self,
            name,
            sources=[s3_deployment.Source.asset(str(config.SITE_FOLDER))],
            destination_bucket=self.bucket,
            exclude=[exclude],
            include=include,
            prune=prune,
            cache_control=[s3_deployment.CacheControl.from_string(cache_control)],
            memory_limit=config.PUBLISHER_MEMORY_MB,
            # Emptied with the stack: a bucket with files in it can't be deleted.
            retain_on_delete=False,
            log_group=self._log,
        )


class Site(Construct):
    """The distribution: pages at `/`, the API at `/v1.0/*`, no cookies and no logs."""

    def __init__(self, scope: Construct, name: str, api: apigateway.RestApi, domain: config.Domain | None) -> None:
        super().__init__(scope, name)
        files = Files(self, "Files")
        self.distribution = cloudfront.Distribution(
            self,
            "Distribution",
            default_root_object="index.html",
            default_behavior=cloudfront.BehaviorOptions(
                origin=origins.S3BucketOrigin.with_origin_access_control(files.bucket),
                viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
                cache_policy=cloudfront.CachePolicy.CACHING_OPTIMIZED,
                response_headers_policy=make_headers_policy(self),
            ),
            additional_behaviors={f"{config.PREFIX}/*": make_api_behavior(api)},
            # S3 tells CloudFront of a missing key by 403. The API never answers 403, so its own answers pass.
            error_responses=[
                cloudfront.ErrorResponse(
                    http_status=403, response_http_status=404, response_page_path="/404.html", ttl=Duration.seconds(10)
                )
            ],
            http_version=cloudfront.HttpVersion.HTTP2_AND_3,
            enable_logging=False,
            domain_names=[domain.name] if domain else None,
            certificate=acm.Certificate.from_certificate_arn(self, "Certificate", domain.certificate_arn)
            if domain
            else None,
            # CloudFront's own certificate takes TLS 1.0 too, whatever is asked here.
            minimum_protocol_version=cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021 if domain else None,
        )
        self.address = f"https://{domain.name if domain else self.distribution.distribution_domain_name}"
        acknowledge(self.distribution, DISTRIBUTION)


def make_api_behavior(api: apigateway.RestApi) -> cloudfront.BehaviorOptions:
    """Pass everything to the API, and keep nothing of it."""
    return cloudfront.BehaviorOptions(
        origin=origins.RestApiOrigin(api, read_timeout=Duration.seconds(config.ORIGIN_TIMEOUT_SECONDS)),
        allowed_methods=cloudfront.AllowedMethods.ALLOW_ALL,
        cache_policy=cloudfront.CachePolicy.CACHING_DISABLED,
        origin_request_policy=cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        # Not redirected: a photo that was posted in the clear has been seen already.
        viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
    )


def make_headers_policy(scope: Construct) -> cloudfront.ResponseHeadersPolicy:
    """Make CloudFront send SECURITY_HEADERS: four of them it takes only in a form of its own."""
    others = dict(SECURITY_HEADERS)
    own = cloudfront.ResponseSecurityHeadersBehavior(
        content_security_policy=cloudfront.ResponseHeadersContentSecurityPolicy(
            content_security_policy=others.pop("Content-Security-Policy"), override=True
        ),
        content_type_options=cloudfront.ResponseHeadersContentTypeOptions(override=True),
        referrer_policy=cloudfront.ResponseHeadersReferrerPolicy(
            referrer_policy=cloudfront.HeadersReferrerPolicy.NO_REFERRER, override=True
        ),
        strict_transport_security=cloudfront.ResponseHeadersStrictTransportSecurity(
            access_control_max_age=Duration.seconds(HSTS_SECONDS), include_subdomains=True, preload=True, override=True
        ),
    )
    for name in ("X-Content-Type-Options", "Referrer-Policy", "Strict-Transport-Security"):
        del others[name]
    custom = [cloudfront.ResponseCustomHeader(header=name, value=others[name], override=True) for name in others]
    return cloudfront.ResponseHeadersPolicy(
        scope,
        "Headers",
        security_headers_behavior=own,
        custom_headers_behavior=cloudfront.ResponseCustomHeadersBehavior(custom_headers=custom),
    )
