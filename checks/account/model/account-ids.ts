import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { hasText, intrinsicOf } from '../../../src/graph/model/json.js';
import type { Property, TemplatePath } from '../../../src/graph/model/property.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../../src/graph/model/resource-graph.js';

/** A place where a template writes an account's number, in an ARN or as a principal. */
export interface WrittenAccount {
  readonly at: Property;
  readonly account: string;
  /** The whole text, as far as it is known. */
  readonly text: string;
}

/** A number that is a text of its own or a field of an ARN, unlike the one in the name of the bucket that `cdk bootstrap` makes. */
const MAY_BE_ACCOUNT = /(?:^|:)\d{12}(?:$|:)/;
/** `service:region:account:` of an ARN; the region is empty, known or not. */
const IN_ARN = /:[a-z0-9-]*:[a-z0-9-]*:(\d{12}):/g;
/** Keys under which a number alone is an account. */
const ACCOUNT_KEY = /^(AWS|.*(SourceAccount|PrincipalAccount|AccountId|Accounts?))$/;

/** The accounts that stacks are deployed to; undefined is among them when one may be deployed to any. */
export function accountsOf({ stacks }: ResourceGraph): ReadonlySet<string | undefined> {
  return new Set(stacks.map(({ environment }) => environment.account));
}

/** Every account number that templates write, once for each place; decided conditions are seen through. */
export function writtenAccounts(graph: ResourceGraph): readonly WrittenAccount[] {
  return graph.memo(findWritten);
}

function findWritten(graph: ResourceGraph): readonly WrittenAccount[] {
  const found: WrittenAccount[] = [];
  for (const stack of graph.stacks) {
    if (!stack.template.hasAccountNumbers) continue;
    for (const resource of graph.resourcesOf(stack)) {
      const places = placesWithNumbers(resource);
      if (places.length > 0 && resource.existence === 'certain') found.push(...accountsIn(resource, places));
    }
  }
  return found;
}

/** A place below `Properties`, and the last key on the way to it. */
interface RawPlace {
  readonly path: TemplatePath;
  readonly key: string;
}

/** Where the raw text holds what may be another account: a text, or the intrinsic function around it. Most resources have none. */
function placesWithNumbers({ raw: { Properties }, account: own }: Resource): readonly RawPlace[] {
  if (!hasText(Properties, isLikeAccount)) return [];
  const found: RawPlace[] = [];
  const path: (string | number)[] = [];
  const step = (next: string | number, raw: Json | undefined, key: string): void => {
    path.push(next);
    visit(raw, key);
    path.pop();
  };
  const visit = (raw: Json | undefined, key: string): void => {
    if (typeof raw === 'string') {
      if (isLikeAccount(raw) && (raw.includes('{{resolve:') || otherAccountsIn(raw, key, own).size > 0))
        found.push({ path: [...path], key });
    } else if (Array.isArray(raw)) {
      for (let index = 0; index < raw.length; index++) step(index, raw[index] as Json, key);
    } else if (intrinsicOf(raw) !== undefined) {
      if (hasText(raw, isLikeAccount)) found.push({ path: [...path], key });
    } else if (typeof raw === 'object') {
      for (const name in raw as JsonObject) step(name, (raw as JsonObject)[name], name);
    }
  };
  visit(Properties, '');
  return found;
}

function isLikeAccount(text: string): boolean {
  return text.length >= 12 && MAY_BE_ACCOUNT.test(text);
}

function accountsIn(resource: Resource, places: readonly RawPlace[]): readonly WrittenAccount[] {
  const found: WrittenAccount[] = [];
  const visit = (at: Property, key: string): void => {
    const { value } = at;
    if (value.kind === 'map') for (const [name, entry] of at.entries ?? []) visit(entry, name);
    else if (value.kind === 'list') for (const item of at.items ?? []) visit(item, key);
    else {
      // Unknown parts stand for any text but a colon.
      const text = at.textWith('x');
      for (const account of otherAccountsIn(text, key, resource.account)) found.push({ at, account, text });
    }
  };
  for (const { path, key } of places) visit(resource.property(...path), key);
  return found;
}

function otherAccountsIn(text: string, key: string, own: string | undefined): ReadonlySet<string> {
  const accounts = new Set<string>();
  for (const [, account] of text.matchAll(IN_ARN)) if (account !== undefined) accounts.add(account);
  if (ACCOUNT_KEY.test(key) && /^\d{12}$/.test(text)) accounts.add(text);
  if (own !== undefined) accounts.delete(own);
  return accounts;
}
