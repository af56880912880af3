"""Alarms and one dashboard: how many, how long, how dear. Nothing in them is about anybody."""

from aws_cdk import Duration
from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sns as sns
from constructs import Construct

from infra import config

PERIOD = Duration.minutes(config.ALARM_MINUTES)


class Monitoring(Construct):
    """Watches one function and the API before it.

    Parameters
    ----------
    scope : the stack
    name : in the stack
    function : what is watched
    api : what is before it
    alarm_topic_arn : of the operator's own SNS topic, which alarms are told to. Who hears of them is said there, so
        that the template holds nobody's address. Without one they are only seen in CloudWatch
    """

    def __init__(
        self,
        scope: Construct,
        name: str,
        function: lambda_.IFunction,
        api: apigateway.RestApi,
        alarm_topic_arn: str | None,
    ) -> None:
        super().__init__(scope, name)
        self._topic = sns.Topic.from_topic_arn(self, "AlarmTopic", alarm_topic_arn) if alarm_topic_arn else None
        errors = function.metric_errors(period=PERIOD)
        throttles = function.metric_throttles(period=PERIOD)
        p95 = function.metric_duration(period=PERIOD, statistic="p95")
        concurrency = function.metric("ConcurrentExecutions", period=PERIOD, statistic="Maximum")
        self._add_alarm("Errors", errors, config.ALARM_ERRORS)
        self._add_alarm("Throttles", throttles, config.ALARM_THROTTLES)
        self._add_alarm("SlowPictures", p95, config.ALARM_P95_SECONDS * 1000)
        self._add_alarm("Concurrency", concurrency, config.RESERVED_CONCURRENCY * config.ALARM_CONCURRENCY_SHARE)
        cloudwatch.Dashboard(
            self,
            "Dashboard",
            dashboard_name=config.STACK_NAME,
            widgets=[
                [
                    draw("Requests", api.metric_count(period=PERIOD), function.metric_invocations(period=PERIOD)),
                    draw("Failures", errors, throttles, api.metric_server_error(period=PERIOD)),
                ],
                [
                    draw("Milliseconds", function.metric_duration(period=PERIOD, statistic="p50"), p95),
                    draw("Environments at once", concurrency),
                ],
                [draw("Dollars a day, estimated from list prices", estimate_cost(function, api))],
            ],
        )

    def _add_alarm(self, name: str, metric: cloudwatch.Metric, threshold: float) -> None:
        alarm = metric.create_alarm(
            self,
            name,
            threshold=threshold,
            evaluation_periods=1,
            comparison_operator=cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
            # No requests, no figures: that is a quiet night and no failure.
            treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
        )
        if self._topic:
            alarm.add_alarm_action(actions.SnsAction(self._topic))


def draw(title: str, *metrics: cloudwatch.IMetric) -> cloudwatch.GraphWidget:
    """Draw lines over time, half a dashboard wide."""
    return cloudwatch.GraphWidget(title=title, left=list(metrics), width=12)


def estimate_cost(function: lambda_.IFunction, api: apigateway.RestApi) -> cloudwatch.MathExpression:
    """Add up the function's time, its requests and the API's: what a picture costs, but for its transfer.

    README's table of costs has the same arithmetic.
    """
    day = Duration.days(1)
    second = config.MEMORY_MB / 1024 * config.LAMBDA_GB_SECOND_DOLLARS
    return cloudwatch.MathExpression(
        label="dollars",
        period=day,
        expression=f"milliseconds / 1000 * {second:.9f} + invocations * {config.LAMBDA_REQUEST_DOLLARS:.9f}"
        f" + requests * {config.GATEWAY_REQUEST_DOLLARS:.9f}",
        using_metrics={
            "milliseconds": function.metric_duration(period=day, statistic="Sum"),
            "invocations": function.metric_invocations(period=day),
            "requests": api.metric_count(period=day),
        },
    )
