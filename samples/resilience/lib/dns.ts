import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as route53 from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import { type ApiStack, HOST } from './api';
import type { Variant } from './variant';

export interface DnsProps extends StackProps {
  readonly primary: ApiStack;
  readonly standby: ApiStack;
  readonly is: (variant: Variant) => boolean;
}

/** The name of the API, which leads to the standby while the primary region does not answer. */
export class DnsStack extends Stack {
  constructor(scope: Construct, id: string, props: DnsProps) {
    super(scope, id, props);
    const { primary, standby, is } = props;
    const isSlow = is('slow-failover');

    const zone = new route53.PublicHostedZone(this, 'Zone', { zoneName: 'orders.acme-bank.io' });
    const health = new route53.HealthCheck(this, 'Health', {
      type: route53.HealthCheckType.HTTPS,
      fqdn: primary.endpoint,
      resourcePath: '/health',
      requestInterval: Duration.seconds(isSlow ? 30 : 10),
      failureThreshold: isSlow ? 10 : 3,
    });
    const record = (failover: 'PRIMARY' | 'SECONDARY', api: ApiStack, healthCheckId?: string) =>
      new route53.CfnRecordSet(this, failover === 'PRIMARY' ? 'Primary' : 'Secondary', {
        hostedZoneId: zone.hostedZoneId,
        name: `${HOST}.`,
        type: 'CNAME',
        ttl: isSlow ? '3600' : '60',
        setIdentifier: failover.toLowerCase(),
        failover,
        resourceRecords: [api.domain?.regionalDomainName ?? api.endpoint],
        ...(healthCheckId && { healthCheckId }),
      });
    record('PRIMARY', primary, health.healthCheckId);
    record('SECONDARY', standby);
  }
}
