import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import { ownFateOf, protectionOf } from '../../queries/deletion.js';
import { backupChanges } from '../consequence/retention.js';
import { isStateful } from '../consequence/stateful.js';
import { SAFEGUARDS, type Safeguard } from './safeguards.js';
import type { SecurityNote } from './security-note.js';

/** Protections of one resource that are switched on or off. What is not known on either side is left out. */
export function* protectionChanges(before: Resource, after: Resource): Generator<SecurityNote> {
  const note = (area: SecurityNote['area'], isWeaker: boolean, message: string): SecurityNote => ({
    area,
    direction: isWeaker ? 'weakened' : 'strengthened',
    subject: after.constructPath ?? after.logicalId,
    at: after,
    message,
    added: [],
    removed: [],
    isNew: false,
  });
  const [wasProtected, isProtected] = [protectionOf(before)?.isOn, protectionOf(after)?.isOn];
  if (wasProtected !== undefined && isProtected !== undefined && wasProtected !== isProtected)
    yield note('deletion-protection', wasProtected, `Deletion protection is switched ${wasProtected ? 'off' : 'on'}.`);
  const [oldFate, fate] = [ownFateOf(before), ownFateOf(after)];
  if (isStateful(after) && oldFate !== undefined && fate !== undefined && oldFate !== fate)
    yield note(
      'deletion-policy',
      RANK[fate] < RANK[oldFate],
      `When its stack is deleted, it is now ${WORDS[fate]} instead of ${WORDS[oldFate]}.`,
    );
  for (const { message, isShorter } of backupChanges(before, after)) yield note('recovery', isShorter, message);
  const reported = new Set<string>();
  for (const safeguard of SAFEGUARDS.get(after.type) ?? []) {
    const [was, is] = [isOn(before, safeguard), isOn(after, safeguard)];
    const { area, what, path } = safeguard;
    if (was === undefined || is === undefined || was === is || reported.has(`${what} ${was}`)) continue;
    reported.add(`${what} ${was}`);
    yield note(area, was, was ? `It loses ${what} (\`${path.join('.')}\`).` : `It gets ${what} (\`${path.join('.')}\`).`);
  }
}

const RANK = { deleted: 0, snapshot: 1, retained: 2 } as const;
const WORDS = { deleted: 'deleted', snapshot: 'deleted after a snapshot', retained: 'retained' } as const;

function isOn(resource: Resource, { path, good, isOnByDefault }: Safeguard): boolean | undefined {
  const places = below(resource.property(), path);
  if (places === undefined) return undefined;
  const states = places.map((place) => {
    if (place.isAbsent) return isOnByDefault;
    if (good === undefined) return true;
    return place.text === undefined ? undefined : good.includes(place.text.toLowerCase());
  });
  return states.includes(undefined) ? undefined : states.length > 0 && states.every((state) => state === true);
}

function below(place: Property, [step, ...rest]: readonly string[]): readonly Property[] | undefined {
  if (step === undefined) return [place];
  if (step !== '*') return below(place.get(step), rest);
  const { items } = place;
  if (items === undefined) return undefined;
  const places = items.map((item) => below(item, rest));
  return places.includes(undefined) ? undefined : (places as readonly (readonly Property[])[]).flat();
}
