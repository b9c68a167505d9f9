import { defineCheck } from '../../src/check/check.js';
import { RECORD_TYPES, recordsOf } from '../../src/queries/record-sets.js';

const stack = (region: string, Weight: number) => ({
  region,
  resources: {
    Shop: {
      Type: 'AWS::Route53::RecordSet',
      Properties: {
        HostedZoneId: 'Z0456789ABCDEFGHIJKL',
        Name: 'shop.acme-bank.io.',
        Type: 'CNAME',
        TTL: '60',
        ResourceRecords: [`${region}.shop.acme-bank.io`],
        Weight,
        SetIdentifier: region,
        HealthCheckId: '6f1d0c9a-2b7e-4c55-9d0e-1a2b3c4d5e6f',
      },
    },
  },
});

export default defineCheck({
  id: 'route53/weights-all-zero',
  title: 'All weighted records have weight 0',
  severity: 'warning',
  types: RECORD_TYPES,
  docs: {
    why: 'A weight of zero takes a record out only while another one has more. With zero everywhere Route 53 treats all records alike, and sends traffic to each of them "with equal probability", the switched-off region included.',
    fix: 'Give the record that is to answer a `weight` above zero.',
    sources: ['https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html'],
    templateFix: 'Give the record that is to answer a `Weight` above zero.',
    bad: { East: stack('us-east-1', 0), West: stack('us-west-2', 0) },
    good: { East: stack('us-east-1', 100), West: stack('us-west-2', 0) },
  },
  *resource(resource) {
    for (const record of recordsOf(resource)) {
      if (record.policy !== 'weighted' || record.earlier.length > 0) continue;
      const others = record.members.filter(({ key }) => key !== record.key);
      if (others.length === 0) continue;
      if (![record, ...others].every((member) => member.get('Weight').number === 0)) continue;
      yield {
        at: record.get('Weight'),
        message: `All ${others.length + 1} weighted records ${record.shown} have the weight 0: Route 53 then answers with each of them equally often.`,
        related: others.map((other) => ({ at: other.get('Weight'), message: 'Has the weight 0 too.' })),
      };
    }
  },
});
