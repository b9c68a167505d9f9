import { andList } from '../and-list.js';
import { tableOf } from '../table-of.js';
import type { NamedThing } from './report.js';

type Named = Pick<NamedThing, 'kind' | 'type' | 'name'>;

const NOUNS: Readonly<Record<string, string>> = tableOf({
  export: 'export',
  output: 'stack output',
  parameter: 'parameter',
  secret: 'secret',
  repository: 'repository',
  principal: 'role or user',
  host: 'host',
  stack: 'stack',
});
/** What is done with a thing of a kind, by one and by several. */
const VERBS: Readonly<Record<string, readonly [one: string, several: string]>> = tableOf({
  export: ['imports', 'import'],
  output: ['reads', 'read'],
  parameter: ['reads', 'read'],
  secret: ['reads', 'read'],
  principal: ['names', 'name'],
  host: ['calls', 'call'],
});

/** `export \`vpc-id\``. */
export function thing({ kind, type, name }: Named): string {
  const noun = NOUNS[kind] ?? nounOf(type);
  return name === '' ? noun : `${noun} ${quoted(name)}`;
}

/** `imports the export \`vpc-id\``. */
export function use(key: Named, consumers: number): string {
  const [one, several] = VERBS[key.kind] ?? ['uses', 'use'];
  return `${consumers === 1 ? one : several} the ${thing(key)}`;
}

/** ` in 111122223333/eu-west-1`; nothing where neither is known. */
export function where({ account, region }: Pick<NamedThing, 'account' | 'region'>): string {
  const environment = [account, region].filter((part) => part !== null).join('/');
  return environment === '' ? '' : ` in ${environment}`;
}

/** ` in 111122223333/eu-west-1, 444455556666/eu-west-1 and 12 others`, each once. */
export function whereAll(places: readonly Pick<NamedThing, 'account' | 'region'>[]): string {
  const known = [...new Set(places.map(where))].filter((text) => text !== '').map((text) => text.slice(' in '.length));
  return known.length === 0 ? '' : ` in ${joined(known)}`;
}

const MOST_NAMES = 3;

/** `a`, `b` and 4 others. */
export function list(names: readonly string[]): string {
  return joined(names.map(quoted));
}

function joined(texts: readonly string[]): string {
  const shown = texts.slice(0, texts.length > MOST_NAMES + 1 ? MOST_NAMES : texts.length);
  const rest = texts.length - shown.length;
  const all = rest === 0 ? shown : [...shown, `${rest} others`];
  return andList(all);
}

/** Backticks would end the quotation. */
export function quoted(name: string): string {
  return `\`${name.replaceAll('`', "'")}\``;
}

/** `AWS::SQS::Queue`: `SQS queue`. */
function nounOf(type: string | null): string {
  const [, service, name] = /^[A-Z]\w*::(\w+)::(\w+)$/.exec(type ?? '') ?? [];
  if (service === undefined || name === undefined) return type ?? 'resource';
  return `${service} ${/^[A-Z]{2,}$/.test(name) ? name : name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').toLowerCase()}`;
}
