"""CloudWatch's alarms, on moto's own backend."""

from moto.cloudwatch.models import cloudwatch_backends

from tests.infra.rehearsal.resource import Place, PutResource


class Alarm(PutResource):
    """A figure that is watched."""

    kind = "AWS::CloudWatch::Alarm"

    def put(self, place: Place) -> None:
        """Put it."""
        wanted = self.properties
        cloudwatch_backends[place.account_id][place.region].put_metric_alarm(
            name=self.physical_resource_id,
            namespace=wanted["Namespace"],
            metric_name=wanted["MetricName"],
            comparison_operator=wanted["ComparisonOperator"],
            evaluation_periods=wanted["EvaluationPeriods"],
            period=wanted["Period"],
            threshold=wanted["Threshold"],
            statistic=wanted.get("Statistic", ""),
            extended_statistic=wanted.get("ExtendedStatistic"),
            description="",
            dimensions=wanted["Dimensions"],
            alarm_actions=wanted.get("AlarmActions", []),
            treat_missing_data=wanted["TreatMissingData"],
        )

    def remove(self, place: Place) -> None:
        """Remove it."""
        cloudwatch_backends[place.account_id][place.region].delete_alarms([self.physical_resource_id])
