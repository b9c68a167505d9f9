import { defineCheck } from '../../src/check/check.js';
import { RECORD_TYPES, recordsOf } from '../../src/queries/record-sets.js';

const stack = (region: string, SetIdentifier: string, address: string) => ({
  region,
  resources: {
    Shop: {
      Type: 'AWS::Route53::RecordSet',
      Properties: {
        HostedZoneId: 'Z0456789ABCDEFGHIJKL',
        Name: 'shop.acme-bank.io.',
        Type: 'A',
        TTL: '60',
        ResourceRecords: [address],
        Region: region,
        SetIdentifier,
        HealthCheckId: '6f1d0c9a-2b7e-4c55-9d0e-1a2b3c4d5e6f',
      },
    },
  },
});

export default defineCheck({
  id: 'route53/set-identifier-duplicate',
  title: 'Duplicate SetIdentifier',
  severity: 'error',
  types: RECORD_TYPES,
  docs: {
    why: 'Route 53 is global: the stacks of all regions write to the same zone. Zone, name, type and set identifier together are the identity of a record, so the second stack that is deployed does not add a record: it fails with "Tried to create resource record set … but it already exists". A stack that is deployed to each region with a constant identifier does this.',
    fix: 'Make the identifier differ by stack, for example `setIdentifier: Stack.of(this).region`. Without `setIdentifier`, `ARecord` and the other L2 records make one up from the policy.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
      'https://github.com/hashicorp/terraform-provider-aws/issues/11485',
    ],
    templateFix: 'Make the identifier differ by stack: `SetIdentifier: !Ref AWS::Region`.',
    bad: { East: stack('us-east-1', 'shop', '54.12.34.56'), West: stack('us-west-2', 'shop', '52.98.76.54') },
    good: { East: stack('us-east-1', 'us-east-1', '54.12.34.56'), West: stack('us-west-2', 'us-west-2', '52.98.76.54') },
  },
  *resource(resource) {
    for (const record of recordsOf(resource)) {
      const { identity: identifier } = record;
      if (identifier === undefined || record.policy === undefined || record.policy === 'simple') continue;
      const twin = record.earlier.find((other) => other.policy === record.policy && other.identity === identifier);
      if (twin === undefined) continue;
      yield {
        at: record.setIdentifier,
        message: `Two ${record.policy} records ${record.shown} in the same zone have the set identifier "${record.setIdentifier.text ?? identifier}": Route 53 takes the second for the first and rejects it ("… but it already exists").`,
        related: [{ at: twin.setIdentifier, message: 'The other record of this identifier.' }],
      };
    }
  },
});
