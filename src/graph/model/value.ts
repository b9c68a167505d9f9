import type { Resource } from './resource.js';

/** How a value crossed from one template into another. */
export type Boundary = 'nested-parameter' | 'nested-output' | 'import' | 'cross-region-export' | 'stack-output' | 'ssm' | 'custom-resource';

/** Why a value cannot be known from the synthesized output. */
export type UnknownReason =
  /** A template parameter without a value, or one whose default may be overridden. */
  | 'parameter'
  /** `AWS::Region` and the like in a stack without that part of an environment. */
  | 'pseudo-parameter'
  /** An export, output or SSM parameter that no stack here produces. */
  | 'import'
  | 'stack-output'
  | 'cross-region-export'
  | 'nested-output'
  | 'ssm'
  | 'secret'
  /** The branches of an `Fn::If` whose condition cannot be decided. */
  | 'condition'
  /** A context lookup that was not done: the template holds a dummy. */
  | 'lookup'
  /** An intrinsic function whose result exists only at deployment (`Fn::GetAZs`, `Fn::Transform`), or a part of an attribute. */
  | 'function'
  /** A key that `Fn::FindInMap` does not find. */
  | 'mapping'
  /** A name that the template does not declare. */
  | 'undeclared'
  /** An attribute that the type of the resource does not have. */
  | 'attribute'
  /** An attribute of a custom resource: only its handler knows what it returns. */
  | 'custom-resource'
  /** Values that need each other, or are too deep or too long to follow. */
  | 'cycle'
  | 'limit';

export interface Absent {
  readonly kind: 'absent';
}
export interface Literal {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
}
/** The result of `Ref` (attribute undefined) or `Fn::GetAtt` on a resource of the graph, in whatever stack it is. */
export interface Reference {
  readonly kind: 'reference';
  readonly resource: Resource;
  readonly attribute: string | undefined;
  /** The borders between templates that the value crossed, from the reader to the producer. */
  readonly via: readonly Boundary[];
}
interface NotKnown {
  readonly kind: 'unknown';
  /** The resources that the value is made from, or may be. */
  readonly from: readonly Reference[];
}
export interface UnknownName extends NotKnown {
  readonly reason: Exclude<UnknownReason, 'secret' | 'limit'>;
  /** Of the parameter, export, condition or function; undefined when that is itself put together from what is not known. */
  readonly name: string | undefined;
}
/** A dynamic reference that CloudFormation resolves at deployment: `{{resolve:secretsmanager:…}}`. */
export interface UnknownSecret extends NotKnown {
  readonly reason: 'secret';
  /** What it names, when it is written out as a whole: `secretsmanager`, and a name or `arn`; and what it takes of it (`:SecretString:password`). */
  readonly named: { readonly service: string; readonly id: string; readonly rest: string } | undefined;
}
export interface UnknownLimit extends NotKnown {
  readonly reason: 'limit';
  /** What is too deep, too long or too many, in words. */
  readonly what: string;
}
/** A value that the synthesized output does not hold, and why. */
export type Unknown = UnknownName | UnknownSecret | UnknownLimit;
/** A string made of known and unknown parts; adjacent strings are one part. */
export interface Concatenation {
  readonly kind: 'concatenation';
  readonly parts: readonly Part[];
}
export type Part = string | Reference | Unknown;
export interface List {
  readonly kind: 'list';
  readonly items: readonly Value[];
}
export interface MapValue {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Value>;
}
export type Value = Absent | Literal | Reference | Unknown | Concatenation | List | MapValue;

/** Of a reference that crossed no border: one list for all, since most do not. */
export const IN_PLACE: readonly Boundary[] = [];

export const ABSENT: Absent = { kind: 'absent' };

export function literal(value: Literal['value']): Literal {
  return { kind: 'literal', value };
}

export function unknown(reason: UnknownName['reason'], name: string | undefined, from: readonly Value[] = []): UnknownName {
  return { kind: 'unknown', reason, name, from: from.length === 0 ? [] : referencesIn(...from) };
}

export function unknownSecret(named: UnknownSecret['named'], from: readonly Value[] = []): UnknownSecret {
  return { kind: 'unknown', reason: 'secret', named, from: from.length === 0 ? [] : referencesIn(...from) };
}

export function beyondLimit(what: string): UnknownLimit {
  return { kind: 'unknown', reason: 'limit', what, from: [] };
}

/** The name of what the template refers to; undefined when that is not known either. */
export function nameOfUnknown(value: Unknown): string | undefined {
  if (value.reason === 'secret') return value.named && `${value.named.service}:${value.named.id}`;
  return value.reason === 'limit' ? undefined : value.name;
}

const WITHOUT_NAME: Readonly<Partial<Record<UnknownReason, string>>> = {
  import: 'an export whose name is not known',
  'stack-output': 'an output whose stack is not known',
  secret: 'a dynamic reference',
  function: 'a part of a value',
};

