import { TARGET_GROUP } from '../../facts/updates/exclusive.js';
import type { Resource } from '../../graph/model/resource.js';
import { canonicalOf } from '../compare/canonical.js';
import type { DiffContext, Problem } from './problem.js';
import { isKept, type Release, releaseOf } from './release.js';

const [LISTENER, RULE, GROUP] = [
  'AWS::ElasticLoadBalancingV2::Listener',
  'AWS::ElasticLoadBalancingV2::ListenerRule',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
] as const;

/** Target groups that stay, and that a listener or rule of another load balancer takes while the deployed one still forwards to it. */
export function* targetGroupProblems(context: DiffContext): Generator<Problem> {
  const groups = new Set<Resource>();
  for (const forwarder of forwardersOf(context)) {
    for (const { to } of context.after.linksFrom(forwarder)) if (to.type === GROUP && isKept(to, context)) groups.add(to.base);
  }
  for (const group of groups) {
    const found = problemOf(group, context);
    if (found !== undefined) yield found;
  }
}

/** Listeners and rules that are created, replaced or changed. */
function* forwardersOf({ changes, recreated, pairing, after: graph }: DiffContext): Generator<Resource> {
  for (const { after } of changes) if (after?.type === LISTENER || after?.type === RULE) yield after.base;
  for (const resource of recreated) if (resource.type === LISTENER || resource.type === RULE) yield resource.base;
  for (const stack of pairing.roots.added) {
    for (const resource of graph.resourcesOf(stack)) if (resource.type === LISTENER || resource.type === RULE) yield resource;
  }
}

function problemOf(group: Resource, context: DiffContext): Problem | undefined {
  const deployed = context.pairing.matches.originOf(group);
  if (deployed === undefined) return undefined;
  const holders = usesOf(deployed, 'before', context);
  const takers = usesOf(group, 'after', context);
  for (const taker of takers) {
    if (taker.forwarder.existence !== 'certain' || holders.some((holder) => isOneBalancer(holder, taker))) continue;
    for (const holder of holders) {
      if (holder.forwarder.existence !== 'certain') continue;
      // That both forward to it in the new version as well is for a check to report.
      if (takers.some((other) => isOneBalancer(holder, other))) continue;
      const when = releaseOf(taker.forwarder, holder.forwarder, context);
      if (when !== 'before') return describe(taker, holder, group, when);
    }
  }
  return undefined;
}

interface Use {
  readonly forwarder: Resource;
  /** Equal for one load balancer before and after. */
  readonly balancer: string;
  /** As a person would call it. */
  readonly label: string;
}

function usesOf(group: Resource, side: 'before' | 'after', context: DiffContext): readonly Use[] {
  const uses = new Map<Resource, Use>();
  for (const { from, path } of group.graph.linksTo(group)) {
    if ((from.type !== LISTENER && from.type !== RULE) || !path.includes('TargetGroupArn')) continue;
    const balancer = balancerOf(from, side, context);
    if (balancer !== undefined) uses.set(from.base, { forwarder: from.base, ...balancer });
  }
  return [...uses.values()];
}

/** The load balancer that a listener or rule belongs to; undefined when it is not known. */
function balancerOf(forwarder: Resource, side: 'before' | 'after', context: DiffContext): Pick<Use, 'balancer' | 'label'> | undefined {
  const arn = forwarder.property('ListenerArn');
  const listener = forwarder.type === LISTENER ? forwarder : arn.target(LISTENER);
  if (listener === undefined) return balancerOfListener(arn.text);
  const at = listener.property('LoadBalancerArn');
  if (at.isAbsent || at.isUnknown) return undefined;
  const { namingBefore, namingAfter } = context.pairing.matches;
  const target = at.reference?.resource;
  const label = target?.displayNameFrom(forwarder) ?? at.text ?? 'another one';
  if (side === 'before') return { balancer: canonicalOf(at.value, namingBefore).text, label };
  const isNew = target !== undefined && !isKept(target, context);
  return { balancer: `${isNew ? 'new ' : ''}${canonicalOf(at.value, namingAfter).text}`, label };
}

/** `arn:…:listener/app/name/id/id` of `arn:…:loadbalancer/app/name/id`. */
function balancerOfListener(arn: string | undefined): Pick<Use, 'balancer' | 'label'> | undefined {
  const [, start, path] = /^(arn:.*:)listener\/(\w+\/[^/]+\/[^/]+)\//.exec(arn ?? '') ?? [];
  return path === undefined ? undefined : { balancer: `${start}loadbalancer/${path}`, label: `${start}loadbalancer/${path}` };
}

function isOneBalancer(one: Use, other: Use): boolean {
  return one.balancer === other.balancer;
}

function describe(taker: Use, holder: Use, group: Resource, when: Exclude<Release, 'before'>): Problem {
  const name = group.displayNameFrom(taker.forwarder);
  const old = taker.label === holder.label ? `the old ${holder.label}` : holder.label;
  return {
    kind: 'identity-taken',
    level: when === 'any-time' ? 'careful' : 'blocked',
    at: taker.forwarder,
    message: `It forwards to the target group ${name}, which is not replaced; ${old} ${UNTIL[when]}: \`${TARGET_GROUP.says}\`.`,
    fix: TARGET_GROUP.fix,
    isByOrder: when === 'any-order',
  };
}

const UNTIL: Readonly<Record<Exclude<Release, 'before'>, string>> = {
  after: 'still has it then, as CloudFormation deletes listeners and rules at the end',
  never: 'keeps it, as its listener stays deployed',
  'any-order': 'may still have it then, as its stack may be deployed later',
  'any-time': 'may still have it then, as CloudFormation may update its listener later',
};
