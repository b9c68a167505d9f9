import { isCovered } from '../../../queries/policies/pattern.js';
import { isApart, isWithin } from '../branches.js';
import type { Texts } from '../texts.js';
import { isNarrower } from './conditions.js';
import { type Conditions, type Grant, MANAGED_POLICY, type Target } from './grant.js';
import { EVERYONE, includes, principalKey } from './principals.js';

/** A grant in texts that are equal for what is the same. */
interface Comparable {
  readonly grant: Grant;
  readonly principal: Target;
  readonly action: Target;
  readonly resource: Target;
  readonly condition: Conditions | undefined;
  /** Of whose policy it is a part. */
  readonly account: string | undefined;
}

/** `open`: one of the other side may cover it, which is not known. */
export type Coverage = 'covered' | 'open' | 'uncovered';

/** More than these are not looked through for each grant. */
const MAX_WIDE = 2_000;

/** The grants of one side, to be asked what they cover. */
export class Grants {
  readonly #texts: Texts;
  /** By effect, principal, action and resource. */
  readonly #exact = new Map<string, Comparable[]>();
  /** By effect, principal and action. */
  readonly #alike = new Map<string, Comparable[]>();
  /** Those with a pattern, or for more than one principal, by effect. */
  readonly #wide = new Map<string, Comparable[]>();
  /** Of the resources of the app that are principals. */
  readonly #accounts = new Map<string, string>();

  constructor(grants: readonly Grant[], texts: Texts) {
    this.#texts = texts;
    for (const grant of grants) {
      const one = this.#comparable(grant);
      push(this.#exact, keyOf(one), one);
      push(this.#alike, alikeKey(one), one);
      if (isWide(one)) push(this.#wide, grant.effect, one);
    }
  }

  /** `others` are the grants of the side that the grant is on. */
  coverageOf(grant: Grant, others: Grants): Coverage {
    const one = this.#comparable(grant);
    const wide = this.#wide.get(grant.effect) ?? [];
    let isOpen = false;
    for (const other of [...(this.#exact.get(keyOf(one)) ?? []), ...wide.slice(0, MAX_WIDE)]) {
      if (isApart(grant.when, other.grant.when) || !this.#covers(other, one, others)) continue;
      const answer = isNarrower(one.condition, other.condition, (text) => this.#texts.isOpen(text));
      if (answer === true && isWithin(grant.when, other.grant.when)) return 'covered';
      // Under other conditions of the template, which may come to the same.
      isOpen ||= answer !== false && (grant.when.length > 0 || isWithin(grant.when, other.grant.when));
    }
    return isOpen || wide.length > MAX_WIDE || this.#isUnknown(one) ? 'open' : 'uncovered';
  }

  /** Whether the same may be done already with a resource, where one of the two is not known at synthesis. */
  #isUnknown(one: Comparable): boolean {
    // Of one with the same resource, the conditions have been compared.
    const others = (this.#alike.get(alikeKey(one)) ?? []).filter((other) => keyOf(other) !== keyOf(one));
    if (others.length === 0) return false;
    const { resource } = one;
    const isOpen = (text: string): boolean => this.#texts.isOpen(text);
    if (resource.not || resource.values.some(isOpen)) return true;
    // What is not known in a text stays a part of it: no part makes an ARN `*`.
    const known = others.flatMap((other) => other.resource.values.map((text) => text.replace(/\$\{[^{}]*\}/g, '*')));
    return others.some(
      (other) =>
        other.resource.values.some(isOpen) && (other.resource.not || coversTarget({ not: false, values: known }, resource, isCovered)),
    );
  }

  #covers(other: Comparable, one: Comparable, others: Grants): boolean {
    return (
      coversTarget(
        other.principal,
        one.principal,
        (text, value) => text === value || (includes(text, value, this.#accounts) && (text === EVERYONE || !isStaying(other, one, others))),
      ) &&
      coversTarget(other.action, one.action, coversAction) &&
      coversTarget(other.resource, one.resource, isCovered)
    );
  }

  #comparable(grant: Grant): Comparable {
    const { region, account } = this.#texts.resourceIn(grant.origin)?.resource ?? {};
    const keys = (target: Target, key: (text: string) => string): Target => ({ not: target.not, values: target.values.map(key) });
    return {
      grant,
      account: account ?? '${AWS::AccountId}',
      principal: keys(grant.principal, (text) => this.#principalKey(text, region)),
      action: keys(grant.action, (text) => text.toLowerCase()),
      resource: keys(grant.resource, (text) => this.#texts.key(text)),
      condition:
        grant.condition &&
        (JSON.parse(JSON.stringify(grant.condition), (_, value) =>
          typeof value === 'string' ? this.#texts.key(value) : value,
        ) as Conditions),
    };
  }

  #principalKey(text: string, region: string | undefined): string {
    const key = principalKey(this.#principal(text), region);
    const resource = this.#texts.resourceIn(text)?.resource;
    if (resource !== undefined) this.#accounts.set(key, resource.account ?? '${AWS::AccountId}');
    return key;
  }

  has(key: string): boolean {
    return this.#exact.has(key);
  }

  /** `AWS:${Role}` and `AWS:${Role.Arn}` are one. */
  #principal(text: string): string {
    return text.startsWith('AWS:') ? `AWS:${this.#texts.key(text.slice(4))}` : this.#texts.key(text);
  }
}

/**
 * Whether a grant to an account is there on both sides, beside one to an identity of it. In its own account that one is more, since the
 * account's policies need not allow it: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 */
function isStaying(ofAccount: Comparable, { principal, account }: Comparable, others: Grants): boolean {
  const isOwn = ofAccount.principal.values.includes(`AWS:arn:aws:iam::${account}:root`);
  return isOwn && !principal.not && others.has(keyOf(ofAccount));
}

/** `AdministratorAccess`, which allows all that another policy may: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html */
function coversAction(pattern: string, action: string): boolean {
  return pattern === action || pattern === '*' || (action !== MANAGED_POLICY && isCovered(pattern, action));
}

function coversTarget(other: Target, one: Target, covers: (pattern: string, value: string) => boolean): boolean {
  if (!other.not) return other.values.some((pattern) => (one.not ? pattern === '*' : one.values.every((value) => covers(pattern, value))));
  if (one.not) return other.values.every((value) => one.values.some((pattern) => covers(pattern, value)));
  return one.values.every((value) => !other.values.some((pattern) => covers(pattern, value) || covers(value, pattern)));
}

function isWide({ principal, action, resource }: Comparable): boolean {
  return (
    [principal, action, resource].some(({ not, values }) => not || values.some((value) => /[*?]/.test(value))) ||
    principal.values.some((value) => value.endsWith(':root') || value === EVERYONE)
  );
}

function keyOf({ grant, principal, action, resource }: Comparable): string {
  return JSON.stringify([grant.effect, principal, action, resource]);
}

function alikeKey({ grant, principal, action }: Comparable): string {
  return JSON.stringify([grant.effect, principal, action]);
}

function push<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}
