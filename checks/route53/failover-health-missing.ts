import { defineCheck } from '../../src/check/check.js';
import { RECORD_TYPES, recordsOf } from '../../src/queries/record-sets.js';

const failover = (health: object) => ({
  Dns: {
    region: 'us-east-1',
    resources: Object.fromEntries(
      ['PRIMARY', 'SECONDARY'].map((Failover, index) => [
        `Shop${index}`,
        {
          Type: 'AWS::Route53::RecordSet',
          Properties: {
            HostedZoneId: 'Z0456789ABCDEFGHIJKL',
            Name: 'shop.acme-bank.io.',
            Type: 'A',
            TTL: '60',
            ResourceRecords: [`54.12.34.${index + 1}`],
            Failover,
            SetIdentifier: Failover,
            ...health,
          },
        },
      ]),
    ),
  },
});

export default defineCheck({
  id: 'route53/failover-health-missing',
  title: 'Primary failover record has no health check',
  severity: 'error',
  types: RECORD_TYPES,
  docs: {
    why: 'Route 53 fails over when it finds the primary record unhealthy, and it has nothing here to find that by: it answers with the primary record for ever. Without an alias it rejects the record at once: "A non-alias primary ResourceRecordSet must have an associated health check".',
    fix: 'Give the primary record a `healthCheck`, or, when it is an alias to a load balancer or an API, evaluate that: `new LoadBalancerTarget(loadBalancer, { evaluateTargetHealth: true })`.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-configuring.html',
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
    ],
    templateFix:
      'Give the primary record a `HealthCheckId`, or, when it is an alias to a load balancer or an API, `EvaluateTargetHealth: true` in `AliasTarget`.',
    bad: failover({}),
    good: failover({ HealthCheckId: '6f1d0c9a-2b7e-4c55-9d0e-1a2b3c4d5e6f' }),
  },
  *resource(resource) {
    for (const record of recordsOf(resource)) {
      const failover = record.get('Failover');
      if (failover.text?.toUpperCase() !== 'PRIMARY' || record.hasHealth !== false) continue;
      const isAlias = !record.get('AliasTarget').isAbsent;
      yield {
        at: failover,
        message: isAlias
          ? `The primary record ${record.shown} has no health check and does not evaluate the health of its target: Route 53 never fails over.`
          : `The primary record ${record.shown} has no health check: Route 53 rejects it ("A non-alias primary ResourceRecordSet must have an associated health check").`,
      };
    }
  },
});
