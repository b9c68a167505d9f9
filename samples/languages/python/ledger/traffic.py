from aws_cdk import Duration, RemovalPolicy, Stack
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cognito as cognito
from aws_cdk import aws_route53 as route53
from aws_cdk import aws_sns as sns
from aws_cdk.aws_cloudwatch_actions import SnsAction
from constructs import Construct


class TrafficStack(Stack):
    """What exists once for both regions: the merchants' sign-in, the zone, and its weighted records."""

    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        cognito.UserPool(
            self,
            "Merchants",
            sign_in_aliases=cognito.SignInAliases(email=True),
            deletion_protection=True,
            removal_policy=RemovalPolicy.DESTROY,
        )

        self.on_call = sns.Topic(self, "OnCall")
        self.zone = route53.PublicHostedZone(self, "Zone", zone_name="ledger.acme-bank.io")
        self.add_record("Primary", host="https://primary.acme-bank.io/health", weight=70, set_identifier="primary")
        self.add_record("Standby", host="standby.acme-bank.io", weight=30)

    def add_record(self, name: str, *, host: str, weight: int, set_identifier: str | None = None) -> None:
        health = route53.HealthCheck(self, f"{name}Health", type=route53.HealthCheckType.HTTPS, fqdn=host)
        route53.CfnRecordSet(
            self,
            name,
            hosted_zone_id=self.zone.hosted_zone_id,
            name=f"api.{self.zone.zone_name}.",
            type="CNAME",
            ttl="60",
            resource_records=[f"{name.lower()}.acme-bank.io"],
            weight=weight,
            set_identifier=set_identifier,
            health_check_id=health.health_check_id,
        )
        alarm = cloudwatch.Alarm(
            self,
            f"{name}Unhealthy",
            metric=cloudwatch.Metric(
                namespace="AWS/Route53",
                metric_name="HealthCheckStatus",
                dimensions_map={"HealthCheckId": health.health_check_id},
                statistic="Minimum",
                period=Duration.minutes(1),
            ),
            comparison_operator=cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
            threshold=1,
            evaluation_periods=2,
        )
        alarm.add_alarm_action(SnsAction(self.on_call))
