import type { JsonObject } from '../../src/assembly/model.js';
import type { Property } from '../../src/graph/model/property.js';
import { POLICIES } from '../../src/queries/routing-policies.js';
import { exampleRecord } from './model/example-records.js';
import { recordCheck } from './model/record-check.js';

const stack = (region: string, policy: JsonObject) => ({
  region,
  resources: { Shop: exampleRecord({ SetIdentifier: region, HealthCheckId: '6f1d0c9a-2b7e-4c55-9d0e-1a2b3c4d5e6f', ...policy }) },
});

export const routingPolicyMixed = recordCheck({
  id: 'route53/routing-policy-mixed',
  title: 'Different routing policies in one group of records',
  severity: 'error',
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
  *ofRecord(record) {
    const { policy, earlier } = record;
    const [first, second] = policy === undefined ? record.policyProperties : [];
    if (first !== undefined && second !== undefined) {
      yield {
        at: second,
        message: `${record.shown} has two routing policies, ${nameOf(first)} and ${nameOf(second)}: a record has one, and Route 53 rejects it.`,
        related: [{ at: first, message: 'The other routing policy.' }],
      };
      return;
    }
    const [twin] = earlier;
    const other = twin?.policy;
    // The first that differs is reported; what follows has nothing to agree with.
    if (policy === undefined || other === undefined || twin === undefined || other === policy) return;
    if (earlier.some((before) => before.policy !== other)) return;
    yield {
      at: record.policyProperties[0] ?? record.get('Name'),
      message: `${record.shown} is a ${policy} record here and a ${other} record elsewhere: a name and type have one routing policy, and Route 53 rejects the second.`,
      related: [{ at: twin.policyProperties[0] ?? twin.place, message: `The ${other} record.` }],
    };
  },
});

function nameOf(policy: Property): string {
  return POLICIES[policy.path.at(-1) as keyof typeof POLICIES];
}

/** One of the records that share a name, in the stack of its region. */
const member = (region: string, more: JsonObject) => ({
  region,
  resources: { Shop: exampleRecord({ SetIdentifier: region, HealthCheckId: '6f1d0c9a-2b7e-4c55-9d0e-1a2b3c4d5e6f', ...more }) },
});
const identified = (east: string, west: string) => ({
  East: member('us-east-1', { Region: 'us-east-1', SetIdentifier: east }),
  West: member('us-west-2', { Region: 'us-west-2', SetIdentifier: west, ResourceRecords: ['52.98.76.54'] }),
});

export const setIdentifierDuplicate = recordCheck({
  id: 'route53/set-identifier-duplicate',
  title: 'Duplicate SetIdentifier',
  severity: 'error',
  docs: {
    why: 'Route 53 is global: the stacks of all regions write to the same zone. Zone, name, type and set identifier together are the identity of a record, so the second stack that is deployed does not add a record: it fails with "Tried to create resource record set … but it already exists". A stack that is deployed to each region with a constant identifier does this.',
    fix: 'Make the identifier differ by stack, for example `setIdentifier: Stack.of(this).region`. Without `setIdentifier`, `ARecord` and the other L2 records make one up from the policy.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
      'https://github.com/hashicorp/terraform-provider-aws/issues/11485',
    ],
    templateFix: 'Make the identifier differ by stack: `SetIdentifier: !Ref AWS::Region`.',
    bad: identified('shop', 'shop'),
    good: identified('us-east-1', 'us-west-2'),
  },
  *ofRecord(record) {
    const { identity: identifier } = record;
    if (identifier === undefined || record.policy === undefined || record.policy === 'simple') return;
    const twin = record.earlier.find((other) => other.policy === record.policy && other.identity === identifier);
    if (twin === undefined) return;
    yield {
      at: record.setIdentifier,
      message: `Two ${record.policy} records ${record.shown} in the same zone have the set identifier "${record.setIdentifier.text ?? identifier}": Route 53 treats the second as the first and rejects it ("… but it already exists").`,
      related: [{ at: twin.setIdentifier, message: 'The other record of this identifier.' }],
    };
  },
});

const record = (more: JsonObject) => ({ Dns: { region: 'us-east-1', resources: { Shop: exampleRecord({ Weight: 90, ...more }) } } });

