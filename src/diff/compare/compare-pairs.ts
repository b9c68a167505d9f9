import type { Json } from '../../assembly/model.js';
import { isObject, own } from '../../graph/model/json.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ComparedPair } from '../changes.js';
import type { FoldedCounts } from '../folded-counts.js';
import { type Renaming, renameIn } from '../impact/reduce.js';
import type { Matches } from '../pair/matches.js';
import type { ResourcePair } from '../pair/resource-pair.js';
import type { Pairing } from '../pair/resource-pairs.js';
import { CDK_TYPES, REVISION_TYPES } from '../pair/revisions.js';
import { sameJson } from '../pair/same-json.js';
import { isHandlerUpdate } from './cdk-handlers.js';
import { Comparison, type Difference } from './differences.js';
import type { Lookups } from './lookups.js';
import { isTrigger } from './triggers.js';

export interface ComparedPairs {
  readonly compared: readonly ComparedPair[];
  /** New revisions that only follow what they belong to. */
  readonly revisions: readonly Resource[];
}

/** Finds out what really differs in each pair, and counts what only seems to. */
export function comparePairs(
  { pairs, matches }: Pairing,
  renamings: (after: Resource) => Renaming,
  folded: FoldedCounts,
  lookups: Lookups,
): ComparedPairs {
  const compared: ComparedPair[] = [];
  const revisions: Resource[] = [];
  for (const pair of pairs) {
    if (pair.stacks?.kind === 'recreated') continue;
    const { after, by } = pair;
    if (CDK_TYPES.has(after.type)) folded.add('cdk', after);
    else if (by !== 'logical-id' && pair.stacks !== undefined && REVISION_TYPES.has(after.type)) {
      folded.add('revision', after);
      revisions.push(after);
    } else {
      const found = comparePair(pair, matches, renamings(after), folded);
      const result = withoutTriggers({ ...found, differences: lookups.withoutDummies(found.differences, pair) }, folded);
      if (isHandlerUpdate(result)) folded.add('cdk-handler', after);
      else compared.push(result);
    }
  }
  return { compared, revisions };
}

/** A value that is another one with each synth makes its handler run, and nothing else. */
function withoutTriggers(pair: ComparedPair, folded: FoldedCounts): ComparedPair {
  const { after, differences } = pair;
  if (pair.by !== 'logical-id' || differences.length === 0 || !/^Custom::|::CustomResource$/.test(after.type)) return pair;
  const rest = differences.filter((difference) => !isTrigger(difference));
  if (rest.length < differences.length) folded.add('trigger', after);
  return { ...pair, differences: rest };
}

function comparePair(pair: ResourcePair, matches: Matches, renaming: Renaming, folded: FoldedCounts): ComparedPair {
  const { before, after } = pair;
  const comparison = new Comparison(pair, matches);
  for (const key of new Set([...Object.keys(before.raw), ...Object.keys(after.raw)])) {
    if (key === 'Type') continue;
    comparison.compare([key], entryPart(before, key, renaming), entryPart(after, key));
  }
  for (const { as, before: one, after: other } of comparison.folded) {
    const follows = as === 'reference' && one !== undefined && sameJson(renameIn(one, renaming), other);
    if (as !== 'asset') folded.add(follows ? 'follows' : as === 'order' ? 'order' : 'reference-form', after);
    else if (after.type === 'AWS::CloudFormation::Stack') folded.add('asset-hash', after);
  }
  const isNothing = comparison.differences.length + comparison.folded.length === 0;
  // What is written the same only uses something that changed, and is not changed by it.
  if (pair.by === 'logical-id' && before.type === after.type && isNothing && !sameJson(before.raw, after.raw)) folded.add('cdk', after);
  return { ...pair, differences: withoutSteps(comparison.differences, pair), folded: comparison.folded };
}

/** Without what the CDK writes for itself, and with `DependsOn` always a list. */
function entryPart({ raw }: Resource, key: string, renaming: Renaming = new Map()): Json | undefined {
  const part = own(raw, key);
  if (key === 'DependsOn') {
    const names = Array.isArray(part) ? (part as readonly Json[]) : part === undefined ? [] : [part];
    return names.map((name) => (typeof name === 'string' ? (renaming.get(name) ?? name) : name));
  }
  if (key === 'Properties') return part ?? {};
  if (key !== 'Metadata' || !isObject(part)) return part;
  const entries = Object.entries(part).filter(([name]) => !name.startsWith('aws:'));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** The order of creation is one thing, however many resources are waited for. */
function withoutSteps(differences: readonly Difference[], { before, after }: ResourcePair): readonly Difference[] {
  const others = differences.filter(({ path }) => path[0] !== 'DependsOn');
  if (others.length === differences.length) return differences;
  return [...others, { path: ['DependsOn'], before: own(before.raw, 'DependsOn'), after: own(after.raw, 'DependsOn') }];
}
