import type { Resource } from '../../../graph/model/resource.js';
import { groupBy } from '../../../group-by.js';
import type { AccessContext } from '../access-context.js';
import type { SecurityNote } from '../security-note.js';
import type { Texts } from '../texts.js';
import { isViaFunctionUrl, limitsNobody } from './conditions.js';
import { type Coverage, Grants } from './cover.js';
import type { Grant } from './grant.js';
import { EVERYONE } from './principals.js';
import { subjectOf } from './subject.js';
import { grantInWords } from './words.js';

interface ChangedGrant {
  readonly grant: Grant;
  readonly change: 'added' | 'removed';
  readonly coverage: Exclude<Coverage, 'covered'>;
  readonly subject: string;
}

/** What roles, users and others may do now and could not before, and the other way round, by who it is. */
export function* permissionChanges(before: readonly Grant[], after: readonly Grant[], context: AccessContext): Generator<SecurityNote> {
  let changed = compare(before, after, [], context);
  if (changed.length === 0) return;
  const subjects = new Set(changed.flatMap(({ subject }) => context.texts.resourceIn(subject)?.resource ?? []));
  const { grants } = context.contextFor([...subjects]);
  if (grants.length > 0) changed = compare(before, after, grants, context);
  for (const [subject, grants] of groupBy(changed, ({ subject }) => subject)) yield* noteOf(subject, grants, context);
}

function compare(
  before: readonly Grant[],
  after: readonly Grant[],
  both: readonly Grant[],
  { texts }: AccessContext,
): readonly ChangedGrant[] {
  const [old, current] = [new Grants([...before, ...both], texts), new Grants([...after, ...both], texts)];
  const find = (grants: readonly Grant[], own: Grants, others: Grants, change: ChangedGrant['change']): readonly ChangedGrant[] =>
    grants.flatMap((grant) => {
      const coverage = others.coverageOf(grant, own);
      return coverage === 'covered' ? [] : [{ grant, change, coverage, subject: subjectOf(grant, texts) }];
    });
  const changed = [...find(after, current, old, 'added'), ...find(before, old, current, 'removed')];
  const known = [...before, ...both];
  return changed.filter(({ grant, change }) => (change === 'added' ? !isSecondOfUrl(grant, known) : !isGone(grant, texts)));
}

/**
 * Whether it is the second of two permissions that a URL of a function needs, for those who had the first: the URL was open to them before.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
function isSecondOfUrl({ effect, principal, resource, condition }: Grant, before: readonly Grant[]): boolean {
  if (effect !== 'Allow' || !isViaFunctionUrl(condition)) return false;
  return before.some(
    (one) =>
      one.effect === 'Allow' &&
      one.action.values.some((action) => action.toLowerCase() === 'lambda:invokefunctionurl') &&
      String(one.principal.values) === String(principal.values) &&
      String(one.resource.values) === String(resource.values),
  );
}

/** Whether a grant leaves together with whom or what it is about: nobody may do more or less than before. */
function isGone({ principal, resource }: Grant, texts: Texts): boolean {
  const isGoneIn = (values: readonly string[]): boolean =>
    values.length > 0 && values.every((value) => texts.resourceIn(value)?.isGone === true);
  return isGoneIn(principal.values) || isGoneIn(resource.values);
}

function* noteOf(subject: string, changed: readonly ChangedGrant[], { texts, isNew }: AccessContext): Generator<SecurityNote> {
  const found = texts.resourceIn(subject);
  const isNewSubject = found !== undefined && isNew(found.resource);
  const more = changed.filter(({ grant, change }) => (change === 'added') === (grant.effect !== 'Deny'));
  const isBroadened = more.some(({ coverage }) => coverage === 'uncovered');
  // Limits on what has never been without them.
  if (isNewSubject && more.length === 0) return;
  const isOpen = more.some(({ coverage }) => coverage === 'open');
  const isWide = changed.some(({ grant, change, coverage }) => change === 'added' && coverage === 'uncovered' && isForEveryone(grant));
  const at = found?.resource ?? originOf(changed, texts);
  const label = found === undefined ? texts.show(subject, at.stack) : nameOf(found.resource);
  const direction = isBroadened ? 'broadened' : isOpen ? 'changed' : 'narrowed';
  const message = isWide
    ? `Everyone gets access: ${label} is not limited to principals or conditions.`
    : isNewSubject
      ? 'New, with permissions.'
      : MESSAGES[direction][isAbout(changed, subject, texts) ? 'who' : 'what'];
  const lines = (change: ChangedGrant['change']): readonly string[] =>
    [...new Set(changed.filter((one) => one.change === change).map(({ grant }) => grantInWords(grant, texts, at)))].sort();
  yield {
    area: isWide ? 'public-access' : 'permissions',
    direction,
    subject: label,
    at,
    message,
    added: lines('added'),
    removed: lines('removed'),
    isNew: isNewSubject,
  };
}

const UNDECIDED = 'Whether that is more depends on conditions or values that cannot be compared here.';

/** Of whom the permissions are, and of what. */
const MESSAGES = {
  broadened: {
    who: 'Permissions broadened: it may do more than before.',
    what: 'Access broadened: others may do more with it than before.',
  },
  changed: {
    who: `May do something else than before. ${UNDECIDED}`,
    what: `Others may do something else with it than before. ${UNDECIDED}`,
  },
  narrowed: { who: 'Permissions narrowed: it may do less than before.', what: 'Access narrowed: others may do less with it than before.' },
} as const;

/** Whether the subject is who gets the permissions. */
function isAbout(changed: readonly ChangedGrant[], subject: string, texts: Texts): boolean {
  return changed.some(({ grant }) => grant.principal.values.some((value) => texts.subject(value) === subject));
}

function isForEveryone({ effect, principal, condition }: Grant): boolean {
  return (
    effect === 'Allow' &&
    !principal.not &&
    principal.values.some((value) => value === EVERYONE || value === 'AWS:*') &&
    limitsNobody(condition)
  );
}

function originOf([first]: readonly ChangedGrant[], texts: Texts): Resource {
  return texts.resourceIn((first as ChangedGrant).grant.origin)?.resource as Resource;
}

function nameOf({ constructPath, logicalId }: Resource): string {
  return constructPath ?? logicalId;
}
