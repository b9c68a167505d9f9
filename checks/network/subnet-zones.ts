import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { SUBNET_ZONES, type SubnetZones } from '../../src/facts/subnet-zones.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { keyTextOf } from '../../src/queries/key-texts.js';
import { stepsOf } from '../../src/queries/steps-of.js';

const subnet = (AvailabilityZone: string, third: number) =>
  resource('AWS::EC2::Subnet', { VpcId: 'vpc-0d8f3a7b21c4e5f60', CidrBlock: `10.0.${third}.0/24`, AvailabilityZone });
const network = (second: string) => ({
  Web: stack('us-east-1', {
    First: subnet('us-east-1a', 0),
    Second: subnet(second, 1),
    Balancer: resource('AWS::ElasticLoadBalancingV2::LoadBalancer', {
      Type: 'network',
      Scheme: 'internal',
      Subnets: [{ Ref: 'First' }, { Ref: 'Second' }],
    }),
  }),
});

export default defineCheck({
  id: 'network/subnet-zones',
  title: 'Subnets in the wrong availability zones: too few zones, or two subnets in one',
  severity: 'error',
  types: [...new Set(SUBNET_ZONES.map(({ type }) => type))],
  docs: {
    why: 'Application load balancers, database subnet groups and EKS clusters need subnets in two availability zones; load balancers and interface endpoints accept only one subnet of each zone. Anything else is rejected when it is created.',
    fix: 'Choose the subnets with `vpcSubnets: { onePerAz: true, subnetType: … }`, or give the VPC another zone: `maxAzs: 2` and an `env` with account and region.',
    sources: [
      'https://github.com/aws/aws-cdk/issues/3126',
      'https://github.com/aws/aws-cdk/issues/8279',
      'https://github.com/aws-samples/aws-cdk-examples/issues/226',
    ],
    templateFix: 'Name subnets of different zones, one of each.',
    bad: network('us-east-1a'),
    good: network('us-east-1b'),
  },
  *resource(resource) {
    for (const row of SUBNET_ZONES) {
      if (row.type !== resource.type || !applies(row, resource)) continue;
      const found = wrongSubnets(row, subnetsOf(row, resource));
      if (found === undefined) continue;
      const { at, others, why } = found;
      yield {
        at: row.isGroup ? resource.property(...stepsOf(row.subnets[0] ?? '')) : at,
        message: `${why}: "${row.says}"`,
        related: others.map((other) => ({ at: other, message: 'The other subnet.' })),
      };
      return;
    }
  },
});

function applies({ when }: SubnetZones, resource: Resource): boolean {
  if (when === undefined) return true;
  const place = resource.property(...stepsOf(when[0]));
  return place.isAbsent ? when[1].includes('') : when[1].includes(place.text ?? '?');
}

/** Undefined when they are not all known. */
function subnetsOf({ subnets, isGroup }: SubnetZones, resource: Resource): readonly Property[] | undefined {
  for (const path of subnets) {
    const [list = '', element] = path.split('.*.');
    const place = resource.property(...stepsOf(list));
    if (place.isAbsent) continue;
    const group = isGroup ? place.reference?.resource.property('SubnetIds') : place;
    return group?.items?.map((item) => (element === undefined ? item : item.get(element)));
  }
  return undefined;
}

function wrongSubnets({ rule }: SubnetZones, subnets: readonly Property[] | undefined) {
  const declared = (subnets ?? []).map((at) => ({ at, subnet: at.target('AWS::EC2::Subnet'), zone: keyTextOf(at, 'zone')?.text }));
  const [first, ...others] = declared;
  if (first === undefined) return undefined;
  if (rule === 'two') {
    const isKnown = declared.every(({ subnet }) => subnet?.property('OutpostArn').isAbsent);
    const isOne = declared.every(({ subnet, zone }) => first.subnet?.is(subnet) || (zone !== undefined && zone === first.zone));
    if (!isKnown || !isOne || isLocalZone(first.subnet) || (others.length === 0 && mayBeLocal(first.subnet))) return undefined;
    const where =
      others.length === 0
        ? `${first.subnet?.displayName} is the only subnet`
        : `All ${declared.length} subnets are in one availability zone`;
    return { at: first.at, others: others.map(({ at }) => at), why: where };
  }
  const zones = new Map<string, (typeof declared)[number]>();
  for (const one of declared) {
    const other = zones.get(one.zone ?? '');
    if (other?.subnet !== undefined && one.subnet !== undefined && !one.subnet.is(other.subnet)) {
      const names = `${one.subnet.displayName} is in the same availability zone as ${other.subnet.displayName}`;
      return { at: one.at, others: [other.at], why: names };
    }
    if (one.zone !== undefined) zones.set(one.zone, one);
  }
  return undefined;
}

/** `us-west-2-lax-1a`: of these, and of Outposts, a load balancer may use one alone. */
function isLocalZone(subnet: Resource | undefined): boolean {
  return /^[a-z]+-[a-z]+-\d-/.test(subnet?.property('AvailabilityZone').text ?? '');
}

/** Whether a parameter may give the only subnet a local zone. */
function mayBeLocal(subnet: Resource | undefined): boolean {
  const value = subnet?.property('AvailabilityZone').value;
  return value?.kind === 'unknown' && value.reason === 'parameter';
}
