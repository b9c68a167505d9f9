import type { RejectedUpdate } from '../../facts/updates/row.js';
import { REJECTED_UPDATES } from '../../facts/updates/updates.js';
import type { TemplatePath } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import { isReborn } from '../changes.js';
import { isFollowing } from '../consequence/carry.js';
import type { DiffContext, Problem } from './problem.js';
import { steps, type Update } from './update.js';
import { findViolation } from './update-rules.js';

/** Updates that a service rejects although both templates are valid. */
export function* rejectedUpdates(context: DiffContext): Generator<Problem> {
  for (const update of updatesOf(context)) {
    const reported = new Set<string>();
    for (const row of REJECTED_UPDATES.get(update.after.type) ?? []) {
      if (update.isReplaced !== row.onReplacement || !row.given.every(holds(update.after)) || !row.givenBefore.every(holds(update.before)))
        continue;
      const what = findViolation(row.when, update);
      // The first row of several about one change is the closest.
      if (what === undefined || reported.has(what)) continue;
      reported.add(what);
      yield describe(row, what, update);
    }
  }
}

/** Resources that keep their stack and logical id, of types that have rows, and differ in themselves or in what they refer to. */
function* updatesOf(context: DiffContext): Generator<Update> {
  const { changes, reborn, pairing, after: graph } = context;
  const seen = new Set<Resource>();
  for (const change of changes) {
    const { before, after, kind, differences } = change;
    if (before === undefined || after === undefined || before.type !== after.type || kind === 'renamed' || kind === 'moved') continue;
    seen.add(after.base);
    if (REJECTED_UPDATES.has(after.type)) {
      const paths = [...differences.map(({ path }) => path), ...followingPaths(after, context)];
      yield { before, after, paths, isReplaced: isReborn(change) || reborn.has(after.base), context };
    }
  }
  for (const resource of reborn) {
    for (const { from } of graph.linksTo(resource)) {
      if (seen.has(from) || reborn.has(from) || !REJECTED_UPDATES.has(from.type)) continue;
      seen.add(from);
      const [before, paths] = [pairing.partners.originOf(from), followingPaths(from, context)];
      if (before !== undefined && paths.length > 0) yield { before, after: from, paths, isReplaced: false, context };
    }
  }
}

/** Where it refers to a resource that is created anew. */
function followingPaths(after: Resource, { after: graph, reborn, pairing }: DiffContext): readonly TemplatePath[] {
  if (reborn.size === 0) return [];
  return graph
    .linksFrom(after)
    .filter((link) => reborn.has(link.to) && isFollowing(link, pairing.partners))
    .map(({ path }) => path);
}

function holds(resource: Resource): (condition: RejectedUpdate['given'][number]) => boolean {
  return ([path, values]) => {
    const property = resource.property(...steps(path));
    if (values.length === 0) return !property.isAbsent && property.value.kind !== 'unknown';
    return values.includes(property.isAbsent ? '' : (property.text ?? '?'));
  };
}

function describe({ says, because, fix, level }: RejectedUpdate, what: string, { after }: Update): Problem {
  const reason = says === undefined ? (because === undefined ? '' : `, but ${because}`) : `: \`${says}\``;
  return { kind: 'update-refused', level, at: after, message: `${what}${reason}.`, fix };
}
