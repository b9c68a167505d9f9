import type { Environment } from '../../assembly/model.js';
import { NAMED_TYPES } from '../../facts/resource-names.js';
import { stackOutputTarget } from '../../graph/links/producers.js';
import { isCertainUse, rawAt } from '../../graph/links/uses.js';
import { own } from '../../graph/model/json.js';
import type { OutputPlace, StackPlace, Unresolved } from '../../graph/model/link.js';
import type { Property, TemplatePath } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { NO_ASSUMPTIONS } from '../../graph/model/scope.js';
import { partsOf } from '../../graph/model/value.js';
import { placesNamedBy } from '../../queries/named-places.js';
import { placesAt } from '../../queries/region-of.js';
import { addressTarget, hostTarget } from './addresses.js';
import { arnTarget, type Target } from './arns.js';
import { typeNamedBy } from './environment-names.js';
import { hostPlaces } from './hosts.js';
import { exportKey, type Key, nameKey, outputKey, scopeOfNames } from './keys.js';
import { type Text, textsBelow } from './walk.js';

/** What becomes of the consumer when the definition is removed: see `docs/index-format.md`. */
export type Strength = 'blocks' | 'stale' | 'breaks';

/** A use of something that others define. */
export interface Reference extends Target {
  readonly from: Resource | OutputPlace | StackPlace;
  /** From the resource's entry, or below the output. */
  readonly path: TemplatePath;
  readonly strength: Strength;
  /** Whether it is deployed for certain, and the name can be nothing else. */
  readonly isCertain: boolean;
}

/** All that names something of others, or may: what of it the application defines itself is still among it. */
export function* referencesIn(graph: ResourceGraph): Generator<Reference> {
  for (const use of graph.unresolved) yield* unresolvedReference(use, graph);
  for (const resource of graph.resources()) {
    yield* customReads(resource);
    yield* writtenTexts(resource);
    yield* namedPlaces(resource);
    yield* hostsCalled(resource);
    yield* environmentNames(resource);
  }
}

function* unresolvedReference(use: Unresolved, graph: ResourceGraph): Generator<Reference> {
  const { from, path, name } = use;
  if (use.class !== 'external' || name === undefined) return;
  const here = from.stack.environment;
  const isCertain = isCertainUse(graph, use);
  if (use.reason === 'import') yield { key: exportKey(name), ...here, from, path, strength: 'blocks', isCertain };
  else if (use.reason === 'ssm' && use.kind !== 'custom-resource') {
    const target = name.startsWith('arn:')
      ? arnTarget({ kind: 'literal', value: name })
      : { key: nameKey('AWS::SSM::Parameter', name.split(':', 1)[0] ?? name), ...here };
    if (target !== undefined) yield { ...target, from, path, strength: 'stale', isCertain };
  } else if (use.reason === 'stack-output' && use.kind !== 'custom-resource') {
    const target = outputTarget(use, graph);
    if (target !== undefined) yield { ...target, from, path, strength: 'stale', isCertain };
  }
}

function outputTarget(use: Unresolved, graph: ResourceGraph): Target | undefined {
  const { stack } = use.from;
  const raw = rawAt(use);
  const call = graph.evaluator.evaluate(own(raw, 'Fn::GetStackOutput') ?? raw, { stack, assumptions: NO_ASSUMPTIONS });
  const target = stackOutputTarget(call, stack);
  return target && { key: outputKey(target.stackName, target.output), account: target.account, region: target.region };
}

/** Parameters that a custom resource reads when it is deployed, wherever. */
function* customReads(resource: Resource): Generator<Reference> {
  if (!resource.type.startsWith('Custom::') && resource.type !== 'AWS::CloudFormation::CustomResource') return;
  const isCertain = resource.existence === 'certain';
  for (const { kind, name, environment, path } of resource.graph.producers.custom.readsOf(resource)) {
    if (kind !== 'parameter' || name.startsWith('/aws/')) continue;
    yield { key: nameKey('AWS::SSM::Parameter', name), ...environment, from: resource, path, strength: 'stale', isCertain };
  }
}

/** ARNs and addresses, wherever they stand, and secrets in dynamic references. */
function* writtenTexts(resource: Resource): Generator<Reference> {
  const isThere = resource.existence === 'certain';
  for (const text of textsBelow(own(resource.raw, 'Properties'), ['Properties'], resource.stack, resource.graph)) {
    for (const { strength = 'breaks', isSure = true, ...target } of targetsOf(text, resource.stack.environment))
      yield { ...target, from: resource, path: text.path, strength, isCertain: isThere && text.isCertain && isSure };
  }
}

