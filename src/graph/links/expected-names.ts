import type { Stack } from '../../assembly/model.js';
import { NAMED_TYPES } from '../../facts/resource-names.js';
import { type Arn, parseArn } from '../model/arn.js';
import type { Resource } from '../model/resource.js';
import { WITH_DEFAULTS } from '../model/scope.js';
import { partsOf, type Value } from '../model/value.js';
import { NameIndex } from './name-index.js';

/** What stacks leave to whoever deploys them, and what stands for it in names. */
const OPEN: ReadonlySet<string> = new Set(['AWS::AccountId', 'AWS::Region']);
const OPEN_TEXT = /\$\{AWS::(?:AccountId|Region)\}/;

/** The text of a value that may hold the account or region of a stack without one; undefined when something else in it is not known. */
export function expectedText(value: Value): string | undefined {
  let text = '';
  for (const part of partsOf(value) ?? [undefined]) {
    if (typeof part === 'string') text += part;
    else if (part?.kind === 'unknown' && part.reason === 'pseudo-parameter' && OPEN.has(part.name ?? '')) text += `\${${part.name}}`;
    else return undefined;
  }
  return text;
}

/** Whether a text is only equal to others if both stacks are deployed to one account and region. */
export function holdsEnvironment(text: string): boolean {
  return OPEN_TEXT.test(text);
}

/** An ARN whose resource field is known, but for the account or region. */
export function expectedArn(value: Value): (Arn & { readonly resource: { readonly kind: 'literal'; readonly value: string } }) | undefined {
  const arn = parseArn(value);
  const text = arn && expectedText(arn.resource);
  return arn === undefined || text === undefined ? undefined : { ...arn, resource: { kind: 'literal', value: text } };
}

/**
 * Resources by the name that they have if parameters keep their defaults, and if the stacks of an app that name no account or region
 * are deployed to one. Only of those whose name is not known without.
 */
export class ExpectedNames {
  readonly #byName: NameIndex<Resource>;
  #holdEnvironments: boolean | undefined;

  constructor(resourcesOfType: (type: string) => readonly Resource[]) {
    this.#byName = new NameIndex(
      () => resourcesWithName(resourcesOfType),
      (resource) => [expectedNameOf(resource)],
    );
  }

  names(): Iterable<string> {
    return this.#byName.names();
  }

  /** Whether there are any. */
  get isEmpty(): boolean {
    return this.#byName.isEmpty;
  }

  /** Whether some hold the account or region. */
  get holdEnvironments(): boolean {
    this.#holdEnvironments ??= [...this.#byName.names()].some(holdsEnvironment);
    return this.#holdEnvironments;
  }

  /** Resources of this name that are deployed together with the reader. */
  named(name: string, reader: Stack): readonly Resource[] {
    return this.#byName
      .named(name)
      .filter(({ stack }) => !holdsEnvironment(name) || (stack.assembly === reader.assembly && stack.directory === reader.directory));
  }
}

/** The resources whose template says how they are named: most leave that to CloudFormation. */
export function resourcesWithName(resourcesOfType: (type: string) => readonly Resource[]): readonly Resource[] {
  const found: Resource[] = [];
  for (const [type, { steps }] of NAMED_TYPES) {
    const [first = ''] = steps;
    for (const resource of resourcesOfType(type)) if (resource.hasProperty(first) || hasNamePrefix(resource)) found.push(resource);
  }
  return found;
}

/** A bucket in the namespace of its account: S3 adds the account and region. */
export function hasNamePrefix(resource: Resource): boolean {
  return resource.type === 'AWS::S3::Bucket' && resource.hasProperty('BucketNamePrefix');
}

function expectedNameOf(resource: Resource): string | undefined {
  const steps = NAMED_TYPES.get(resource.type)?.steps ?? [];
  if (!resource.hasProperty(steps[0] ?? '') || resource.physicalName !== undefined) return undefined;
  return expectedText(resource.assuming(WITH_DEFAULTS).property(...steps).value);
}
