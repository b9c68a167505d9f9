import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** What exists once for both regions: the merchants' sign-in, the zone, and its weighted records. */
export class TrafficStack extends Stack {
  private readonly onCall: sns.Topic;
  private readonly zone: route53.PublicHostedZone;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);

    new cognito.UserPool(this, 'Merchants', {
      signInAliases: { email: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });

    this.onCall = new sns.Topic(this, 'OnCall');
    this.zone = new route53.PublicHostedZone(this, 'Zone', { zoneName: 'ledger.acme-bank.io' });
    this.addRecord('Primary', 'https://primary.acme-bank.io/health', 70, 'primary');
    this.addRecord('Standby', 'standby.acme-bank.io', 30);
  }

  private addRecord(name: string, fqdn: string, weight: number, setIdentifier?: string) {
    const health = new route53.HealthCheck(this, `${name}Health`, { type: route53.HealthCheckType.HTTPS, fqdn });
    new route53.CfnRecordSet(this, name, {
      hostedZoneId: this.zone.hostedZoneId,
      name: `api.${this.zone.zoneName}.`,
      type: 'CNAME',
      ttl: '60',
      resourceRecords: [`${name.toLowerCase()}.acme-bank.io`],
      weight,
      setIdentifier,
      healthCheckId: health.healthCheckId,
    });
    const alarm = new cloudwatch.Alarm(this, `${name}Unhealthy`, {
      metric: new cloudwatch.Metric({
        namespace: 'AWS/Route53',
        metricName: 'HealthCheckStatus',
        dimensionsMap: { HealthCheckId: health.healthCheckId },
        statistic: 'Minimum',
        period: Duration.minutes(1),
      }),
      comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
      threshold: 1,
      evaluationPeriods: 2,
    });
    alarm.addAlarmAction(new SnsAction(this.onCall));
  }
}
