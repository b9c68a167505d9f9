import type { Stack } from '../../assembly/model.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import { deployCommand, destroyCommand } from '../commands.js';
import type { DiffContext, Problem } from './problem.js';

/**
 * Exports that another stack offers from now on: "Export names must be unique for each AWS account and Region"
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html), so that the old owner must drop one first.
 */
export function* exportOwnerProblems({ before, after, pairing }: DiffContext): Generator<Problem> {
  const { matches } = pairing;
  for (const name of after.producers.exportNames()) {
    for (const { stack } of after.producers.exportsNamed(name)) {
      const owner = rootStackOf(stack);
      const own = matches.stacksOf('after', owner);
      const isKept = own !== undefined && own.kind !== 'moved';
      const owners = before.producers.exportsNamed(name).map((found) => rootStackOf(found.stack));
      // It has it already.
      if (isKept && owners.includes(own.before)) continue;
      const holder = owners.find(
        (candidate) => candidate !== own?.before && isSameEnvironment(environmentOf(candidate), owner.environment),
      );
      if (holder !== undefined) yield* ownerProblem(name, holder, owner);
    }
  }

  function environmentOf(stack: Stack): Stack['environment'] {
    const pair = matches.stacksOf('before', stack);
    return pair === undefined || pair.kind === 'moved' ? stack.environment : pair.after.environment;
  }

  function* ownerProblem(name: string, holder: Stack, owner: Stack): Generator<Problem> {
    const pair = matches.stacksOf('before', holder);
    const now = pair === undefined || pair.kind === 'moved' ? undefined : pair.after;
    // That two stacks export it in the new version as well is for a check to report.
    if (now !== undefined && after.producers.exportsNamed(name).some(({ stack }) => rootStackOf(stack) === now)) return;
    if (now !== undefined && after.order.precedes(now, owner)) return;
    const when =
      now === undefined
        ? `${holder.name}, which stays deployed, still has it`
        : after.order.precedes(owner, now)
          ? `${holder.name}, which drops it, is deployed after ${owner.name}`
          : `${owner.name} may be deployed before ${holder.name}, which drops it`;
    yield {
      kind: 'identity-taken',
      level: 'blocked',
      at: owner,
      message: `It exports ${name}, which the deployed ${holder.name} exports; ${when}: \`Export with name ${name} is already exported by stack ${holder.name}\`.`,
      fix:
        now === undefined
          ? `Delete the stack ${holder.name} first (${destroyCommand(holder)}), or give the export another name.`
          : `Deploy ${now.name} on its own first (\`${deployCommand(now, { exclusively: true })}\`), then ${owner.name}; or give the export another name.`,
    };
  }
}

function isSameEnvironment(one: Stack['environment'], other: Stack['environment']): boolean {
  return one.account === other.account && one.region === other.region;
}
