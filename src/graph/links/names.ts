import type { Environment, Stack } from '../../assembly/model.js';
import { refArnOf } from '../../facts/ref-arns.js';
import { partitionOf } from '../../facts/regions.js';
import { NAMED_TYPES, NAMED_TYPES_BY_SERVICE, type NamedType } from '../../facts/resource-names.js';
import { type Arn, parseArn } from '../model/arn.js';
import type { Resource } from '../model/resource.js';
import type { Names } from '../model/resource-graph.js';
import type { Assumptions } from '../model/scope.js';
import { IN_PLACE, type Reference, type Value } from '../model/value.js';
import { ExpectedNames, expectedArn, expectedText, hasNamePrefix, resourcesWithName } from './expected-names.js';
import { NameIndex } from './name-index.js';
import { sameEnvironment } from './producers.js';

/** Finds resources by physical name and by ARN: what is joined here is inferred, since nothing in a template says that two equal names are meant to be one. */
export class NameSearch implements Names {
  readonly #byName: NameIndex<Resource>;
  readonly #expected: ExpectedNames;
  readonly #found = new Map<string, Resource | undefined>();
  readonly #physicalNames = new Map<Resource, string | undefined>();
  /** Names of either kind: every text of a template is looked up. */
  #names: ReadonlySet<string> | undefined;

