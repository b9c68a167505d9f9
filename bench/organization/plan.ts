import { ALL_KINDS, KINDS, type Kind } from './kinds.js';

interface Definition {
  readonly kind: Kind;
  readonly name: string;
  readonly value: string;
}

interface Reference {
  readonly kind: Kind;
  readonly name: string;
  readonly account: string | null;
  readonly region: string | null;
}

interface Stack {
  readonly id: string;
  readonly account: string | null;
  readonly region: string | null;
  definitions: Definition[];
  readonly references: Reference[];
}

/** `base` is what others use, `service` uses others, `far` is in another region. */
export interface Application {
  readonly name: string;
  readonly base: Stack;
  readonly service: Stack;
  readonly far: Stack;
}

/** An organization with planted faults, and what must be found in it. */
export interface Plan {
  readonly applications: readonly Application[];
  /** What the first application becomes. */
  readonly change: Application;
  readonly expected: {
    /** `kind name` */
    readonly unresolved: readonly string[];
    /** `kind name` */
    readonly duplicates: readonly string[];
    /** Names of applications, joined by spaces. */
    readonly cycles: readonly string[];
    /** `outcome change kind name application` */
    readonly impact: readonly string[];
    /** `kind name provider`; without a provider where nobody defines it. */
    readonly prerequisites: readonly string[];
  };
}

const ACCOUNTS = ['111122223333', '222233334444', '333344445555'] as const;
const HOME = 'eu-west-1';
const FAR = 'us-east-1';
/** Of each fault of each kind. */
const EACH = 10;
/** Below it the places of the faults are not apart. */
const FEWEST = 30;
/** Their account and region are not known at synthesis. */
const AGNOSTIC: readonly number[] = [5, 8];

function emptyApplication(index: number): Application {
  const name = `app-${String(index).padStart(4, '0')}`;
  const isKnown = !AGNOSTIC.includes(index);
  const stack = (id: string, region: string): Stack => ({
    id: `${name}-${id}`,
    account: isKnown ? (ACCOUNTS[index % ACCOUNTS.length] ?? null) : null,
    region: isKnown ? region : null,
    definitions: [],
    references: [],
  });
  return { name, base: stack('base', HOME), service: stack('service', HOME), far: stack('far', FAR) };
}

/**
 * @param count of applications, at least 30
 * @param units definitions and references of each kind in each application, beside the faults
 */
export function planOrganization(count: number, units = 1): Plan {
  if (count < FEWEST) throw new RangeError(`at least ${FEWEST} applications`);
  const applications = Array.from({ length: count }, (_, index) => emptyApplication(index));
  const at = (index: number): Application => applications[index] as Application;
  const named = (kind: Kind, index: number, label: string): string => KINDS[kind].nameOf(at(index).name, label);
  const define = (stack: Stack, kind: Kind, name: string, value = 'one'): void => void stack.definitions.push({ kind, name, value });
  /** From where the stack is, or for kinds that are found anywhere, from where the provider is. */
  const refer = (stack: Stack, kind: Kind, name: string, provider: Stack): void =>
    void stack.references.push({
      kind,
      name,
      account: KINDS[kind].scope === 'global' ? null : provider.account,
      region: KINDS[kind].scope === 'region' ? provider.region : null,
    });

  for (let index = 0; index < count; index++)
    for (const kind of ALL_KINDS)
      for (let unit = 0; unit < units; unit++) {
        define(at(index).base, kind, named(kind, index, `own-${unit}`));
        // What lies before it in the same account: no cycle.
        const before = index - ACCOUNTS.length;
        if (before >= 0) refer(at(index).service, kind, named(kind, before, `own-${unit}`), at(before).base);
      }
  // Each imports its own: neither is a duplicate of the other, nor what the other imports.
  for (const index of AGNOSTIC) {
    define(at(index).base, 'export', 'agnostic');
    refer(at(index).service, 'export', 'agnostic', at(index).base);
  }

  const unresolved: string[] = [];
  const duplicates: string[] = [];
  const cycles: string[] = [];
  const impact: string[] = [];
  const prerequisites: string[] = [];
  const gone = new Set<string>();
  const added: { readonly kind: Kind; readonly name: string; readonly provider: Stack }[] = [];
  const changed = new Map<string, 'moved' | 'changed'>();
  const first = at(0);

  for (let number = 0; number < EACH; number++) {
    // In the account of the first application.
    const consumer = ACCOUNTS.length * (1 + (number % 9));
    const other = ACCOUNTS.length * ((number + 1) % EACH);
    for (const kind of ALL_KINDS) {
      const { scope, exclusive, strength } = KINDS[kind];
      if (scope !== 'global') {
        const missing = named(kind, other, `missing-${number}`);
        refer(at(consumer).service, kind, missing, at(other).base);
        if (number % 2 === 1 && scope === 'region' && kind !== 'output') define(at(other).far, kind, missing);
        unresolved.push(`${kind} ${missing}`);
      }
      if (exclusive) {
        const twice = named(kind, 0, `twice-${number}`);
        define(at(ACCOUNTS.length * number).base, kind, twice);
        define(at(other).service, kind, twice);
        duplicates.push(`${kind} ${twice}`);
      }
      const removed = named(kind, 0, `removed-${number}`);
      define(first.base, kind, removed);
      refer(at(consumer).service, kind, removed, first.base);
      gone.add(removed);
      impact.push(`${strength === 'blocks' ? 'blocked' : 'breaks'} removed ${kind} ${removed} ${at(consumer).name}`);
      const next = named(kind, consumer, `added-${number}`);
      define(at(consumer).base, kind, next);
      added.push({ kind, name: next, provider: at(consumer).base });
      prerequisites.push(`${kind} ${next} ${at(consumer).name}`);
    }
    for (const [kind, change, outcome] of [
      ['export', 'changed', 'blocked'],
      ['export', 'moved', 'blocked'],
      ['parameter', 'changed', 'stale'],
    ] as const) {
      const name = named(kind, 0, `${change}-${number}`);
      define(first.base, kind, name);
      refer(at(consumer).service, kind, name, first.base);
      changed.set(name, change);
      impact.push(`${outcome} ${change} ${kind} ${name} ${at(consumer).name}`);
    }
    const nowhere = named('export', 1, `nowhere-${number}`);
    added.push({ kind: 'export', name: nowhere, provider: first.base });
    prerequisites.push(`export ${nowhere} `);
    const [one, two] = [at(10 + 2 * number), at(11 + 2 * number)];
    for (const [from, to] of [
      [one, two],
      [two, one],
    ] as const) {
      define(to.base, 'name', `${to.name}-cycle`);
      refer(from.base, 'name', `${to.name}-cycle`, to.base);
    }
    cycles.push(`${one.name} ${two.name}`);
  }

  const change = structuredClone(first);
  const moved = change.base.definitions.filter(({ name }) => changed.get(name) === 'moved');
  change.service.definitions.push(...moved);
  change.base.definitions = change.base.definitions
    .filter(({ name }) => !gone.has(name) && changed.get(name) !== 'moved')
    .map((definition) => (changed.get(definition.name) === 'changed' ? { ...definition, value: 'two' } : definition));
  for (const { kind, name, provider } of added) refer(change.service, kind, name, provider);
  return { applications, change, expected: { unresolved, duplicates, cycles, impact, prerequisites } };
}
