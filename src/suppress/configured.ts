import type { Config } from '../config/config.js';
import { matcher, stackMatcher } from '../config/globs.js';
import { InputError } from '../diagnostic.js';
import { pathOf } from './acknowledgements.js';
import { isDay } from './day.js';
import { idMatcher } from './ids.js';
import type { Suppression } from './suppression.js';

/** What the configuration accepts. A construct stands for everything below it; one with a construct and a stack needs both. */
export function readConfiguredSuppressions({ suppressions = [] }: Config, origin: string): readonly Suppression[] {
  return suppressions.map(({ id, construct, stack, reason, until }, index) => {
    if (until !== undefined && !isDay(until))
      throw new InputError(`${origin}: \`suppressions[${index}].until\` is a day that does not exist`);
    const isMeant = idMatcher([id]);
    const isInConstruct = construct === undefined ? () => true : constructMatcher(construct);
    const isInStack = stack === undefined ? () => true : stackMatcher([stack]);
    const where = [construct, stack].filter((part) => part !== undefined).map((part) => `\`${part}\``);
    return {
      ids: [id],
      name: `The suppression of \`${id}\` at ${where.join(' in ')} (${origin})`,
      covers: (detected) => isMeant(detected.checkId) && isInStack(detected.place.stack) && isInConstruct(pathOf(detected)),
      reason,
      until,
      isOwn: true,
    };
  });
}

function constructMatcher(path: string): (constructPath: string) => boolean {
  const plain = path.replace(/^\//, '').replace(/\/$/, '');
  const matches = matcher([plain, `${plain}/**`]);
  return (constructPath) => constructPath === plain || constructPath.startsWith(`${plain}/`) || matches(constructPath);
}
