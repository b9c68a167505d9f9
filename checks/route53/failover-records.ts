import type { JsonObject } from '../../src/assembly/model.js';
import type { Example } from '../../src/check/example.js';
import { outputOf, resource, stack, stackAfter, stackWith } from '../../src/check/example-parts.js';
import type { Property } from '../../src/graph/model/property.js';
import { type RecordSet, recordsAt } from '../../src/queries/record-sets.js';
import type { Policy } from '../../src/queries/routing-policies.js';
import { exampleRecord } from './model/example-records.js';
import { recordCheck } from './model/record-check.js';

const HEALTHY = { HealthCheckId: '6f1d0c9a-2b7e-4c55-9d0e-1a2b3c4d5e6f' };
const failover = (health: JsonObject) => {
  const record = (Failover: string, address: string) =>
    exampleRecord({ ResourceRecords: [address], Failover, SetIdentifier: Failover, ...health });
  return { Dns: stack('us-east-1', { Shop0: record('PRIMARY', '54.12.34.1'), Shop1: record('SECONDARY', '54.12.34.2') }) };
};

export const failoverHealthMissing = recordCheck({
  id: 'route53/failover-health-missing',
  title: 'Primary failover record has no health check',
  severity: 'error',
  docs: {
    why: 'Route 53 fails over when it finds the primary record unhealthy, and here it has nothing to detect that by: it always answers with the primary record. Without an alias it rejects the record at once: "A non-alias primary ResourceRecordSet must have an associated health check".',
    fix: 'Give the primary record a `healthCheck`, or, when it is an alias to a load balancer or an API, evaluate that: `new LoadBalancerTarget(loadBalancer, { evaluateTargetHealth: true })`.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-configuring.html',
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
    ],
    templateFix:
      'Give the primary record a `HealthCheckId`, or, when it is an alias to a load balancer or an API, `EvaluateTargetHealth: true` in `AliasTarget`.',
    bad: failover({}),
    good: failover(HEALTHY),
  },
  mustHave: 'Failover',
  *ofRecord(record) {
    const failover = record.get('Failover');
    if (failover.text?.toUpperCase() !== 'PRIMARY' || record.hasHealth !== false) return;
    const isAlias = !record.get('AliasTarget').isAbsent;
    yield {
      at: failover,
      message: isAlias
        ? `The primary record ${record.shown} has no health check and does not evaluate the health of its target: Route 53 never fails over.`
        : `The primary record ${record.shown} has no health check: Route 53 rejects it ("A non-alias primary ResourceRecordSet must have an associated health check").`,
    };
  },
});

const record = (Failover: string, address: string) =>
  exampleRecord({ ResourceRecords: [address], Failover, SetIdentifier: address, ...HEALTHY });
const pair = (standby: string): Example => ({
  East: stack('us-east-1', { Primary: record('PRIMARY', '54.12.34.56') }),
  West: stack('us-west-2', { Standby: record(standby, '52.98.76.54') }),
});

export const failoverPairIncomplete = recordCheck({
  id: 'route53/failover-pair-incomplete',
  title: 'Failover record set is missing its primary or secondary, or has two primaries',
  severity: 'error',
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
  mustHave: 'Failover',
  *ofRecord(record) {
    const failover = record.get('Failover');
    const role = failover.text?.toUpperCase();
    if (record.policy !== 'failover' || (role !== 'PRIMARY' && role !== 'SECONDARY')) return;
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
        message: `The primary and the secondary record of ${record.shown} point to the same target: when one fails, so does the other.`,
        related: [{ at: counterpart.targetProperty, message: 'The target of the primary record.' }],
      };
    }
  },
});

const zone = resource('AWS::Route53::HostedZone', { Name: 'acme-bank.io' });
/** One of the records that share a name, which leads to the endpoint of its region. */
const member = (region: string, more: JsonObject) =>
  exampleRecord({ Type: 'CNAME', ResourceRecords: [`${region}.shop.acme-bank.io`], SetIdentifier: region, ...more });
const inZone = (Region: string, HostedZoneId: JsonObject) => member(Region, { HostedZoneId, Region, ...HEALTHY });

