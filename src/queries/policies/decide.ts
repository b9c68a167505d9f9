import type { Property } from '../../graph/model/property.js';
import { holds, type RequestContext } from './conditions.js';
import { allOf, type Maybe } from './maybe.js';
import type { Text } from './pattern.js';
import { includes, type Principal } from './principal.js';
import { coversAction, coversResource, type Policy, type Statement } from './statement.js';

/** What somebody wants to do. */
export interface Request {
  readonly action: string;
  /** Undefined where policies of identities are asked, which have no principal. */
  readonly principal?: Principal;
  readonly resource: Text;
  readonly context: RequestContext;
}

export interface Decision {
  /** Whether a statement allows it, denials aside. */
  readonly allows: Maybe;
  readonly denies: Maybe;
  /** The statement that denies it for certain. */
  readonly denial: Property | undefined;
}

const NOTHING: Decision = { allows: false, denies: false, denial: undefined };

/**
 * What policies say of a request. An explicit denial overrides whatever allows it.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function decide(policies: readonly Policy[], request: Request): Decision {
  let decision = NOTHING;
  for (const { statements, isCertain } of policies) {
    if (statements === undefined) decision = { ...decision, allows: atLeast(decision.allows, undefined) };
    for (const statement of statements ?? []) {
      const answer = matches(statement, request);
      const matched = answer === true && !isCertain ? undefined : answer;
      if (matched === false) continue;
      if (statement.effect === 'Deny') {
        const denial = matched === true ? (decision.denial ?? statement.at) : decision.denial;
        decision = { ...decision, denies: atLeast(decision.denies, matched), denial };
      } else {
        decision = { ...decision, allows: atLeast(decision.allows, statement.effect === 'Allow' ? matched : undefined) };
      }
    }
  }
  return decision;
}

function atLeast(one: Maybe, other: Maybe): Maybe {
  return one === true || other === true ? true : one === undefined || other === undefined ? undefined : false;
}

function matches(statement: Statement, { action, principal, resource, context }: Request): Maybe {
  const tests: readonly (() => Maybe)[] = [
    () => coversAction(statement, action),
    () => (principal === undefined ? true : statement.at === undefined ? undefined : includes(statement.at, principal)),
    () => coversResource(statement, resource),
    () => (statement.at === undefined ? true : holds(statement.at.get('Condition'), context)),
  ];
  return allOf(tests, (test) => test());
}

/** Whether the request goes through: allowed by one of these decisions, and denied by none. */
export function isAllowed(...decisions: readonly Decision[]): Maybe {
  const allows = decisions.reduce<Maybe>((answer, decision) => atLeast(answer, decision.allows), false);
  const denies = decisions.reduce<Maybe>((answer, decision) => atLeast(answer, decision.denies), false);
  if (denies === true || allows === false) return false;
  return denies === undefined ? undefined : allows;
}
