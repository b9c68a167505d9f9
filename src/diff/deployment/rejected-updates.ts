import type { RejectedUpdate } from '../../facts/updates/row.js';
import { REJECTED_UPDATES } from '../../facts/updates/updates.js';
import type { TemplatePath } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import { stepsOf } from '../../queries/steps-of.js';
import { isRecreated } from '../changes.js';
import { isFollowing } from '../consequence/propagate.js';
import type { DiffContext, Problem } from './problem.js';
import { sequenceOf } from './sequence.js';
import type { Rejection, Update } from './update.js';
import { findRejection } from './update-rules.js';

/** Updates that a service rejects although both templates are valid. */
export function* rejectedUpdates(context: DiffContext): Generator<Problem> {
  for (const update of updatesOf(context)) {
    const reported = new Set<string>();
    for (const row of REJECTED_UPDATES.get(update.after.type) ?? []) {
      if (update.isReplaced !== row.onReplacement || !row.given.every(holds(update.after)) || !row.givenBefore.every(holds(update.before)))
        continue;
      const what = findRejection(row.when, update);
      // The first row of several about one change is the closest.
      if (what === undefined || reported.has(textOf(what))) continue;
      reported.add(textOf(what));
      yield describe(row, what, update);
    }
  }
}

/** Resources that keep their stack and logical id, of types that have rows, and differ in themselves or in what they refer to. */
function* updatesOf(context: DiffContext): Generator<Update> {
  const { changes, recreated, pairing, after: graph } = context;
  const seen = new Set<Resource>();
  for (const change of changes) {
    const { before, after, kind, differences } = change;
    if (before === undefined || after === undefined || before.type !== after.type || kind === 'renamed' || kind === 'moved') continue;
    seen.add(after.base);
    if (REJECTED_UPDATES.has(after.type)) {
      const paths = [...differences.map(({ path }) => path), ...followingPaths(after, context)];
      yield { before, after, paths, isReplaced: isRecreated(change) || recreated.has(after.base), context };
    }
  }
  for (const resource of recreated) {
    for (const { from } of graph.linksTo(resource)) {
      if (seen.has(from) || recreated.has(from) || !REJECTED_UPDATES.has(from.type)) continue;
      seen.add(from);
      const [before, paths] = [pairing.matches.originOf(from), followingPaths(from, context)];
      if (before !== undefined && paths.length > 0) yield { before, after: from, paths, isReplaced: false, context };
    }
  }
}

/** Where it refers to a resource that is created anew. */
function followingPaths(after: Resource, { after: graph, recreated, pairing }: DiffContext): readonly TemplatePath[] {
  if (recreated.size === 0) return [];
  return graph
    .linksFrom(after)
    .filter((link) => recreated.has(link.to) && isFollowing(link, pairing.matches))
    .map(({ path }) => path);
}

function holds(resource: Resource): (condition: RejectedUpdate['given'][number]) => boolean {
  return ([path, values]) => {
    const property = resource.property(...stepsOf(path));
    if (values.length === 0) return !property.isAbsent && property.value.kind !== 'unknown';
    return values.includes(property.isAbsent ? '' : (property.text ?? '?'));
  };
}

function describe({ says, because, fix, level, steps }: RejectedUpdate, rejection: Rejection, { after }: Update): Problem {
  const what = textOf(rejection);
  const reason = says === undefined ? (because === undefined ? '' : `, but ${because}`) : `: \`${says}\``;
  const edits = typeof rejection === 'string' ? steps : (rejection.steps ?? steps);
  const sequence = edits === undefined ? {} : { sequence: sequenceOf(edits, after.stack) };
  return { kind: 'update-refused', level, at: after, message: `${what}${reason}.`, fix, ...sequence };
}

function textOf(rejection: Rejection): string {
  return typeof rejection === 'string' ? rejection : rejection.what;
}

/** Rules that look at the resource alone, so that they can be read backwards. */
const REVERSIBLE_RULES: ReadonlySet<string> = new Set(['lowered', 'version-lowered', 'from-to']);
const REVERSIBLE_TESTS: ReadonlySet<string> = new Set([
  'blocked-runtime',
  'kubernetes-version-step',
  'broker-storage-step',
  'domain-downgraded',
]);

/** Updates that succeed, and that cannot be taken back when something else fails: back, they are updates that a service rejects. */
export function* irreversibleUpdates(context: DiffContext): Generator<{ readonly at: Resource; readonly says: string | undefined }> {
  for (const update of updatesOf(context)) {
    const back: Update = { ...update, before: update.after, after: update.before };
    const row = (REJECTED_UPDATES.get(update.after.type) ?? []).find(
      ({ when, level, onReplacement, given, givenBefore }) =>
        level === 'blocked' &&
        !onReplacement &&
        !update.isReplaced &&
        (REVERSIBLE_RULES.has(when.rule) || (when.rule === 'test' && REVERSIBLE_TESTS.has(when.name))) &&
        given.every(holds(back.after)) &&
        givenBefore.every(holds(back.before)) &&
        findRejection(when, back) !== undefined,
    );
    if (row !== undefined) yield { at: update.after, says: row.says };
  }
}
