"""The API: one function in a container, and the REST API that is its only caller."""

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from aws_cdk.aws_ecr_assets import Platform
from constructs import Construct

from infra import config
from infra.acknowledgements import GATEWAY, acknowledge
from infra.gateway_answers import add_gateway_answers


class RemoveBackground(Construct):
    """The function: stateless, and with a role that can write its own log and nothing else."""

    def __init__(self, scope: Construct, name: str) -> None:
        super().__init__(scope, name)
        log = logs.LogGroup(
            self, "Log", retention=logs.RetentionDays[config.LOG_RETENTION], removal_policy=RemovalPolicy.DESTROY
        )
        # Explicit: CDK's own role could create any log group, by a managed policy.
        role = iam.Role(self, "Role", assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"))
        self.function = lambda_.DockerImageFunction(
            self,
            "Function",
            # onnxruntime crashed on Lambda's arm64: https://github.com/microsoft/onnxruntime/issues/10038
            code=lambda_.DockerImageCode.from_image_asset(str(config.FUNCTION_FOLDER), platform=Platform.LINUX_AMD64),
            architecture=lambda_.Architecture.X86_64,
            memory_size=config.MEMORY_MB,
            timeout=Duration.seconds(config.FUNCTION_TIMEOUT_SECONDS),
            reserved_concurrent_executions=config.RESERVED_CONCURRENCY,
            role=role,
            log_group=log,
            # Lambda itself writes lines of failures only, none of a request that went well.
            logging_format=lambda_.LoggingFormat.JSON,
            system_log_level_v2=lambda_.SystemLogLevel.WARN,
            tracing=lambda_.Tracing.DISABLED,
        )
        log.grant_write(role)


class Gateway(Construct):
    """The REST API: `/v1.0/*` to one function, throttled, and without any record of who asked what."""

    def __init__(self, scope: Construct, name: str, function: lambda_.IFunction) -> None:
        super().__init__(scope, name)
        self.api = apigateway.RestApi(
            self,
            "Api",
            rest_api_name=config.STACK_NAME,
            endpoint_types=[apigateway.EndpointType.REGIONAL],
            binary_media_types=["*/*"],
            # Otherwise the account gets a role that lets API Gateway write logs.
            cloud_watch_role=False,
            deploy_options=make_stage_options(),
        )
        # CDK's own output, under a name made of hashes; the stack has ours.
        self.api.node.try_remove_child("Endpoint")
        self._add_routes(function)
        self._add_usage_plan()
        add_gateway_answers(self.api)
        acknowledge(self, GATEWAY)

    def _add_routes(self, function: lambda_.IFunction) -> None:
        proxy = self.api.root.add_resource(config.PREFIX.removeprefix("/")).add_resource("{proxy+}")
        integration = apigateway.LambdaIntegration(
            function, timeout=Duration.seconds(config.TIMEOUT_SECONDS), allow_test_invoke=False
        )
        validator = self.api.add_request_validator(
            "Validator", validate_request_parameters=True, validate_request_body=True
        )
        # POST apart from the rest: it is what takes seconds, so it has a throttle of its own.
        for method in ("POST", "ANY"):
            proxy.add_method(
                method,
                integration,
                request_parameters={"method.request.path.proxy": True},
                request_validator=validator,
            )

    def _add_usage_plan(self) -> None:
        # There are no keys, as there are no accounts; a caller that gets one some day is bound by this.
        self.api.add_usage_plan(
            "UsagePlan",
            throttle=apigateway.ThrottleSettings(rate_limit=config.POST_RATE_PER_SECOND, burst_limit=config.POST_BURST),
            api_stages=[apigateway.UsagePlanPerApiStage(stage=self.api.deployment_stage)],
        )


def make_stage_options() -> apigateway.StageOptions:
    """Throttle the stage, and POST more than the rest; record nothing."""
    return apigateway.StageOptions(
        stage_name=config.STAGE,
        logging_level=apigateway.MethodLoggingLevel.OFF,
        # It would write request and response bodies, which are photos, to a log.
        data_trace_enabled=False,
        tracing_enabled=False,
        metrics_enabled=False,
        throttling_rate_limit=config.RATE_PER_SECOND,
        throttling_burst_limit=config.BURST,
        method_options={
            f"{config.PREFIX}/{{proxy+}}/POST": apigateway.MethodDeploymentOptions(
                logging_level=apigateway.MethodLoggingLevel.OFF,
                data_trace_enabled=False,
                metrics_enabled=False,
                throttling_rate_limit=config.POST_RATE_PER_SECOND,
                throttling_burst_limit=config.POST_BURST,
            )
        },
    )
