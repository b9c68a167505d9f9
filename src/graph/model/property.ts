import type { Json } from '../../assembly/model.js';
import { type Arn, parseArn } from './arn.js';
import { intrinsicOf, isObject, isWrittenOut, own, stepInto } from './json.js';
import type { Resource } from './resource.js';
import { ABSENT, type Part, partsOf, type Reference, unknown, type Value } from './value.js';

/** Steps from a resource's entry in its template: `['Properties', 'Replicas', 0, 'Region']`. */
export type TemplatePath = readonly (string | number)[];

/** The last key of a path that is no function: the property that holds what the path leads to. */
export function lastKey(path: TemplatePath): string | undefined {
  return path.findLast((step): step is string => typeof step === 'string' && !step.startsWith('Fn::'));
}

/**
 * A place in a resource, with the value that stands there. It knows its exact path in the template, so that a problem
 * lands on the exact line. Decided `Fn::If`s are seen through; what `Ref: AWS::NoValue` removes is absent.
 */
export class Property {
  readonly resource: Resource;
  readonly #above: Property | undefined;
  /** From the place above: one step, or several through decided branches. */
  readonly #steps: string | number | TemplatePath;
  readonly #raw: Json | undefined;
  /** Whether an intrinsic function stands here. */
  readonly #standsForAnother: boolean;
  #value: Value | undefined;

  private constructor(
    resource: Resource,
    above: Property | undefined,
    steps: string | number | TemplatePath,
    raw: Json | undefined,
    standsForAnother: boolean,
    value?: Value,
  ) {
    this.resource = resource;
    this.#above = above;
    this.#steps = steps;
    this.#raw = raw;
    this.#standsForAnother = standsForAnother;
    this.#value = value;
  }

  /** Put together when asked: checks go through many places and name few. */
  get path(): TemplatePath {
    const steps = typeof this.#steps === 'object' ? this.#steps : [this.#steps];
    return this.#above === undefined ? steps : [...this.#above.path, ...steps];
  }

  /** A top-level key of a resource's entry. */
  static of(resource: Resource, key: string): Property {
    return Property.#at(resource, undefined, key, own(resource.raw, key));
  }

