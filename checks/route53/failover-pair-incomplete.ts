import { defineCheck } from '../../src/check/check.js';
import type { Example } from '../../src/check/example.js';
import { RECORD_TYPES, recordsOf } from '../../src/queries/record-sets.js';

const record = (Failover: string, address: string) => ({
  Type: 'AWS::Route53::RecordSet',
  Properties: {
    HostedZoneId: 'Z0456789ABCDEFGHIJKL',
    Name: 'shop.acme-bank.io.',
    Type: 'A',
    TTL: '60',
    ResourceRecords: [address],
    Failover,
    SetIdentifier: address,
    HealthCheckId: '6f1d0c9a-2b7e-4c55-9d0e-1a2b3c4d5e6f',
  },
});
const pair = (standby: string): Example => ({
  East: { region: 'us-east-1', resources: { Primary: record('PRIMARY', '54.12.34.56') } },
  West: { region: 'us-west-2', resources: { Standby: record(standby, '52.98.76.54') } },
});

export default defineCheck({
  id: 'route53/failover-pair-incomplete',
  title: 'Failover record set is missing its primary or secondary, or has two primaries',
  severity: 'error',
  types: RECORD_TYPES,
  docs: {
    why: 'Failover is between exactly one primary and one secondary record of the same zone, name and type. Route 53 rejects a second primary or secondary. With one of the two missing, or both pointing at the same place, nothing fails over.',
    fix: 'Declare one record with `failover: Failover.PRIMARY` and one with `Failover.SECONDARY`, each to the endpoint of its own region. For more than two endpoints, alias the secondary to a group of weighted or latency records.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-failover.html',
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
    ],
    templateFix:
      'Declare one record with `Failover: PRIMARY` and one with `Failover: SECONDARY`, each to the endpoint of its own region. For more than two endpoints, alias the secondary to a group of weighted or latency records.',
    bad: pair('PRIMARY'),
    good: pair('SECONDARY'),
  },
  *resource(resource) {
    for (const record of recordsOf(resource)) {
      const failover = record.get('Failover');
      const role = failover.text?.toUpperCase();
      if (record.policy !== 'failover' || (role !== 'PRIMARY' && role !== 'SECONDARY')) continue;
      const isRole = (name: string) => (other: typeof record) => other.get('Failover').text?.toUpperCase() === name;
      const twin = record.earlier.find(isRole(role));
      const counterpart = record.others.find(isRole(role === 'PRIMARY' ? 'SECONDARY' : 'PRIMARY'));
      const name = role.toLowerCase();
      // The same set identifier twice has a check of its own.
      if (twin !== undefined && twin.identity !== record.identity) {
        yield {
          at: failover,
          message: `${record.shown} has a second ${name} record: a failover group has one, and Route 53 rejects the other.`,
          related: [{ at: twin.get('Failover'), message: `The first ${name} record.` }],
        };
      } else if (twin === undefined && record.group !== undefined && record.members.length === 1 && !record.mayHaveMore) {
        yield {
          at: failover,
          severity: 'warning',
          message: `${record.shown} has a ${name} record, but no stack in this app defines its ${role === 'PRIMARY' ? 'secondary' : 'primary'}: there is nothing to fail over to.`,
        };
      } else if (role === 'SECONDARY' && counterpart?.target !== undefined && counterpart.target === record.target) {
        yield {
          at: record.targetProperty,
          severity: 'warning',
          message: `The primary and the secondary record of ${record.shown} point at the same place: when it fails, so does the other.`,
          related: [{ at: counterpart.targetProperty, message: 'The target of the primary record.' }],
        };
      }
    }
  },
});
