import { Duration, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { LoadBalancerTarget } from 'aws-cdk-lib/aws-route53-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { ApiStack } from './api';
import type { PrimaryDatabaseStack } from './database-primary';
import type { StandbyDatabaseStack } from './database-standby';

export interface TrafficStackProps extends StackProps {
  readonly zone: route53.IHostedZone;
  readonly primary: { readonly api: ApiStack; readonly database: PrimaryDatabaseStack };
  readonly standby: { readonly api: ApiStack; readonly database: StandbyDatabaseStack };
}

/** Sends everybody to the primary region while it is healthy, and to the standby region when it is not. */
export class TrafficStack extends Stack {
  constructor(scope: Construct, id: string, props: TrafficStackProps) {
    super(scope, id, props);
    this.addApi(props);
    this.addCheckout(props);
    this.addLedger(props);
  }

  private addApi({ zone, primary, standby }: TrafficStackProps) {
    const onCall = new sns.Topic(this, 'OnCall');
    onCall.addSubscription(new EmailSubscription('payments-oncall@acme-bank.io'));

    for (const { api, failover } of [
      { api: primary.api, failover: route53.Failover.PRIMARY },
      { api: standby.api, failover: route53.Failover.SECONDARY },
    ]) {
      const health = new route53.HealthCheck(this, `Api${failover}Health`, {
        type: route53.HealthCheckType.HTTPS,
        fqdn: `${api.payments.api.restApiId}.execute-api.${api.region}.${this.urlSuffix}`,
        resourcePath: '/prod/health',
      });
      new route53.ARecord(this, `Api${failover}`, {
        zone,
        recordName: 'api',
        target: route53.RecordTarget.fromAlias({
          bind: () => ({
            dnsName: api.payments.domain.domainNameAliasDomainName,
            hostedZoneId: api.payments.domain.domainNameAliasHostedZoneId,
            evaluateTargetHealth: true,
          }),
        }),
        failover,
        setIdentifier: failover,
        healthCheck: health,
      });

      const unhealthy = new cloudwatch.Alarm(this, `Api${failover}Unhealthy`, {
        metric: new cloudwatch.Metric({
          namespace: 'AWS/Route53',
          metricName: 'HealthCheckStatus',
          dimensionsMap: { HealthCheckId: health.healthCheckId },
          statistic: cloudwatch.Stats.MINIMUM,
          period: Duration.minutes(1),
        }),
        comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
        threshold: 1,
        evaluationPeriods: 2,
      });
      unhealthy.addAlarmAction(new SnsAction(onCall));
    }
  }

  private addCheckout({ zone, primary, standby }: TrafficStackProps) {
    const health = new route53.HealthCheck(this, 'CheckoutHealth', {
      type: route53.HealthCheckType.HTTPS,
      fqdn: primary.api.checkout.loadBalancer.loadBalancerDnsName,
      resourcePath: '/health',
    });
    new route53.ARecord(this, 'CheckoutPrimary', {
      zone,
      recordName: 'checkout',
      target: route53.RecordTarget.fromAlias(new LoadBalancerTarget(primary.api.checkout.loadBalancer, { evaluateTargetHealth: true })),
      failover: route53.Failover.PRIMARY,
      setIdentifier: 'primary',
      healthCheck: health,
    });
    new route53.ARecord(this, 'CheckoutStandby', {
      zone,
      recordName: 'checkout',
      target: route53.RecordTarget.fromAlias(new LoadBalancerTarget(standby.api.checkout.loadBalancer, { evaluateTargetHealth: true })),
      failover: route53.Failover.SECONDARY,
      setIdentifier: 'standby',
    });
  }

  private addLedger({ zone, primary, standby }: TrafficStackProps) {
    const health = new route53.HealthCheck(this, 'LedgerHealth', {
      type: route53.HealthCheckType.HTTPS,
      fqdn: Fn.select(2, Fn.split('/', primary.database.probe.url.url)),
    });
    new route53.CnameRecord(this, 'LedgerPrimary', {
      zone,
      recordName: 'ledger',
      domainName: primary.database.endpoint,
      ttl: Duration.seconds(60),
      failover: route53.Failover.PRIMARY,
      setIdentifier: 'primary',
      healthCheck: health,
    });
    new route53.CnameRecord(this, 'LedgerStandby', {
      zone,
      recordName: 'ledger',
      domainName: standby.database.endpoint,
      ttl: Duration.seconds(60),
      failover: route53.Failover.SECONDARY,
      setIdentifier: 'standby',
    });
  }
}
