import { defineCheck } from '../../src/check/check.js';
import { RECORD_TYPES, recordsOf } from '../../src/queries/record-sets.js';

const stack = (region: string, TTL: string) => ({
  region,
  resources: {
    Shop: {
      Type: 'AWS::Route53::RecordSet',
      Properties: {
        HostedZoneId: 'Z0456789ABCDEFGHIJKL',
        Name: 'shop.acme-bank.io.',
        Type: 'CNAME',
        TTL,
        ResourceRecords: [`${region}.shop.acme-bank.io`],
        Weight: 50,
        SetIdentifier: region,
        HealthCheckId: '6f1d0c9a-2b7e-4c55-9d0e-1a2b3c4d5e6f',
      },
    },
  },
});

export default defineCheck({
  id: 'route53/weighted-ttl-differs',
  title: 'Weighted records with different times to live',
  severity: 'warning',
  types: RECORD_TYPES,
  docs: {
    why: 'All records of a weighted group, in whatever stack they are, "must have the same value for TTL" (Route 53). A resolver keeps the answer with the longer time to live longer, so that the weights do not hold.',
    fix: 'Give all records of the group the same `ttl`, 60 seconds or less where they have health checks.',
    sources: ['https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html'],
    templateFix: 'Give all records of the group the same `TTL`, 60 seconds or less where they have health checks.',
    bad: { East: stack('us-east-1', '60'), West: stack('us-west-2', '300') },
    good: { East: stack('us-east-1', '60'), West: stack('us-west-2', '60') },
  },
  *resource(resource) {
    for (const record of recordsOf(resource)) {
      const ttl = record.get('TTL');
      const twin = record.earlier.find((other) => other.policy === 'weighted' && other.get('TTL').number !== undefined);
      const other = twin?.get('TTL');
      if (record.policy !== 'weighted' || ttl.number === undefined || other === undefined || other.number === ttl.number) continue;
      yield {
        at: ttl,
        message: `The weighted records ${record.shown} have different times to live, ${other.number} and ${ttl.number} seconds: Route 53 requires one for the whole group.`,
        related: [{ at: other, message: `${other.number} seconds here.` }],
      };
    }
  },
});
