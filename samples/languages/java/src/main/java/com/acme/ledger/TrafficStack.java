package com.acme.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.route53.CfnRecordSet;
import software.amazon.awscdk.services.route53.HealthCheck;
import software.amazon.awscdk.services.route53.HealthCheckType;
import software.amazon.awscdk.services.route53.PublicHostedZone;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** What exists once for both regions: the merchants' sign-in, the zone, and its weighted records. */
public class TrafficStack extends Stack {
    private final Topic onCall;
    private final PublicHostedZone zone;

    public TrafficStack(final Construct scope, final String id, final StackProps props) {
        super(scope, id, props);

        UserPool.Builder.create(this, "Merchants")
            .signInAliases(SignInAliases.builder().email(true).build())
            .deletionProtection(true)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();

        onCall = new Topic(this, "OnCall");
        zone = PublicHostedZone.Builder.create(this, "Zone").zoneName("ledger.acme-bank.io").build();
        addRecord("Primary", "https://primary.acme-bank.io/health", 70, "primary");
        addRecord("Standby", "standby.acme-bank.io", 30, null);
    }

    private void addRecord(final String name, final String host, final int weight, final String setIdentifier) {
        HealthCheck health = HealthCheck.Builder.create(this, name + "Health")
            .type(HealthCheckType.HTTPS)
            .fqdn(host)
            .build();
        CfnRecordSet.Builder.create(this, name)
            .hostedZoneId(zone.getHostedZoneId())
            .name("api." + zone.getZoneName() + ".")
            .type("CNAME")
            .ttl("60")
            .resourceRecords(List.of(name.toLowerCase(Locale.ROOT) + ".acme-bank.io"))
            .weight(weight)
            .setIdentifier(setIdentifier)
            .healthCheckId(health.getHealthCheckId())
            .build();
        Alarm alarm = Alarm.Builder.create(this, name + "Unhealthy")
            .metric(Metric.Builder.create()
                .namespace("AWS/Route53")
                .metricName("HealthCheckStatus")
                .dimensionsMap(Map.of("HealthCheckId", health.getHealthCheckId()))
                .statistic("Minimum")
                .period(Duration.minutes(1))
                .build())
            .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
            .threshold(1)
            .evaluationPeriods(2)
            .build();
        alarm.addAlarmAction(new SnsAction(onCall));
    }
}
