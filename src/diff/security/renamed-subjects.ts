import type { Resource } from '../../graph/model/resource.js';
import { groupBy } from '../../group-by.js';
import { ORIGIN } from './entries.js';
import { subjectOf } from './permissions/subject.js';
import type { Access } from './read.js';
import type { Texts } from './texts.js';

/**
 * Resources of after, by a resource of before that is gone and had just the same permissions or rules: a role that was renamed, and got another
 * description with that. Nobody may do more than before by it.
 */
export function renamedSubjects(
  before: Access,
  after: Access,
  texts: Texts,
  isNew: (resource: Resource) => boolean,
): ReadonlyMap<Resource, Resource> {
  const old = profilesOf(before, texts, (_, isGone) => isGone);
  const current = profilesOf(after, texts, (resource) => isNew(resource));
  const open = groupBy(old, ([, profile]) => profile);
  const renamed = new Map<Resource, Resource>();
  for (const [resource, profile] of current) {
    const origin = (open.get(profile) ?? []).find(([candidate]) => !renamed.has(candidate));
    if (origin !== undefined) renamed.set(origin[0], resource);
  }
  return renamed;
}

type Profile = readonly [resource: Resource, profile: string];

/** All entries about each of some resources, as a text in which the resource itself has no name. */
function profilesOf(
  { grants, rules }: Access,
  texts: Texts,
  isMeant: (resource: Resource, isGone: boolean) => boolean,
): readonly Profile[] {
  const entries = [
    ...grants.map((grant) => {
      const { effect, principal, action, resource, condition, when } = grant;
      return { subject: subjectOf(grant, texts), parts: [effect, principal, action, resource, condition ?? null, when] };
    }),
    ...rules.map(({ group, direction, protocol, from, to, peer, when }) => {
      const [owner = ''] = group.split(ORIGIN);
      return { subject: texts.subject(owner), parts: [direction, protocol, from, to, peer, when] };
    }),
  ];
  return [...groupBy(entries, ({ subject }) => subject)].flatMap(([subject, all]): readonly Profile[] => {
    const found = texts.resourceIn(subject);
    if (found === undefined || !isMeant(found.resource, found.isGone)) return [];
    const lines = all.map(({ parts }) =>
      JSON.stringify(parts, (_, value) => (typeof value === 'string' ? texts.keyWithout(value, subject) : value)),
    );
    return [[found.resource, [found.resource.type, ...[...new Set(lines)].sort()].join('\n')]];
  });
}
