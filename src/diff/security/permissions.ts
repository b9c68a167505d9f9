import type { TemplateDiff } from '@aws-cdk/cloudformation-diff';
import type { Stack } from '../../assembly/model.js';
import type { Resource } from '../../graph/model/resource.js';
import { compareGrants, type Grant } from './grants.js';
import type { SecurityNote } from './security-note.js';

/** Finds the resource that a logical id of the compared templates stands for. */
export type FindResource = (logicalId: string) => { readonly resource: Resource; readonly isNew: boolean } | undefined;

/** What roles, users and others may do now and could not before, and the other way round, by who it is. */
export function* permissionChanges({ iamChanges }: TemplateDiff, stack: Stack, find: FindResource): Generator<SecurityNote> {
  const { added, removed } = compareGrants(iamChanges.statements.additions, iamChanges.statements.removals);
  const subjects = new Map<string, { added: string[]; removed: string[]; isBroadened: boolean; isWide: boolean }>();
  const subject = (text: string) => {
    const logicalId = logicalIdIn(text);
    const name = logicalId === undefined ? text : `\${${logicalId}}`;
    const known = subjects.get(name) ?? { added: [], removed: [], isBroadened: false, isWide: false };
    subjects.set(name, known);
    return known;
  };
  for (const grant of added) {
    const about = subject(subjectOf(grant));
    about.added.push(inWords(grant));
    about.isBroadened ||= grant.effect !== 'Deny';
    about.isWide ||= grant.effect === 'Allow' && isEveryone(grant);
  }
  for (const grant of removed) {
    const about = subject(subjectOf(grant));
    about.removed.push(inWords(grant));
    about.isBroadened ||= grant.effect === 'Deny';
  }
  for (const { identityArn, managedPolicyArn } of iamChanges.managedPolicies.additions) {
    const about = subject(identityArn);
    about.added.push(`the managed policy ${managedPolicyArn}`);
    about.isBroadened = true;
  }
  for (const { identityArn, managedPolicyArn } of iamChanges.managedPolicies.removals)
    subject(identityArn).removed.push(`the managed policy ${managedPolicyArn}`);
  for (const [name, { added, removed, isBroadened, isWide }] of subjects) {
    const found = find(logicalIdIn(name) ?? '');
    const label = found?.resource.constructPath ?? found?.resource.logicalId ?? name;
    const isNew = found?.isNew ?? false;
    // Limits on what has never been without them.
    if (isNew && !isBroadened) continue;
    const message = isWide
      ? `Everyone gets access: ${label} is not limited to principals or conditions.`
      : isBroadened
        ? `${isNew ? 'New, with permissions' : 'May do more than before'}.`
        : 'May do less than before.';
    const area = isWide ? 'public-access' : 'permissions';
    const direction = isBroadened ? 'broadened' : 'narrowed';
    yield { area, direction, subject: label, at: found?.resource ?? stack, message, added: added.sort(), removed: removed.sort(), isNew };
  }
}

/** Who gets the permission; for everyone and for services, what they get it on. */
function subjectOf({ principal, resource }: Grant): string {
  return logicalIdIn(principal) === undefined && logicalIdIn(resource) !== undefined ? resource : principal;
}

function isEveryone({ principal, condition }: Grant): boolean {
  return (principal === '*' || principal === 'AWS:*') && condition === '';
}

function logicalIdIn(text: string): string | undefined {
  return /\$\{([A-Za-z0-9]+)(?:\.[^{}]*)?\}/.exec(text)?.[1];
}

function inWords({ effect, principal, action, resource, condition }: Grant): string {
  const limit = condition === '' ? '' : ' under a condition';
  return `${effect} ${action} on ${resource} to ${principal}${limit}`;
}
