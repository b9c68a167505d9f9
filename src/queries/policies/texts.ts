import type { Stack } from '../../assembly/model.js';
import { refArnOf } from '../../facts/ref-arns.js';
import { NAMED_TYPES } from '../../facts/resource-names.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import { identityWithin, type Part, partsOf, type Reference, unknown, type Value } from '../../graph/model/value.js';
import { oncePerResource } from '../../graph/once-per-resource.js';
import { ANYTHING, joined, type Text } from './pattern.js';

/** The text at a place of a template, as far as it is known. Partitions are left aside: every ARN begins with `arn:aws:`. */
export function textAt({ value, resource }: Property): Text {
  return textOf(value, resource.graph, resource.stack);
}

function textOf(value: Value, graph: ResourceGraph, stack: Stack): Text {
  const parts = partsOf(value);
  if (parts === undefined) return [ANYTHING];
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'string') return inOnePartition([only]);
  return joined(inOnePartition(parts.flatMap((part) => partText(part, graph, stack))));
}

function partText(part: Part, graph: ResourceGraph, stack: Stack): Text {
  if (typeof part === 'string') return [part];
  if (part.kind === 'reference') return referenceText(part);
  return [{ id: identityWithin(part, graph.idOf(stack)) }];
}

function inOnePartition(text: Text): Text {
  const [first, second, third] = text;
  if (typeof first !== 'string') return text;
  if (/^arn:[^:]+:/.test(first)) return [first.replace(/^arn:[^:]+:/, 'arn:aws:'), ...text.slice(1)];
  // `arn:${AWS::Partition}:s3:::…`
  if (first === 'arn:' && typeof second === 'object' && typeof third === 'string' && third.startsWith(':'))
    return [`arn:aws${third}`, ...text.slice(3)];
  return text;
}

/** Attributes that are the ARN of the resource itself. */
const OWN_ARN = /^(?:Arn|(?:Topic|Table|Queue|Key|Function|Bucket|Role|Stream|DBCluster|Repository|FileSystem|BackupVault)Arn)$/;

function referenceText({ resource, attribute }: Reference): Text {
  const isArn = attribute === undefined ? refArnOf(resource.type) !== undefined : OWN_ARN.test(attribute);
  // `StreamArn` of a table is another ARN than its own.
  if (isArn && !(attribute === 'StreamArn' && resource.type !== 'AWS::Kinesis::Stream')) return arnOf(resource);
  if (attribute === undefined && (NAMED_TYPES.has(resource.type) || resource.type === 'AWS::KMS::Key')) return nameOf(resource);
  return [{ id: `${resource.id}.${attribute ?? 'Ref'}` }];
}

/** The ARN of a resource, as far as it is known. */
export const arnOf: (resource: Resource) => Text = oncePerResource((resource) => arnIn(resource, resource.region));

/** What an action is about: all that is in a bucket, or the resource itself. */
export function objectOfAction(resource: Resource, action: string): Text {
  return action.endsWith('Object') ? [...arnOf(resource), '/', ANYTHING] : arnOf(resource);
}

/** The ARN that a resource, or a copy of it, has in a region. */
export function arnIn(resource: Resource, region: string | undefined): Text {
  return joined(arnText(resource, region));
}

function arnText(resource: Resource, region: string | undefined): Text {
  const named = NAMED_TYPES.get(resource.type);
  if (resource.type === 'AWS::KMS::Key') return [...start(resource, 'kms', region), 'key/', ...nameOf(resource)];
  if (named?.service === undefined) return [{ id: `${resource.id} ARN` }];
  if (named.scope === 'partition') return [`arn:aws:${named.service}:::${named.prefix}`, ...nameOf(resource)];
  const path = resource.type.startsWith('AWS::IAM::') ? pathOf(resource) : [];
  const isGlobal = resource.type.startsWith('AWS::IAM::');
  const before = isGlobal ? [`arn:aws:${named.service}::`, ...accountText(resource), ':'] : start(resource, named.service, region);
  const name = nameOf(resource);
  // `parameter/orders/table` of the parameter `/orders/table`
  const [first] = name;
  const isNameAPath = resource.type === 'AWS::SSM::Parameter' && typeof first === 'string' && first.startsWith('/');
  return [...before, isNameAPath ? named.prefix.slice(0, -1) : named.prefix, ...path, ...name];
}

function start(resource: Resource, service: string, region: string | undefined): Text {
  return [`arn:aws:${service}:`, region ?? pseudo(resource, 'AWS::Region'), ':', ...accountText(resource), ':'];
}

/** The account of a resource; in a stack without one, equal to what its template writes as `AWS::AccountId`. */
export function accountText(resource: Resource): Text {
  return [resource.account ?? pseudo(resource, 'AWS::AccountId')];
}

function pseudo({ graph, stack }: Resource, name: string) {
  return { id: identityWithin(unknown('pseudo-parameter', name), graph.idOf(stack)) };
}

/** `/service/` of roles and policies. */
function pathOf(resource: Resource): Text {
  const path = resource.property('Path');
  if (path.isAbsent) return [];
  return textAt(path).map((part, index) => (index === 0 && typeof part === 'string' ? part.replace(/^\//, '') : part));
}

/** The physical name: what the template says, or how the one begins that CloudFormation makes up. */
function nameOf(resource: Resource): Text {
  const { physicalName, base } = resource;
  if (physicalName !== undefined) return [physicalName];
  const steps = NAMED_TYPES.get(resource.type)?.steps;
  const name = steps === undefined ? undefined : base.property(...steps);
  if (name !== undefined && !name.isAbsent) return textAt(name);
  const isGenerated = steps !== undefined && !resource.hasProperty('BucketNamePrefix');
  // It is cut off where the type allows short names only.
  return [{ id: `${resource.id} name`, ...(isGenerated ? { beginning: `${rootStackOf(resource.stack).name}-`.slice(0, 20) } : {}) }];
}
