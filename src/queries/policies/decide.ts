import type { Property } from '../../graph/model/property.js';
import { holds, type RequestContext } from './conditions.js';
import type { Maybe } from './maybe.js';
import type { Text } from './pattern.js';
import { includes, type Principal } from './principal.js';
import { coversAction, coversResource, type Policy, type Statement } from './statement.js';

/** What somebody wants to do. */
export interface Request {
  readonly action: string;
  /** Undefined where policies of identities are asked, which have no principal. */
  readonly principal?: Principal | undefined;
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
  const action = request.action.toLowerCase();
  for (const { statements, isCertain } of policies) {
    if (statements === undefined) {
      decision = withAllowed(decision, undefined);
      continue;
    }
    for (let index = 0; index < statements.length; index++) {
      const statement = statements[index] as Statement;
      // Of what is allowed already, only a denial says more.
      if (decision.allows === true && statement.effect === 'Allow') continue;
      const answer = matches(statement, action, request);
      const matched = answer === true && !isCertain ? undefined : answer;
      if (matched === false) continue;
      if (statement.effect === 'Deny') decision = withDenied(decision, matched, statement);
      else decision = withAllowed(decision, statement.effect === 'Allow' ? matched : undefined);
    }
  }
  return decision;
}

function withAllowed(decision: Decision, matched: Maybe): Decision {
  return { ...decision, allows: atLeast(decision.allows, matched) };
}

function withDenied(decision: Decision, matched: Maybe, { at }: Statement): Decision {
  return { ...decision, denies: atLeast(decision.denies, matched), denial: matched === true ? (decision.denial ?? at) : decision.denial };
}

function atLeast(one: Maybe, other: Maybe): Maybe {
  return one === true || other === true ? true : one === undefined || other === undefined ? undefined : false;
}

/** One test after the other: most statements fail the first. */
function matches(statement: Statement, action: string, request: Request): Maybe {
  const isAction = coversAction(statement, action);
  if (isAction === false) return false;
  const { principal } = request;
  const isMeant = principal === undefined ? true : statement.principals && includes(statement.principals, principal);
  if (isMeant === false) return false;
  const resource = coversResource(statement, request);
  if (resource === false) return false;
  const condition = statement.condition?.isAbsent === false ? holds(statement.condition, request.context) : true;
  if (condition === false) return false;
  return isAction === true && isMeant === true && resource === true && condition === true ? true : undefined;
}

/** Whether the request goes through: allowed by one of these decisions, and denied by none. */
export function isAllowed(...decisions: readonly Decision[]): Maybe {
  const allows = decisions.reduce<Maybe>((answer, decision) => atLeast(answer, decision.allows), false);
  const denies = decisions.reduce<Maybe>((answer, decision) => atLeast(answer, decision.denies), false);
  if (denies === true || allows === false) return false;
  return denies === undefined ? undefined : allows;
}
