import { METHODS_THAT_FAIL_OVER, ORIGIN } from '../../facts/resilience/moving.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import { inWords } from '../duration.js';
import type { Scope } from '../scope.js';
import { numberOr } from './detection.js';
import { type EntryPoint, type Movement, NO_TIME } from './entry-point.js';
import { regionsOf, targetAt } from './targets.js';

const FIX =
  'Give the behavior an origin group: `new origins.OriginGroup({ primaryOrigin, fallbackOrigin })` with an origin of the other region; for requests that write, use the name of a failover record as the origin.';

interface Origin {
  readonly at: Property;
  readonly id: string | undefined;
  readonly regions: ReadonlySet<string | undefined>;
  /** A name of Route 53, which moves by itself. */
  readonly isRecord: boolean;
}

/** Behaviors of distributions whose origin is in a region that may be lost. */
export function distributionsIn(scope: Scope): readonly EntryPoint[] {
  return scope.ofTypes('AWS::CloudFront::Distribution').flatMap((distribution) => behaviorsOf(distribution, scope));
}

function behaviorsOf(distribution: Resource, { lost }: Scope): readonly EntryPoint[] {
  const config = distribution.property('DistributionConfig');
  const origins = (config.get('Origins').items ?? []).map(originAt);
  const groups = config.get('OriginGroups', 'Items').items ?? [];
  const behaviors = [config.get('DefaultCacheBehavior'), ...(config.get('CacheBehaviors').items ?? [])];
  const seen = new Set<string>();
  return behaviors.flatMap((behavior) => {
    const id = behavior.get('TargetOriginId').text;
    if (id === undefined) return [];
    const group = groups.find((one) => one.get('Id').text === id);
    const memberIds = group?.get('Members', 'Items').items?.map((member) => member.get('OriginId').text) ?? [id];
    const members = memberIds.flatMap((member) => origins.find((origin) => origin.id === member) ?? []);
    const [first] = members;
    if (first === undefined) return [];
    // One of its origins may be any that has no known id, or one more.
    const isKnown = members.length === memberIds.length;
    return lost
      .filter((region) => first.regions.has(region))
      .flatMap((region): readonly EntryPoint[] => {
        const movement = isKnown ? movementOf({ members, behavior, region }) : NOT_KNOWN;
        // One origin stands behind many paths.
        const key = `${region} ${id} ${movement.kind}`;
        if (seen.has(key)) return [];
        seen.add(key);
        const known = [...new Set(members.flatMap((member) => [...member.regions]))].filter((one) => one !== undefined);
        const path = behavior.get('PathPattern').text ?? '*';
        return [
          { at: first.at, kind: 'distribution', name: `${distribution.displayName} ${path}`, regions: known, lost: region, movement },
        ];
      });
  });
}

function originAt(origin: Property): Origin {
  const at = origin.get('DomainName');
  const { region, records } = targetAt(at);
  const isRecord = records.length > 0;
  return { at, id: origin.get('Id').text, regions: isRecord ? regionsOf(records) : new Set([region]), isRecord };
}

const NOT_KNOWN: Movement = { kind: 'unknown', because: 'not all origins of its group are known' };

interface Question {
  readonly members: readonly Origin[];
  readonly behavior: Property;
  readonly region: string;
}

function movementOf({ members, behavior, region }: Question): Movement {
  const [first, second] = members as readonly [Origin, Origin?];
  // As the record of that name does, which is a way in of its own.
  if (first.isRecord && first.regions.size > 1)
    return { kind: 'moves', decidedBy: 'the record that is its origin', detect: NO_TIME, route: NO_TIME };
  if (second === undefined) {
    if (first.regions.size > 1) return { kind: 'unknown', because: 'not all that its origin leads to is known' };
    return { kind: 'stays', because: `its only origin is in ${region}`, at: first.at, fix: FIX };
  }
  if (second.regions.has(undefined)) return { kind: 'unknown', because: 'the region of its second origin is not known' };
  if (second.regions.size === 1 && second.regions.has(region))
    return { kind: 'stays', because: `both origins of its group are in ${region}`, at: second.at, fix: FIX };
  const methods = behavior.get('AllowedMethods');
  const writes = (methods.items ?? []).find(({ text }) => text !== undefined && !METHODS_THAT_FAIL_OVER.has(text));
  if (writes !== undefined)
    return {
      kind: 'stays',
      because: `CloudFront tries the second origin for GET, HEAD and OPTIONS alone, and ${writes.text} is allowed`,
      at: methods,
      fix: FIX,
    };
  const origin = first.at.resource.property(...first.at.path.slice(1, -1));
  const attempts = numberOr(origin.get('ConnectionAttempts'), ORIGIN.connectionAttempts);
  const timeout = numberOr(origin.get('ConnectionTimeout'), ORIGIN.connectionTimeout);
  const usual = attempts === undefined || timeout === undefined ? undefined : attempts * timeout;
  const how = usual === undefined ? 'the attempts of each request' : `${attempts} attempts of ${inWords(timeout ?? 0)} in each request`;
  return { kind: 'moves', decidedBy: 'CloudFront, in each request', detect: { least: 0, usual, how }, route: NO_TIME };
}
