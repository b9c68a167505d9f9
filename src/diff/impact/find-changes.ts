import type { Stack } from '../../assembly/model.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import { isOtherCdkVersion } from '../cdk-version.js';
import type { Change, ComparedPair } from '../changes.js';
import { isFrameworkPart, isFrameworkUpdate } from '../compare/cdk-handlers.js';
import { comparePairs } from '../compare/compare-pairs.js';
import type { Lookups } from '../compare/lookups.js';
import { assessAddition, assessPair, assessRemoval, ofTheOld } from '../consequence/assess.js';
import { lossByRemoval } from '../consequence/loss.js';
import { type Propagated, propagateReplacements } from '../consequence/propagate.js';
import { adviseRefactor } from '../consequence/refactor.js';
import { isStateful } from '../consequence/stateful.js';
import type { FoldedCounts } from '../folded-counts.js';
import type { Pairing } from '../pair/resource-pairs.js';
import { CDK_TYPES } from '../pair/revisions.js';
import { impactOf } from './impacts.js';
import { findRenamings } from './renamings.js';

export interface FoundChanges extends Propagated {
  readonly compared: readonly ComparedPair[];
}

/** From who is who to what happens to each. */
export function findChanges(
  before: ResourceGraph,
  after: ResourceGraph,
  pairing: Pairing,
  folded: FoldedCounts,
  lookups: Lookups,
): FoundChanges {
  const renamingOf = findRenamings(pairing);
  const { compared: all, revisions } = comparePairs(pairing, renamingOf, folded, lookups);
  const isUpgrade = isOtherCdkVersion(before, after) || folded.has('cdk-handler');
  const compared = isUpgrade ? all.filter((pair) => !(isFrameworkUpdate(pair) && fold(pair.after, folded))) : all;
  const isReported = (resource: Resource): boolean =>
    isNews(resource, folded) && !(isUpgrade && isFrameworkPart(resource) && fold(resource, folded));
  const removed = pairing.removed.filter(isReported);
  const added = pairing.added.filter(isReported);
  const isSame = removed.length + added.length + pairing.roots.added.length === 0 && !compared.some(isChanged);
  if (isSame && revisions.length === 0) return { changes: [], recreated: new Set(), compared };
  const changes = [
    ...compared.flatMap((pair) => assessPair(pair, impactOf, isLeaving(pair, pairing)) ?? []),
    ...removed.map(assessRemoval),
    ...added.map(assessAddition),
    ...recreatedChanges(before, pairing),
  ];
  const anew = [...revisions, ...recreatedResources(after, pairing)];
  const propagated = propagateReplacements(changes, anew, { after, matches: pairing.matches, impactOf });
  return { ...propagated, changes: adviseRefactor(propagated.changes, pairing), compared };
}

/** Whether the stack that it was in is no longer in the app. */
function isLeaving({ before }: ComparedPair, { matches }: Pairing): boolean {
  return matches.stacksOf('before', rootStackOf(before.stack)) === undefined;
}

function isChanged({ before, after, differences, folded, by }: ComparedPair): boolean {
  return differences.length > 0 || before.type !== after.type || by !== 'logical-id' || folded.some(({ as }) => as === 'asset');
}

/** What another version of the CDK brings along. */
function fold(resource: Resource, folded: FoldedCounts): true {
  folded.add('cdk-handler', resource);
  return true;
}

function isNews(resource: Resource, folded: FoldedCounts): boolean {
  if (!CDK_TYPES.has(resource.type)) return true;
  folded.add('cdk', resource);
  return false;
}

/** What is in a nested stack that is created again; what holds nothing is reported with the nested stack itself. */
function recreatedChanges(before: ResourceGraph, { stacks, matches }: Pairing): readonly Change[] {
  return stacks
    .filter(({ kind }) => kind === 'recreated')
    .flatMap((pair) => {
      const outer = pair.before.parent?.logicalId ?? pair.before.name;
      return [...before.resourcesOf(pair.before)].filter(isStateful).flatMap((resource): readonly Change[] => {
        const after = matches.partnerOf(resource);
        if (after === undefined) return [];
        const { consequence, words, fix } = lossByRemoval(resource);
        const message = `The nested stack ${outer} that it is in is created again, and ${ofTheOld(words)}.`;
        return [{ kind: 'renamed', consequence, before: resource, after, message, fix, differences: [], cause: undefined }];
      });
    });
}

/** Resources of nested stacks that are created again, and of stacks that are deployed elsewhere. */
function recreatedResources(after: ResourceGraph, { stacks }: Pairing): readonly Resource[] {
  const anew: readonly Stack[] = stacks.filter(({ kind }) => kind === 'recreated').map((pair) => pair.after);
  return anew.flatMap((stack) => [...after.resourcesOf(stack)]);
}
