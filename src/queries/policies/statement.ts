import type { Property } from '../../graph/model/property.js';
import { anyOf, type Maybe, negate } from './maybe.js';
import { covers, isCovered, type Text } from './pattern.js';
import { type Principals, principalsOf } from './principal.js';
import { textAt } from './texts.js';

/** `Action`, `Resource` and the like, or what `NotAction` and `NotResource` leave. */
interface Clause<T> {
  readonly isExclusion: boolean;
  /** Undefined when the elements are not known; an element is undefined when it is not. */
  readonly elements: readonly T[] | undefined;
}

/** One statement of a policy document. */
export interface Statement {
  /** Where it is written; undefined in a policy that AWS manages. */
  readonly at: Property | undefined;
  readonly effect: string | undefined;
  /** Undefined where nothing says whom it is about: in a policy that AWS manages. */
  readonly principals: Principals | undefined;
  /** Undefined where there is no place for any. */
  readonly condition: Property | undefined;
  /** Patterns in lower case. */
  readonly action: Clause<string | undefined>;
  /** Undefined where the statement names none: it is about what the document belongs to. */
  readonly resource: Clause<Text> | undefined;
}

/** A policy document. */
export interface Policy {
  /** Undefined when it is not known which there are. */
  readonly statements: readonly Statement[] | undefined;
  /** False when it is there under a condition that cannot be decided. */
  readonly isCertain: boolean;
}

export function policyAt(document: Property): Policy {
  return { statements: statementsOf(document), isCertain: document.resource.existence === 'certain' };
}

/**
 * No policy document holds as many: the longest, those of keys, have 32 KB. What asks about each statement of such a document for each of
 * many resources would take hours.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html
 */
export const MOST_STATEMENTS = 1_000;

/** The statements of a policy document; undefined when it is not known which there are. */
function statementsOf(document: Property): readonly Statement[] | undefined {
  const items = document.hasEntries ? document.get('Statement').items : undefined;
  return items === undefined || items.length > MOST_STATEMENTS ? undefined : items.map((at) => new WrittenStatement(at));
}

/** Read when asked: of most statements few checks want to know more than whether they allow or deny. */
class WrittenStatement implements Statement {
  readonly at: Property;
  /** Null until it is asked for. */
  #effect: string | undefined | null = null;
  #principals: Principals | undefined;
  #condition: Property | undefined;
  #action: Clause<string | undefined> | undefined;
  /** Null where there is none. */
  #resource: Clause<Text> | null | undefined;

  constructor(at: Property) {
    this.at = at;
  }

  get effect(): string | undefined {
    if (this.#effect === null) this.#effect = this.at.get('Effect').text;
    return this.#effect;
  }

  get principals(): Principals {
    this.#principals ??= principalsOf(this.at);
    return this.#principals;
  }

  get condition(): Property {
    this.#condition ??= this.at.get('Condition');
    return this.#condition;
  }

  get action(): Clause<string | undefined> {
    if (this.#action === undefined) {
      const { place, isExclusion } = clauseAt(this.at, 'Action');
      // Most actions are written out, and there are many.
      const elements = place.texts?.map((text) => text.toLowerCase()) ?? place.items?.map(({ text }) => text?.toLowerCase());
      this.#action = { isExclusion, elements };
    }
    return this.#action;
  }

  get resource(): Clause<Text> | undefined {
    if (this.#resource === undefined) {
      const { place, isExclusion } = clauseAt(this.at, 'Resource');
      this.#resource = place.isAbsent ? null : { isExclusion, elements: place.items?.map(textAt) };
    }
    return this.#resource ?? undefined;
  }
}

/** A policy of one statement, which stands there without a document around it; undefined when another form of it stands there. */
export function policyOfStatement(statement: Property): Policy {
  const isKnown = !statement.isAbsent && statement.hasEntries;
  return { statements: isKnown ? [new WrittenStatement(statement)] : undefined, isCertain: statement.resource.existence === 'certain' };
}

/** Where the clause of this name stands, or the one that excludes. */
function clauseAt(statement: Property, name: string): { readonly place: Property; readonly isExclusion: boolean } {
  const place = statement.get(name);
  const excluded = place.isAbsent ? statement.get(`Not${name}`) : undefined;
  return excluded === undefined || excluded.isAbsent ? { place, isExclusion: false } : { place: excluded, isExclusion: true };
}

/** `asked` in lower case. */
export function coversAction({ action }: Statement, asked: string): Maybe {
  return asks(action, (pattern) => (pattern === undefined ? undefined : isCovered(pattern, asked)));
}

/** What is asked about is read only where the statement names resources. */
export function coversResource({ resource }: Statement, asked: { readonly resource: Text }): Maybe {
  return resource === undefined ? true : asks(resource, (pattern) => covers(pattern, asked.resource));
}

function asks<T>({ isExclusion, elements }: Clause<T>, test: (element: T) => Maybe): Maybe {
  if (elements === undefined) return undefined;
  const answer = anyOf(elements, test);
  return isExclusion ? negate(answer) : answer;
}