type TextTarget = Target & { readonly strength?: Strength; readonly isSure?: boolean };

function targetsOf({ value, path }: Text, here: Environment): readonly TextTarget[] {
  const arn = arnTarget(value);
  // A permission is no use, and may be left from an earlier one.
  if (arn !== undefined)
    return [{ ...arn, isSure: !(path.includes('Statement') && path.some((step) => /^(?:Not)?Resource$/.test(String(step)))) }];
  if (value.kind === 'literal') {
    const target = typeof value.value === 'string' ? addressTarget(value.value) : undefined;
    // A URL may lead to anybody's host.
    return target === undefined ? [] : [{ ...target, isSure: target.key.kind !== 'host' }];
  }
  return (partsOf(value) ?? []).flatMap((part) => {
    if (typeof part === 'string' || part.kind !== 'unknown' || part.reason !== 'secret') return [];
    const { service, id = '', rest = '' } = part.named ?? {};
    if (service === 'ssm-secure') return [{ key: nameKey('AWS::SSM::Parameter', id), ...here, strength: 'stale' as const }];
    if (service !== 'secretsmanager') return [];
    if (id !== 'arn') return [{ key: nameKey('AWS::SecretsManager::Secret', id), ...here, strength: 'stale' as const }];
    // `arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME:SecretString:…`
    const target = arnTarget({ kind: 'literal', value: `arn${rest}`.split(':').slice(0, 7).join(':') });
    return target === undefined ? [] : [{ ...target, strength: 'stale' as const }];
  });
}

/** Names at places that name a resource of a type. */
function* namedPlaces(resource: Resource): Generator<Reference> {
  // The rules that AWS manages have names where others have the ARN of a function: https://docs.aws.amazon.com/goto/WebAPI/config-2014-11-12/Source
  if (resource.type === 'AWS::Config::ConfigRule') return;
  for (const { at, row, wantedRegion } of placesNamedBy(resource)) {
    const [type] = row.types.filter((one) => NAMED_TYPES.has(one));
    const { text } = at;
    if (type === undefined || text === undefined || row.form === 'image' || !isPlainName(text)) continue;
    const region = wantedRegion ?? (row.region === 'any' ? undefined : resource.region);
    yield* named(nameKey(type, text), type, { account: resource.account, region }, at);
  }
}

/** What services and `cdk bootstrap` make themselves, and ids. */
const OF_SERVICES = /^(?:default(?:$|[.:])|cdk-[a-z0-9]{1,10}-|aws[/-]|alias\/aws\/|\/aws\/|[a-z]{1,12}-[0-9a-f]{8,17}$)/;

/** Neither an ARN or address, which are found wherever they stand, nor an id that a service gives. */
function isPlainName(text: string): boolean {
  return /^[\w./-]{3,255}$/.test(text) && !OF_SERVICES.test(text);
}

function* hostsCalled(resource: Resource): Generator<Reference> {
  for (const at of hostPlaces(resource)) {
    const target = at.text === undefined ? undefined : hostTarget(at.text);
    if (target !== undefined) yield { ...target, from: resource, path: at.path, strength: 'breaks', isCertain: false };
  }
}

function* environmentNames(resource: Resource): Generator<Reference> {
  for (const variables of placesAt(resource, 'Environment.Variables'))
    for (const [key, at] of variables.entries ?? []) yield* environmentName(key, at);
  for (const variable of placesAt(resource, 'ContainerDefinitions.*.Environment.*'))
    yield* environmentName(variable.get('Name').text ?? '', variable.get('Value'));
}

function* environmentName(key: string, at: Property): Generator<Reference> {
  const type = typeNamedBy(key);
  const { text, resource } = at;
  if (type === undefined || text === undefined || !isPlainName(text)) return;
  for (const reference of named(nameKey(type, text), type, resource, at)) yield { ...reference, isCertain: false };
}

function* named(key: Key, type: string, { account, region }: Environment, at: Property): Generator<Reference> {
  const place = scopeOfNames(type) === 'global' ? { account: undefined, region: undefined } : { account, region };
  yield { key, ...place, from: at.resource.base, path: at.path, strength: 'breaks', isCertain: at.resource.existence === 'certain' };
}
