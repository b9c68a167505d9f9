import type { Stack } from '../../assembly/model.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import { changedNames, mentions } from './changed-names.js';
import { Matches } from './matches.js';
import { NO_NAMES, type ResourcePair } from './resource-pair.js';
import { sameJson } from './same-json.js';
import { pairRoots, type RootPairing, type StackPair } from './stack-pairs.js';
import { Unmatched } from './unmatched.js';

/** Who of one assembly is who in the other. */
export interface Pairing {
  readonly roots: RootPairing;
  /** Nested ones included. */
  readonly stacks: readonly StackPair[];
  /** Paired resources whose entries differ in any way, or that have another logical id or stack. The many others are not listed. */
  readonly pairs: readonly ResourcePair[];
  /** In paired stacks, or in nested stacks that come or go. What is in a whole stack that comes, goes or moves is not listed. */
  readonly removed: readonly Resource[];
  readonly added: readonly Resource[];
  /** Nested stacks whose template is in one of the assemblies only, though both have the nested stack: what becomes of their resources is not known. */
  readonly unknown: readonly Stack[];
  readonly matches: Matches;
}

export function pairResources(before: ResourceGraph, after: ResourceGraph): Pairing {
  const roots = pairRoots(before.stacks, after.stacks);
  const stacks: StackPair[] = [...roots.pairs];
  const pairs: ResourcePair[] = [];
  const matches = new Matches(before, after, stacks);
  const unmatched = new Unmatched(matches);
  const addNested = (one: Resource, other: Resource, kind: StackPair['kind']): void => {
    const [nested, partner] = [before.nestedStack(one.stack, one.logicalId), after.nestedStack(other.stack, other.logicalId)];
    if (nested !== undefined && partner !== undefined) matches.addStacks({ before: nested, after: partner, kind });
  };
  const addPair = (pair: ResourcePair): void => {
    pairs.push(pair);
    matches.add(pair);
    addNested(pair.before, pair.after, 'recreated');
  };
  const walk = (stackPair: StackPair): void => {
    const kind = stackPair.kind === 'renamed' ? 'same' : stackPair.kind;
    const names = kind === 'moved' ? NO_NAMES : changedNames(stackPair.before, stackPair.after);
    const isSame = ({ raw }: Resource, other: Resource): boolean =>
      sameJson(raw, other.raw) && !(names.size > 0 && mentions(other.raw, names));
    for (const resource of before.resourcesOf(stackPair.before)) {
      const partner = after.resource(stackPair.after, resource.logicalId);
      if (partner !== undefined) {
        if (kind !== 'moved' && !isSame(resource, partner))
          pairs.push({ before: resource, after: partner, by: 'logical-id', stacks: stackPair, names });
        addNested(resource, partner, resource.type === partner.type ? kind : 'recreated');
      } else if (kind !== 'moved') unmatched.removed.add(resource);
    }
    if (kind === 'moved') return;
    for (const resource of after.resourcesOf(stackPair.after)) {
      if (before.resource(stackPair.before, resource.logicalId) === undefined) unmatched.added.add(resource);
    }
    unmatched.byConstructPath(stackPair).forEach(addPair);
  };
  // Grows while it is walked: by the nested stacks of the pairs that are found.
  let walked = 0;
  const walkAll = (): void => {
    for (; walked < stacks.length; walked++) walk(stacks[walked] as StackPair);
  };
  walkAll();
  const unknown = new Set<Stack>();
  const addUnpaired = (side: 'before' | 'after', graph: ResourceGraph, resources: Set<Resource>): void => {
    for (const stack of matches.unpaired(side)) {
      if (stack.parent !== undefined && (unknown.has(stack.parent.stack) || isNestedInBoth(stack.parent, side))) unknown.add(stack);
      else for (const resource of graph.resourcesOf(stack)) resources.add(resource);
    }
  };
  const isNestedInBoth = (parent: NonNullable<Stack['parent']>, side: 'before' | 'after'): boolean => {
    const resource = (side === 'before' ? before : after).resource(parent.stack, parent.logicalId);
    const other = resource && (side === 'before' ? matches.partnerOf(resource) : matches.originOf(resource));
    return other?.type === 'AWS::CloudFormation::Stack';
  };
  addUnpaired('before', before, unmatched.removed);
  addUnpaired('after', after, unmatched.added);
  for (const pair of unmatched.anywhere()) {
    addPair(pair);
    walkAll();
  }
  const isListed = (unlisted: readonly Stack[], { stack }: Resource): boolean => !unlisted.includes(rootStackOf(stack));
  return {
    roots,
    stacks,
    pairs,
    removed: [...unmatched.removed].filter((resource) => isListed(roots.removed, resource)),
    added: [...unmatched.added].filter((resource) => isListed(roots.added, resource)),
    unknown: [...unknown],
    matches,
  };
}
