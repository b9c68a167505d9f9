import type { Change } from '../changes.js';
import { isCdk } from '../commands.js';
import type { Pairing } from '../pair/resource-pairs.js';

/**
 * Adds `cdk refactor` where it works: "If the command detects any resource additions, deletions, or modifications, the refactoring operation is rejected with
 * an error message" (https://docs.aws.amazon.com/cdk/v2/guide/ref-cli-cmd-refactor.html). What only follows a rename is none.
 */
export function adviseRefactor(changes: readonly Change[], pairing: Pairing): readonly Change[] {
  if (!canRefactor(changes, pairing)) return changes;
  return changes.map((change) => (isPlace(change) ? { ...change, fix: fixOf(change) } : change));
}

/** Whether resources have another place and nothing else changes. */
export function canRefactor(changes: readonly Change[], { roots }: Pairing): boolean {
  if (roots.added.length + roots.removed.length > 0 || !changes.some(isPlace)) return false;
  return changes.every((change) => change.kind === 'carried' || (isPlace(change) && isPure(change)));
}

function isPlace({ kind }: Change): boolean {
  return kind === 'renamed' || kind === 'moved';
}

/** The same resource in the same environment, so that nothing but its place differs. */
function isPure({ before, after, differences }: Change): boolean {
  if (before === undefined || after === undefined || differences.length > 0) return false;
  const [one, other] = [before.stack.environment, after.stack.environment];
  return (
    isCdk(before.stack) && isCdk(after.stack) && before.type === after.type && one.account === other.account && one.region === other.region
  );
}

function fixOf({ before, after }: Change): string {
  const mapping = `\`${placeOf(before)}\` → \`${placeOf(after)}\``;
  return `Run \`cdk refactor --unstable=refactor\` before you deploy: nothing else changes, so that it can keep the deployed resource (${mapping}).`;
}

function placeOf(resource: Change['after']): string {
  return resource === undefined ? '' : `${resource.stack.name}.${resource.logicalId}`;
}
