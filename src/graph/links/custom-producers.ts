import type { Environment } from '../../assembly/model.js';
import { isCustomResource } from '../../facts/custom-resources.js';
import type { Resource } from '../model/resource.js';
import type { CustomRead, CustomReads, FoundParameter, GraphIndex, Produced } from '../model/resource-graph.js';
import { literal, throughBoundary, type Unknown, unknown } from '../model/value.js';
import { type CustomWrite, readsOf, writesOf } from './custom-resource-reads.js';
import { NameIndex } from './name-index.js';

/** Finds what custom resources read and write across stacks and regions. */
export class CustomProducers implements CustomReads {
  readonly #index: GraphIndex;
  readonly #writes: NameIndex<CustomWrite>;
  readonly #reads = new Map<Resource, readonly CustomRead[]>();

  constructor(index: GraphIndex) {
    this.#index = index;
    this.#writes = new NameIndex(
      () => this.#allWrites(),
      ({ name }) => [name],
    );
  }

  /** What a custom resource reads when it is created. */
  readsOf(resource: Resource): readonly CustomRead[] {
    const known = this.#reads.get(resource.base);
    if (known !== undefined) return known;
    const reads = readsOf(resource.base);
    this.#reads.set(resource.base, reads);
    return reads;
  }

  /** The stack that offers what is read, and for a parameter its resource. */
  find({ kind, name, environment }: CustomRead): Produced | FoundParameter | Unknown {
    if (kind === 'path') return unknown('ssm', name);
    if (kind === 'parameter') return this.#index.producers.findParameter(name, environment);
    const stack = this.#stackIn(name, environment);
    return stack === undefined ? unknown('stack-output', name) : { kind: 'produced', name, stack, value: literal(name) };
  }

  /** What an attribute of a custom resource has read; undefined when that is not known. */
  findAttribute(resource: Resource, attribute: string): Produced | undefined {
    if (!isCustomResource(resource.type)) return undefined;
    const read = this.readsOf(resource).find(({ returns }) => returns(attribute));
    const found = read && this.#attributeOf(read, attribute);
    return found?.kind === 'produced' ? found : undefined;
  }

  /** A parameter that a custom resource puts into Parameter Store. */
  written(name: string, environment: Environment): FoundParameter | undefined {
    const write = this.#writes
      .named(name)
      .find((one) => one.environment.account === environment.account && one.environment.region === environment.region);
    if (write === undefined) return undefined;
    const { writer, value } = write;
    return { kind: 'produced', name, stack: writer.stack, parameter: writer, value: throughBoundary('ssm', value) };
  }

  #attributeOf({ kind, name, environment }: CustomRead, attribute: string): Produced | Unknown | undefined {
    if (kind === 'stack') {
      const stack = this.#stackIn(name, environment);
      const value = stack && this.#index.evaluator.output(stack, attribute, 'custom-resource');
      return stack && value && { kind: 'produced', name: `${name}.${attribute}`, stack, value };
    }
    if (kind === 'path' && !attribute.startsWith(name)) return undefined;
    const found = this.#index.producers.findParameter(kind === 'path' ? attribute : name, environment);
    return found.kind === 'produced' ? { ...found, value: throughBoundary('custom-resource', found.value) } : found;
  }

  #stackIn(name: string, { account, region }: Environment) {
    return this.#index.producers
      .stacksNamed(name)
      .find(({ environment }) => environment.account === account && environment.region === region);
  }

  *#allWrites(): Generator<CustomWrite> {
    for (const stack of this.#index.stacks) {
      for (const [logicalId, { type }] of stack.template.resources) {
        const writer = isCustomResource(type) ? this.#index.resource(stack, logicalId) : undefined;
        if (writer !== undefined) yield* writesOf(writer);
      }
    }
  }
}