  constructor(resourcesOfType: (type: string) => readonly Resource[]) {
    this.#byName = new NameIndex(
      () => resourcesWithName(resourcesOfType),
      (resource) => [this.physicalNameOf(resource)],
    );
    this.#expected = new ExpectedNames(resourcesOfType);
  }

  physicalNameOf(resource: Resource): string | undefined {
    const known = this.#physicalNames.get(resource);
    if (known !== undefined || this.#physicalNames.has(resource)) return known;
    if (hasNamePrefix(resource)) return accountRegionalName(resource);
    const steps = NAMED_TYPES.get(resource.type)?.steps ?? [];
    const [first = ''] = steps;
    // Most resources leave their name to CloudFormation.
    if (!resource.hasProperty(first)) return undefined;
    const name = resource.property(...steps).text;
    this.#physicalNames.set(resource, name);
    return name;
  }

  /** Whether any resource has this name, or is expected to have it. */
  has(name: string): boolean {
    this.#names ??= new Set([...this.#byName.names(), ...this.#expected.names()]);
    return this.#names.has(name);
  }

  get expectsAny(): boolean {
    return !this.#expected.isEmpty;
  }

  get expectsEnvironments(): boolean {
    return this.#expected.holdEnvironments;
  }

  /** All resources of these types with this name, in any account and region. */
  named(name: string, types: readonly string[]): readonly Resource[] {
    return this.#byName.named(name).filter(({ type }) => types.includes(type));
  }

  /** The resource that this name means when it is used in this environment. */
  find(name: string, types: readonly string[] | undefined, from: Environment): Resource | undefined {
    const named = this.#byName.named(name);
    if (named.length <= 1) return this.#firstReachable(named, types, from);
    // Many places may use a name that many resources have.
    const key = JSON.stringify([name, types, from.account, from.region]);
    if (!this.#found.has(key)) this.#found.set(key, this.#firstReachable(named, types, from));
    return this.#found.get(key);
  }

  /** The resource that a value means if parameters keep their defaults, and the stacks of an app that name no account go to one. */
  findExpected(value: Value, reader: Stack, types?: readonly string[]): Resource | undefined {
    if (!this.expectsAny) return undefined;
    const arn = expectedArn(value);
    if (arn !== undefined)
      return findByArn(arn, types, (name, type, from) => this.#firstReachable(this.#expected.named(name, reader), [type], from));
    const name = expectedText(value);
    return name === undefined ? undefined : this.#firstReachable(this.#expected.named(name, reader), types, reader.environment);
  }

  #firstReachable(all: readonly Resource[], types: readonly string[] | undefined, from: Environment): Resource | undefined {
    const named = all.filter((resource) => types === undefined || types.includes(resource.type));
    const reachable = named.filter((resource) => {
      const { scope } = NAMED_TYPES.get(resource.type) as NamedType;
      const { environment } = resource.stack;
      return scope === 'partition' || (scope === 'account' ? environment.account === from.account : sameEnvironment(environment, from));
    });
    return types === undefined && new Set(reachable.map(({ type }) => type)).size > 1 ? undefined : reachable[0];
  }

  /** The resource that an ARN names. Wildcards and what stands behind the name (`/*`, `:alias`, `/index/…`) are left aside. */
  findArn(arn: Arn, types?: readonly string[]): Resource | undefined {
    const { resource } = arn;
    if (arn.service === undefined) return undefined;
    // `arn:aws:s3:::${Bucket}/*`
    const [start] = resource.kind === 'concatenation' ? resource.parts : resource.kind === 'reference' ? [resource] : [];
    if (start !== undefined && typeof start !== 'string' && start.kind === 'reference')
      return types === undefined || types.includes(start.resource.type) ? start.resource : undefined;
    return findByArn(arn, types, (name, type, from) => this.find(name, [type], from));
  }

  /** The resource that a value means: by reference, ARN, or name; under assumptions also by a name that is expected. */
  target(value: Value, reader: Stack, types: readonly string[], { defaults }: Assumptions): Resource | undefined {
    if (value.kind === 'reference') return types.length === 0 || types.includes(value.resource.type) ? value.resource : undefined;
    const wanted = types.length === 0 ? undefined : types;
    const arn = parseArn(value);
    const found =
      arn !== undefined
        ? this.findArn(arn, wanted)
        : value.kind === 'literal'
          ? this.find(String(value.value), wanted, reader.environment)
          : undefined;
    return found ?? (defaults ? this.findExpected(value, reader, wanted) : undefined);
  }

  /** The ARN that a reference gives, as far as it is known; undefined when the attribute is no ARN. */
  arnOf({ resource, attribute }: Reference): Arn | undefined {
    const refArn = refArnOf(resource.type);
    if (attribute === undefined ? refArn === undefined : !/arn$/i.test(attribute)) return undefined;
    const named = NAMED_TYPES.get(resource.type);
    const isGlobal = named?.scope === 'partition' || resource.type.startsWith('AWS::IAM::') || refArn?.region === 'none';
    // Of an attribute nothing says more than that the resource is in its stack's region.
    const isRegionKnown = attribute !== undefined || named !== undefined || refArn?.region === 'stack';
    return {
      partition: resource.region === undefined ? undefined : partitionOf(resource.region),
      service: named?.service ?? refArn?.service,
      region: isGlobal ? '' : isRegionKnown ? resource.region : undefined,
      account: named?.scope === 'partition' ? '' : resource.account,
      resource: { kind: 'reference', resource, attribute, via: IN_PLACE },
    };
  }
}

type Find = (name: string, type: string, from: Environment) => Resource | undefined;

function findByArn({ service, account, region, resource }: Arn, types: readonly string[] | undefined, find: Find): Resource | undefined {
  if (service === undefined || resource.kind !== 'literal') return undefined;
  const text = String(resource.value);
  for (const named of NAMED_TYPES_BY_SERVICE.get(service) ?? []) {
    if (!text.startsWith(named.prefix) || (types !== undefined && !types.includes(named.type))) continue;
    for (const name of namesIn(text.slice(named.prefix.length), named)) {
      const found = find(name, named.type, { account, region });
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/**
 * The name of a bucket in the account's regional namespace: `bucket-name-prefix-accountId-region-an`.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html
 */
function accountRegionalName(bucket: Resource): string | undefined {
  const { account, region } = bucket;
  const prefix = bucket.property('BucketNamePrefix').text;
  const isRegional = bucket.property('BucketNamespace').text === 'account-regional';
  return isRegional && prefix !== undefined && account !== undefined && region !== undefined
    ? `${prefix}-${account}-${region}-an`
    : undefined;
}

/** Names that the resource field of an ARN may hold. */
function namesIn(rest: string, { type, end }: NamedType): readonly string[] {
  const name = end === undefined ? rest : (rest.split(end, 1)[0] ?? '');
  // Parameter names start with a slash or not; the ARN has one slash either way.
  if (type === 'AWS::SSM::Parameter') return [`/${name}`, name];
  // Roles and policies may have a path (`role/service/name`), rules a bus (`rule/bus/name`).
  return name.includes('/') && end === undefined ? [name, name.slice(name.lastIndexOf('/') + 1)] : [name.replace(/:\*$/, '')];
}