export const groupSplitOverZones = recordCheck({
  id: 'route53/group-split-over-zones',
  title: 'Record group is split over hosted zones of one name',
  severity: 'warning',
  docs: {
    why: 'Each stack creates a hosted zone of the same name, with name servers of its own, and puts one record of the group into it. The domain is delegated to one of them only, so the records never meet: there is no failover and no balancing between the regions.',
    fix: 'Create the zone in one stack, and pass it (`props.zone`) or look it up (`HostedZone.fromLookup`) in the others.',
    sources: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-working-with.html'],
    templateFix: 'Create the zone in one stack, and refer to it by its ID in the others.',
    bad: {
      East: stack('us-east-1', { Zone: zone, Shop: inZone('us-east-1', { Ref: 'Zone' }) }),
      West: stack('us-west-2', { Zone: zone, Shop: inZone('us-west-2', { Ref: 'Zone' }) }),
    },
    good: {
      East: stackWith({ Zone: { Ref: 'Zone' } }, 'us-east-1', { Zone: zone, Shop: inZone('us-east-1', { Ref: 'Zone' }) }),
      West: stackAfter('East', 'us-west-2', { Shop: inZone('us-west-2', outputOf('East', 'Zone', 'us-east-1')) }),
    },
  },
  *ofRecord(record, { graph }) {
    const { policy, name, type } = record;
    if (name === undefined || type === undefined || policy === undefined || policy === 'simple') return;
    // Of the hundreds that a hostile template gives one name, only those that stand alone look at the others.
    if (record.members.length !== 1) return;
    const alone = recordsAt(graph, name, type).filter(
      ({ members, zone, resource: { account } }) =>
        members.length === 1 &&
        members[0]?.policy === policy &&
        account === record.resource.account &&
        zone?.name === record.zone?.name &&
        zone?.resource?.property('VPCs').isAbsent,
    );
    // Once a group: at the last of them.
    if (alone.length < 2 || alone.at(-1)?.key !== record.key) return;
    const apart = alone.slice(0, -1);
    yield {
      at: record.zoneProperty('HostedZoneId'),
      message: `The ${policy} records ${record.shown} are in ${alone.length} different zones named ${record.zone?.name}: resolvers query only one of the zones, so the records never act as a group.`,
      related: apart.map((other) => ({ at: other.zone?.resource ?? other.place, message: 'Another zone of the same name.' })),
    };
  },
});

/** Policies that choose between regions, and by what. */
const ROUTED_BY: Readonly<Partial<Record<Policy | 'simple', string>>> = {
  weighted: 'weight',
  latency: 'latency',
  geolocation: 'location',
  geoproximity: 'location',
};

const weighted = (region: string, health: JsonObject) => stack(region, { Shop: member(region, { Weight: 50, ...health }) });
const weightedPair = (health: JsonObject) => ({ East: weighted('us-east-1', health), West: weighted('us-west-2', health) });

export const routingHealthMissing = recordCheck({
  id: 'route53/routing-health-missing',
  title: 'Records with a routing policy have no health checks',
  severity: 'warning',
  docs: {
    why: 'A routing policy alone does not move traffic away from a region that is down: Route 53 takes a record without a health check for healthy, and keeps answering with it by weight, latency or location.',
    fix: 'Give every record of the group a `healthCheck`, or let alias records evaluate their targets: `new LoadBalancerTarget(loadBalancer, { evaluateTargetHealth: true })`.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-complex-configs.html',
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
    ],
    templateFix:
      'Give every record of the group a `HealthCheckId`, or let alias records evaluate their targets: `EvaluateTargetHealth: true`.',
    bad: weightedPair({}),
    good: weightedPair(HEALTHY),
  },
  *ofRecord(record) {
    // One finding a group, at its first record. Blue and green in one region are moved by hand.
    if (record.earlier.length > 0) return;
    const { policy } = record;
    const word = policy === undefined ? undefined : ROUTED_BY[policy];
    if (word === undefined || record.others.some((other) => other.policy !== policy)) return;
    const group = [record, ...record.others];
    const [first, ...rest] = group.filter((other) => other.hasHealth === false && other.get('Weight').number !== 0);
    if (first === undefined) return;
    const regions = new Set(group.map(({ targetRegion }) => targetRegion).filter((region) => region !== undefined));
    if (regions.size < 2) return;
    yield {
      at: policyOf(first),
      message: `${record.shown} is spread across ${[...regions].sort().join(' and ')} by ${word}, but ${rest.length === 0 ? `this record has no health check` : `${rest.length + 1} of its records have no health check`}: traffic keeps going to a region that is down.`,
      related: rest.map((other) => ({ at: policyOf(other), message: 'Has no health check either.' })),
    };
  },
});

function policyOf(record: RecordSet): Property {
  return record.policyProperties[0] ?? record.get('Name');
}
