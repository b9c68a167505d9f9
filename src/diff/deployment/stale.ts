import type { Stack } from '../../assembly/model.js';
import { Resource } from '../../graph/model/resource.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import { referencesIn } from '../../graph/model/value.js';
import { isCdk } from '../commands.js';
import type { DiffContext, Problem } from './problem.js';

/** `cdk deploy` skips a stack whose template is the same, even when a value that it reads from another stack is not. */
export function* staleConsumers({ after, recreated, pairing }: DiffContext, isChanged: (root: Stack) => boolean): Generator<Problem> {
  const reported = new Set<Stack>();
  for (const link of after.stackLinks) {
    const reader = rootStackOf(link.from.stack);
    if (link.kind !== 'stack-output' || reader === rootStackOf(link.to) || reported.has(reader) || isChanged(reader)) continue;
    if (pairing.matches.stacksOf('after', reader) === undefined || !(link.from instanceof Resource)) continue;
    const links = after.linksFrom(link.from).filter(({ path, via }) => via.includes('stack-output') && path.join() === link.path.join());
    const renewed = links.find(({ to }) => recreated.has(to)) ?? undefined;
    const isRenewed =
      renewed !== undefined ||
      referencesIn(link.from.property(...link.path.slice(1)).value).some(({ resource }) => recreated.has(resource.base));
    if (!isRenewed) continue;
    reported.add(reader);
    yield {
      kind: 'stale-consumer',
      level: 'careful',
      at: link.from,
      message: `It reads the output ${link.name} of ${link.to.name}, which gets another value; the template of ${reader.name} stays the same, so ${isCdk(reader) ? '`cdk deploy` skips it' : 'a deployment finds nothing to change'} and it keeps the old value.`,
      fix: isCdk(reader)
        ? `Deploy it all the same: \`cdk deploy --force ${reader.displayName}\`.`
        : 'Deploy it with another change of its template.',
    };
  }
}
