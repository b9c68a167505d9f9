import type { JsonObject } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import type { Property } from '../../src/graph/model/property.js';
import { RECORD_TYPES, recordsOf } from '../../src/queries/record-sets.js';
import { POLICIES } from '../../src/queries/routing-policies.js';
import { exampleRecord } from './model/example-records.js';

const stack = (region: string, policy: JsonObject) => ({
  region,
  resources: { Shop: exampleRecord({ SetIdentifier: region, HealthCheckId: '6f1d0c9a-2b7e-4c55-9d0e-1a2b3c4d5e6f', ...policy }) },
});

export default defineCheck({
  id: 'route53/routing-policy-mixed',
  title: 'Different routing policies in one group of records',
  severity: 'error',
  types: RECORD_TYPES,
  docs: {
    why: 'All records of one name and type in a zone have the same routing policy, whatever stack they are in. Route 53 rejects the one that differs: "RRSet with DNS name … cannot be created as a non-weighted set exists with the same name and type."',
    fix: 'Use one policy in all stacks. To combine two, point alias records of one policy at names that have the other: `shop` by latency to `east.shop` and `west.shop`, each a weighted group.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-complex-configs.html',
    ],
    templateFix:
      'Use one policy in all stacks. To combine two, point alias records of one policy at names that have the other: `shop` by latency to `east.shop` and `west.shop`, each a weighted group.',
    bad: { East: stack('us-east-1', { Weight: 90 }), West: stack('us-west-2', { Region: 'us-west-2' }) },
    good: { East: stack('us-east-1', { Region: 'us-east-1' }), West: stack('us-west-2', { Region: 'us-west-2' }) },
  },
  *resource(resource) {
    for (const record of recordsOf(resource)) {
      const { policy, earlier, policyProperties } = record;
      const [first, second] = policyProperties;
      if (first !== undefined && second !== undefined) {
        yield {
          at: second,
          message: `${record.shown} has two routing policies, ${nameOf(first)} and ${nameOf(second)}: a record has one, and Route 53 rejects it.`,
          related: [{ at: first, message: 'The other routing policy.' }],
        };
        continue;
      }
      const [twin] = earlier;
      const other = twin?.policy;
      // The first that differs is reported; what follows has nothing to agree with.
      if (policy === undefined || other === undefined || twin === undefined || other === policy) continue;
      if (earlier.some((before) => before.policy !== other)) continue;
      yield {
        at: record.policyProperties[0] ?? record.get('Name'),
        message: `${record.shown} is a ${policy} record here and a ${other} record elsewhere: a name and type have one routing policy, and Route 53 rejects the second.`,
        related: [{ at: twin.policyProperties[0] ?? twin.place, message: `The ${other} record.` }],
      };
    }
  },
});

function nameOf(policy: Property): string {
  return POLICIES[policy.path.at(-1) as keyof typeof POLICIES];
}