export const setIdentifierMissing = recordCheck({
  id: 'route53/set-identifier-missing',
  title: 'Missing SetIdentifier',
  severity: 'error',
  docs: {
    why: 'Records with a routing policy share their name and type, and only the set identifier distinguishes them. Route 53 rejects one without it: "Invalid request: Missing field \'SetIdentifier\' in Change".',
    fix: 'Add `setIdentifier` to `CfnRecordSet`, different for each record of the group, for example the region. `ARecord` and the other L2 records write one themselves when they are given `weight`, `region`, `failover`, `geoLocation`, `multiValueAnswer` or `cidrRoutingConfig`.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html',
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
    ],
    templateFix: 'Add `SetIdentifier`, different for each record of the group, for example `!Ref AWS::Region`.',
    bad: record({}),
    good: record({ SetIdentifier: 'us-east-1' }),
  },
  *ofRecord(record) {
    if (!record.setIdentifier.isAbsent && record.setIdentifier.text !== '') return;
    const [policy] = record.policyProperties;
    if (policy === undefined) return;
    const key = policy.path.at(-1) as keyof typeof POLICIES;
    yield {
      at: policy,
      message: `The ${POLICIES[key]} record ${record.shown} has no SetIdentifier: Route 53 rejects it with "Missing field 'SetIdentifier'".`,
    };
  },
});

const weighted = (region: string, more: JsonObject) =>
  member(region, { Type: 'CNAME', ResourceRecords: [`${region}.shop.acme-bank.io`], Weight: 50, ...more });

export const weightedTtlDiffers = recordCheck({
  id: 'route53/weighted-ttl-differs',
  title: 'Weighted records with different times to live',
  severity: 'warning',
  docs: {
    why: 'All records of a weighted group, in whatever stack they are, "must have the same value for TTL" (Route 53). A resolver keeps the answer with the longer time to live longer, so that the weights do not hold.',
    fix: 'Give all records of the group the same `ttl`, 60 seconds or less where they have health checks.',
    sources: ['https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html'],
    templateFix: 'Give all records of the group the same `TTL`, 60 seconds or less where they have health checks.',
    bad: { East: weighted('us-east-1', {}), West: weighted('us-west-2', { TTL: '300' }) },
    good: { East: weighted('us-east-1', {}), West: weighted('us-west-2', {}) },
  },
  mustHave: 'Weight',
  *ofRecord(record) {
    if (record.policy !== 'weighted') return;
    const ttl = record.get('TTL');
    const twin = record.earlier.find((other) => other.policy === 'weighted' && other.get('TTL').number !== undefined);
    const other = twin?.get('TTL');
    if (ttl.number === undefined || other === undefined || other.number === ttl.number) return;
    yield {
      at: ttl,
      message: `The weighted records ${record.shown} have different times to live, ${other.number} and ${ttl.number} seconds: Route 53 requires one for the whole group.`,
      related: [{ at: other, message: `${other.number} seconds here.` }],
    };
  },
});

export const weightsAllZero = recordCheck({
  id: 'route53/weights-all-zero',
  title: 'All weighted records have weight 0',
  severity: 'warning',
  docs: {
    why: 'A weight of zero takes a record out only while another one has more. With zero everywhere Route 53 treats all records alike, and sends traffic to each of them "with equal probability", the switched-off region included.',
    fix: 'Give the record that is to answer a `weight` above zero.',
    sources: ['https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html'],
    templateFix: 'Give the record that is to answer a `Weight` above zero.',
    bad: { East: weighted('us-east-1', { Weight: 0 }), West: weighted('us-west-2', { Weight: 0 }) },
    good: { East: weighted('us-east-1', { Weight: 100 }), West: weighted('us-west-2', { Weight: 0 }) },
  },
  mustHave: 'Weight',
  *ofRecord(record) {
    if (record.policy !== 'weighted' || record.earlier.length > 0) return;
    const others = record.members.filter(({ key }) => key !== record.key);
    if (others.length === 0) return;
    if (![record, ...others].every((member) => member.get('Weight').number === 0)) return;
    yield {
      at: record.get('Weight'),
      message: `All ${others.length + 1} weighted records ${record.shown} have the weight 0: Route 53 then answers with each of them equally often.`,
      related: others.map((other) => ({ at: other.get('Weight'), message: 'Has the weight 0 too.' })),
    };
  },
});