/** The name, or words for what has none. */
export function describeUnknown(value: Unknown): string {
  if (value.reason === 'limit') return value.what;
  return nameOfUnknown(value) ?? WITHOUT_NAME[value.reason] ?? value.reason;
}

/** The parts of a string-like value; undefined for absent, lists and maps. */
export function partsOf(value: Value): readonly Part[] | undefined {
  switch (value.kind) {
    case 'literal':
      return [String(value.value)];
    case 'reference':
    case 'unknown':
      return [value];
    case 'concatenation':
      return value.parts;
    default:
      return undefined;
  }
}

/** All references in values, each once, those that unknowns are made from included. */
export function referencesIn(...values: readonly Value[]): readonly Reference[] {
  const found = new Map<string, Reference>();
  const visit = (value: Value | string): void => {
    if (typeof value === 'string') return;
    switch (value.kind) {
      case 'reference':
        found.set(`${value.resource.id} ${value.attribute ?? ''} ${value.via.join()}`, value);
        break;
      case 'unknown':
        value.from.forEach(visit);
        break;
      case 'concatenation':
        value.parts.forEach(visit);
        break;
      case 'list':
        value.items.forEach(visit);
        break;
      case 'map':
        value.entries.forEach(visit);
        break;
    }
  };
  values.forEach(visit);
  return [...found.values()];
}

/** The same value, seen from behind one more border. */
export function throughBoundary(boundary: Boundary, value: Value): Value {
  switch (value.kind) {
    case 'reference':
      return { ...value, via: [boundary, ...value.via] };
    case 'unknown':
      return { ...value, from: value.from.map((reference) => throughBoundary(boundary, reference) as Reference) };
    case 'concatenation':
      return {
        kind: 'concatenation',
        parts: value.parts.map((part) => (typeof part === 'string' ? part : (throughBoundary(boundary, part) as Part))),
      };
    case 'list':
      return { kind: 'list', items: value.items.map((item) => throughBoundary(boundary, item)) };
    case 'map':
      return { kind: 'map', entries: new Map([...value.entries].map(([key, entry]) => [key, throughBoundary(boundary, entry)])) };
    default:
      return value;
  }
}

/**
 * A text that is equal for equal values, across stacks: for grouping. Undefined when the value holds something unknown,
 * which is never equal to anything.
 */
export function identityOf(value: Value): string | undefined {
  if (value.kind === 'literal') return String(value.value);
  const parts = partsOf(value);
  if (parts === undefined || parts.some((part) => typeof part !== 'string' && part.kind === 'unknown')) return undefined;
  return parts
    .map((part) => (typeof part === 'string' ? part : `\${${(part as Reference).resource.id}.${(part as Reference).attribute ?? 'Ref'}}`))
    .join('');
}

/** Unknown values that are the same wherever one template writes the same name. The others (`Fn::If`, functions) may differ from use to use. */
const FIXED_BY_NAME: ReadonlySet<UnknownReason> = new Set<UnknownReason>([
  'parameter',
  'pseudo-parameter',
  'import',
  'stack-output',
  'cross-region-export',
  'ssm',
  'secret',
]);

/**
 * A text that is equal for values that are equal by construction inside one template: the same parameter, the same dynamic reference, the
 * same import. Undefined when a part has no such name. Never compare it between templates: the same name may mean something else there.
 */
export function identityWithin(value: Value, template: string): string | undefined {
  const whole = identityOf(value);
  if (whole !== undefined) return whole;
  const parts = partsOf(value);
  if (parts?.every((part) => typeof part === 'string' || part.kind === 'reference' || isFixedByName(part)) !== true) return undefined;
  return parts
    .map((part) =>
      typeof part === 'object' && part.kind === 'unknown'
        ? `\${${template} ${part.reason} ${nameOfUnknown(part)}${part.reason === 'secret' ? part.named?.rest : ''}}`
        : identityOf(typeof part === 'string' ? { kind: 'literal', value: part } : part),
    )
    .join('');
}

/** An import or a secret whose own name is not known has none to compare: two of them may be different. */
function isFixedByName(value: Unknown): boolean {
  return FIXED_BY_NAME.has(value.reason) && value.from.length === 0 && nameOfUnknown(value) !== undefined;
}

/** The value as a person in the stack of `from` would write it: `${Api}.execute-api.us-east-1.amazonaws.com`. */
export function display(value: Value, from?: Resource): string {
  const parts = partsOf(value);
  if (parts === undefined) return value.kind === 'absent' ? '(absent)' : `(a ${value.kind})`;
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.kind === 'unknown') return `\${${describeUnknown(part)}}`;
      return `\${${from === undefined ? part.resource.displayName : part.resource.displayNameFrom(from)}${part.attribute === undefined ? '' : `.${part.attribute}`}}`;
    })
    .join('');
}
