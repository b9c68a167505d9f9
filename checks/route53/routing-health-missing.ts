import { defineCheck } from '../../src/check/check.js';
import type { Property } from '../../src/graph/model/property.js';
import { RECORD_TYPES, type RecordSet, recordsOf } from '../../src/queries/record-sets.js';
import type { Policy } from '../../src/queries/routing-policies.js';

/** Policies that choose between regions, and by what. */
const ROUTED_BY: Readonly<Partial<Record<Policy | 'simple', string>>> = {
  weighted: 'weight',
  latency: 'latency',
  geolocation: 'location',
  geoproximity: 'location',
};

const stack = (region: string, health: object) => ({
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
        Weight: 50,
        SetIdentifier: region,
        ...health,
      },
    },
  },
});
const pair = (health: object) => ({ East: stack('us-east-1', health), West: stack('us-west-2', health) });

export default defineCheck({
  id: 'route53/routing-health-missing',
  title: 'Routing over regions without health checks',
  severity: 'warning',
  types: RECORD_TYPES,
  docs: {
    why: 'A routing policy alone does not move traffic away from a region that is down: Route 53 takes a record without a health check for healthy, and keeps answering with it by weight, latency or location.',
    fix: 'Give every record of the group a `healthCheck`, or let alias records evaluate their targets: `new LoadBalancerTarget(loadBalancer, { evaluateTargetHealth: true })`.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-complex-configs.html',
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
    ],
    templateFix:
      'Give every record of the group a `HealthCheckId`, or let alias records evaluate their targets: `EvaluateTargetHealth: true`.',
    bad: pair({}),
    good: pair({ HealthCheckId: '6f1d0c9a-2b7e-4c55-9d0e-1a2b3c4d5e6f' }),
  },
  *resource(resource) {
    for (const record of recordsOf(resource)) {
      // One finding a group, at its first record. Blue and green in one region are moved by hand.
      if (record.earlier.length > 0) continue;
      const { policy } = record;
      const word = policy === undefined ? undefined : ROUTED_BY[policy];
      if (word === undefined || record.others.some((other) => other.policy !== policy)) continue;
      const group = [record, ...record.others];
      const regions = new Set(group.map(({ targetRegion }) => targetRegion).filter((region) => region !== undefined));
      const blind = group.filter((other) => other.hasHealth === false && other.get('Weight').number !== 0);
      if (regions.size < 2 || blind.length === 0) continue;
      const [first = record, ...rest] = blind;
      yield {
        at: policyOf(first),
        message: `${record.shown} is spread over ${[...regions].sort().join(' and ')} by ${word}, but ${rest.length === 0 ? `this record has no health check` : `${blind.length} of its records have no health check`}: traffic keeps going to a region that is down.`,
        related: rest.map((other) => ({ at: policyOf(other), message: 'Has no health check either.' })),
      };
    }
  },
});

function policyOf(record: RecordSet): Property {
  return record.policyProperties[0] ?? record.get('Name');
}