  static #at(resource: Resource, above: Property | undefined, steps: string | number | TemplatePath, raw: Json | undefined): Property {
    // Most values are texts.
    const intrinsic = typeof raw === 'object' ? intrinsicOf(raw) : undefined;
    if (intrinsic?.[0] !== 'Fn::If') return new Property(resource, above, steps, raw, intrinsic !== undefined);
    const branch = resource.graph.evaluator.branch(intrinsic[1], resource);
    if (branch === undefined) return new Property(resource, above, steps, raw, true);
    return Property.#at(resource, above, [steps, 'Fn::If', branch.index].flat(), branch.raw);
  }

  get value(): Value {
    this.#value ??= this.resource.graph.evaluator.evaluate(this.#raw, this.resource);
    return this.#value;
  }

  /** The place below. Below something absent everything is absent, below something unknown everything is unknown. */
  get(step?: string | number, ...further: readonly (string | number)[]): Property {
    if (step === undefined) return this;
    if (further.length === 0) return this.#child(step);
    return this.#across([step, ...further]) ?? further.reduce((place: Property, next) => place.#child(next), this.#child(step));
  }

  /** Several steps at once, without the places between them; undefined when a function stands on the way. */
  #across(steps: TemplatePath): Property | undefined {
    if (this.#standsForAnother || this.#raw === undefined) return undefined;
    let raw: Json | undefined = this.#raw;
    for (const step of steps) {
      if (raw !== this.#raw && typeof raw === 'object' && intrinsicOf(raw) !== undefined) return undefined;
      raw = stepInto(raw, step);
    }
    return Property.#at(this.resource, this, steps, raw);
  }

  #child(step: string | number): Property {
    if (this.#raw !== undefined && !this.#standsForAnother) {
      return Property.#at(this.resource, this, step, stepInto(this.#raw, step));
    }
    const { value } = this;
    if (value.kind === 'unknown' || value.kind === 'reference' || value.kind === 'concatenation') {
      return this.#below(step, value.kind === 'unknown' ? value : unknown('function', undefined, [value]));
    }
    const child = value.kind === 'list' ? value.items[Number(step)] : value.kind === 'map' ? value.entries.get(String(step)) : undefined;
    return this.#below(step, child ?? ABSENT);
  }

  #below(step: string | number, value: Value): Property {
    return new Property(this.resource, this, step, undefined, false, value);
  }

  /** The elements of a list; none when it is absent, undefined when it cannot be known. A single value counts as a list of one. */
  get items(): readonly Property[] | undefined {
    if (this.isAbsent) return [];
    if (Array.isArray(this.#raw)) return this.#elements(this.#raw.length);
    const { value } = this;
    if (value.kind === 'list') return value.items.map((item, index) => this.#below(index, item));
    return value.kind === 'unknown' ? undefined : [this];
  }

  /** The elements of a list that is written out as texts, without a place for each; undefined for any other list. */
  get texts(): readonly string[] | undefined {
    const raw = this.#raw as readonly Json[] | undefined;
    return Array.isArray(raw) && raw.every(isWrittenOut) ? raw : undefined;
  }

  #elements(length: number): readonly Property[] {
    const found: Property[] = [];
    for (let index = 0; index < length; index++) {
      const element = this.#child(index);
      if (!element.isAbsent) found.push(element);
    }
    return found;
  }

  /** Whether `entries` has an answer. */
  get hasEntries(): boolean {
    if (this.isAbsent || (isObject(this.#raw) && !this.#standsForAnother)) return true;
    return this.value.kind === 'map';
  }

  /** The entries of a map; none when it is absent, undefined when it cannot be known or is no map. */
  get entries(): readonly (readonly [key: string, value: Property])[] | undefined {
    if (this.isAbsent) return [];
    if (isObject(this.#raw) && !this.#standsForAnother) return Object.keys(this.#raw).map((key) => [key, this.get(key)] as const);
    const { value } = this;
    return value.kind === 'map' ? [...value.entries.keys()].map((key) => [key, this.get(key)] as const) : undefined;
  }

  /** Literally not there, or removed by `AWS::NoValue`. Not the same as unknown. */
  get isAbsent(): boolean {
    if (this.#raw === undefined) return this.#value === undefined || this.#value.kind === 'absent';
    return this.#standsForAnother && this.value.kind === 'absent';
  }

  /** There, and wholly or partly not known. */
  get isUnknown(): boolean {
    return partsOf(this.value)?.some((part) => typeof part !== 'string' && part.kind === 'unknown') ?? false;
  }

  /** A known string; numbers and booleans are given as CloudFormation would print them. */
  get text(): string | undefined {
    const { value } = this;
    return value.kind === 'literal' && value.value !== null ? String(value.value) : undefined;
  }

  /** A known boolean; CloudFormation takes `"true"` as well. */
  get boolean(): boolean | undefined {
    const text = this.text?.toLowerCase();
    return text === 'true' ? true : text === 'false' ? false : undefined;
  }

  /** A known number; CloudFormation takes `"100"` as well. */
  get number(): number | undefined {
    const { text } = this;
    return text === undefined || text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
  }

  /** The reference that the value is, when it is one as a whole. */
  get reference(): Reference | undefined {
    return this.value.kind === 'reference' ? this.value : undefined;
  }

  /** The parts of a string-like value; undefined for anything else. */
  get parts(): readonly Part[] | undefined {
    return partsOf(this.value);
  }

  /** The text of a string-like value, with `other` for each part that is not written out; empty for anything else. */
  textWith(other: string): string {
    return this.parts?.map((part) => (typeof part === 'string' ? part : other)).join('') ?? '';
  }

  /** The value read as an ARN: one written out, or the ARN of a resource of the graph. */
  get arn(): Arn | undefined {
    const { value } = this;
    return value.kind === 'reference' ? this.resource.graph.names.arnOf(value) : parseArn(value);
  }

  /** The resource that the value stands for: by reference, ARN or physical name. */
  target(...types: readonly string[]): Resource | undefined {
    const { graph, stack, assumptions } = this.resource;
    return graph.names.target(this.value, stack, types, assumptions);
  }
}
