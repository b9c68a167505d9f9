import { defineCheck } from '../../src/check/check.js';
import { RECORD_TYPES, recordsOf } from '../../src/queries/record-sets.js';
import { excludedBy } from './model/record-exclusions.js';

const stack = (region: string, Name: string, address: string) => ({
  region,
  resources: {
    Shop: {
      Type: 'AWS::Route53::RecordSet',
      Properties: { HostedZoneId: 'Z0456789ABCDEFGHIJKL', Name, Type: 'A', TTL: '60', ResourceRecords: [address] },
    },
  },
});

export default defineCheck({
  id: 'route53/record-duplicate',
  title: 'Conflicting records of one name',
  severity: 'error',
  types: RECORD_TYPES,
  docs: {
    why: 'A name has one simple record of each type, a CNAME stands alone, and a group has one latency record for each region and one geolocation record for each place. Route 53 is global, so the stacks of all regions count together. The second to be deployed fails: "Tried to create resource record set … but it already exists", or "RRSet of type CNAME … conflicts with other records with the same DNS name".',
    fix: 'Give the records of all regions one routing policy (`weight`, `region`, `failover` on `ARecord`), give them different names, or declare the record in one stack only.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
      'https://github.com/hashicorp/terraform-provider-aws/issues/11485',
    ],
    templateFix:
      'Give the records of all regions one routing policy (`Weight`, `Region` or `Failover`, with `SetIdentifier`), give them different names, or declare the record in one stack only.',
    bad: {
      East: stack('us-east-1', 'shop.acme-bank.io.', '54.12.34.56'),
      West: stack('us-west-2', 'shop.acme-bank.io.', '52.98.76.54'),
    },
    good: {
      East: stack('us-east-1', 'east.shop.acme-bank.io.', '54.12.34.56'),
      West: stack('us-west-2', 'west.shop.acme-bank.io.', '52.98.76.54'),
    },
  },
  *resource(resource) {
    for (const record of recordsOf(resource)) {
      const found = excludedBy(record);
      if (found === undefined) continue;
      yield {
        at: record.get('Name'),
        message: `${record.shown} is ${found.reason}: Route 53 rejects the one that is deployed last.`,
        ...(found.fix && { fix: found.fix }),
        related: [{ at: found.twin.place, message: 'The other record.' }],
      };
    }
  },
});
