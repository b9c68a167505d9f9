import { SUBNET_RANGE } from '../../facts/updates/exclusive.js';
import type { Resource } from '../../graph/model/resource.js';
import { type IpRange, overlaps, parseIpRange } from '../../queries/ip-ranges.js';
import { canonicalOf } from '../compare/canonical.js';
import type { DiffContext, Problem } from './problem.js';
import { isKept, releaseOf } from './release.js';

const SUBNET = 'AWS::EC2::Subnet';

/** Subnets that are created in a deployed VPC, with a range that a deployed subnet has until it is deleted. */
export function* subnetRangeProblems(context: DiffContext): Generator<Problem> {
  const takers = [...createdSubnets(context)].flatMap((resource) => rangeOf(resource, 'after', context) ?? []);
  if (takers.length === 0) return;
  const holders = new Map<string, Subnet[]>();
  for (const resource of context.before.certainResourcesOfType(SUBNET)) {
    const holder = rangeOf(resource, 'before', context);
    if (holder !== undefined && !staysAsItIs(holder, context)) holders.set(holder.vpc, [...(holders.get(holder.vpc) ?? []), holder]);
  }
  for (const taker of takers) {
    const holder = (holders.get(taker.vpc) ?? []).find(
      ({ resource, range }) => overlaps(range, taker.range) && releaseOf(taker.resource, resource, context) !== 'before',
    );
    if (holder !== undefined) yield describe(taker, holder);
  }
}

interface Subnet {
  readonly resource: Resource;
  readonly vpc: string;
  readonly range: IpRange;
  readonly text: string;
}

function* createdSubnets(context: DiffContext): Generator<Resource> {
  for (const resource of context.after.certainResourcesOfType(SUBNET)) if (!isKept(resource, context)) yield resource;
}

/** Two that overlap in the new version are for a check to report. */
function staysAsItIs({ resource }: Subnet, context: DiffContext): boolean {
  const partner = context.pairing.matches.partnerOf(resource);
  return partner !== undefined && isKept(partner, context);
}

function rangeOf(resource: Resource, side: 'before' | 'after', context: DiffContext): Subnet | undefined {
  const { text } = resource.property('CidrBlock');
  const range = text === undefined ? undefined : parseIpRange(text);
  const vpc = resource.property('VpcId');
  if (text === undefined || range === undefined || vpc.isAbsent || vpc.isUnknown) return undefined;
  const target = vpc.reference?.resource;
  if (side === 'after' && target !== undefined && !isKept(target, context)) return undefined;
  const { namingBefore, namingAfter } = context.pairing.matches;
  return { resource, vpc: canonicalOf(vpc.value, side === 'before' ? namingBefore : namingAfter).text, range, text };
}

function describe({ resource, text }: Subnet, holder: Subnet): Problem {
  const isReplaced = resource.logicalId === holder.resource.logicalId && resource.stack.id === holder.resource.stack.id;
  const old = isReplaced ? 'the old subnet' : `the deployed subnet ${holder.resource.displayNameFrom(resource)}`;
  const range =
    text === holder.text ? `the range ${text}, which ${old} still has` : `the range ${text}, and ${old} still has ${holder.text}`;
  return {
    kind: 'identity-taken',
    level: 'blocked',
    at: resource,
    message: `${isReplaced ? 'It is replaced, and the new subnet takes' : 'It is created with'} ${range}: \`${SUBNET_RANGE.says}\`.`,
    fix: SUBNET_RANGE.fix,
  };
}
