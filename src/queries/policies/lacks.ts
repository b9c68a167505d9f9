import type { Admission } from '../../facts/admission/admission.js';
import { isEnabledByDefault } from '../../facts/regions.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import { isManagedKey, kmsKeyOf } from '../bucket-settings.js';
import { placesWith } from '../region-of.js';
import { policiesAbout } from './about.js';
import { keyAt } from './callee-at.js';
import type { RequestContext } from './conditions.js';
import { decide, isAllowed } from './decide.js';
import { type Invocation, mayInvoke } from './function-permissions.js';
import { mayWriteLogs } from './log-group-policies.js';
import type { Maybe } from './maybe.js';
import { ANYTHING, equals, type Text, wholeOf } from './pattern.js';
import type { ServicePrincipal } from './principal.js';
import type { Policy } from './statement.js';
import { accountText, arnOf, objectOfAction, textAt } from './texts.js';

/** What does not let a service in, and the first action that it does not allow. */
export interface Lack {
  readonly lacks: 'policy' | 'key-policy' | 'managed-key';
  readonly action: string;
  /** The name that the policy must allow, without the suffix of its partition. */
  readonly service: string;
}

/** What does not let the service of a row in for certain. */
export function lackOf(caller: Resource, callee: Resource, row: Admission): Lack | undefined {
  const lack = lackIn(caller, callee, row);
  return lack && { ...lack, service: serviceIn(caller, callee, row) };
}

function lackIn(caller: Resource, callee: Resource, row: Admission): Omit<Lack, 'service'> | undefined {
  const [action = ''] = row.actions;
  if (row.callee === 'AWS::Lambda::Function') {
    return mayInvoke(callee, invocationOf(caller, callee, row)) === false ? { lacks: 'policy', action } : undefined;
  }
  if (row.callee === 'AWS::Logs::LogGroup') return mayWriteLogs(callee, row.service) ? undefined : { lacks: 'policy', action };
  const asks = asking(caller, callee, row);
  if (row.callee === 'AWS::KMS::Key') return keyPolicyLack(callee, row.actions, asks);
  const policies = policiesAbout(callee);
  const isDefault =
    policies?.length === 0 && row.defaultPolicyAdmits === true && equals(accountText(caller), accountText(callee)) !== false;
  if (row.byAccessControlList === true && ['AccessControl', 'AccessControlList'].some((name) => callee.hasProperty(name))) return undefined;
  const missing = policies && row.actions.find((needed) => asks(policies, needed, resourceOf(caller, callee, row, needed)) === false);
  if (missing !== undefined && !isDefault) return { lacks: 'policy', action: missing };
  return keyLack(callee, row.key ?? [], asks);
}

export function invocationOf(caller: Resource, callee: Resource, row: Admission): Invocation {
  return {
    service: serviceIn(caller, callee, row),
    source: sourceOf(caller, row),
    account: row.from === undefined ? undefined : sourceAccountOf(caller, row),
  };
}

/** Whether policies let a service do something. */
type Ask = (policies: readonly Policy[], action: string, resource: Text) => Maybe;

export function asking(caller: Resource, callee: Resource, row: Admission): Ask {
  const principal: ServicePrincipal = { kind: 'service', service: serviceIn(caller, callee, row), accounts: accountsOf(callee, row) };
  const context = contextOf(caller, row);
  return (policies, action, resource) => isAllowed(decide(policies, { action, principal, resource, context }));
}

/**
 * Between a region that every account has and one that must be switched on, SNS delivers with a name of the latter.
 * Sources: https://docs.aws.amazon.com/sns/latest/dg/sns-cross-region-delivery.html, https://github.com/aws/aws-cdk/issues/32526,
 * https://github.com/aws/aws-cdk/pull/38339 (the queue's region, where that is the one)
 */
function serviceIn(caller: Resource, callee: Resource, { service, from }: Admission): string {
  const [topic, own] = from === 'TopicArn' ? [caller.property(from).arn?.region, callee.region] : [];
  if (topic === undefined || own === undefined || topic === '' || topic === own) return service;
  const optional = [topic, own].filter((region) => !isEnabledByDefault(region));
  // A function is not documented to get messages from a region that every account has.
  const [region] = optional.length === 1 && (optional[0] === topic || callee.type === 'AWS::SQS::Queue') ? optional : [];
  return region === undefined ? service : `${service}.${region}`;
}

function accountsOf({ region }: Resource, { accounts }: Admission): ServicePrincipal['accounts'] {
  if (accounts === undefined || accounts === 'unlisted') return accounts;
  // Without a region any of them may be the right one.
  const account = region === undefined ? undefined : accounts.get(region);
  return region === undefined ? [...accounts.values()] : account === undefined ? [] : [account];
}

function contextOf(caller: Resource, row: Admission): RequestContext {
  const source = sourceOf(caller, row);
  const context = new Map<string, Text>([['aws:securetransport', ['true']]]);
  if (source === undefined) return context;
  const account = sourceAccountOf(caller, row);
  return context.set('aws:sourcearn', source).set('aws:sourceaccount', account).set('aws:sourceowner', account);
}

/** The account of what the service sends as its source: a subscription may be to a topic of another account. */
function sourceAccountOf(caller: Resource, { from }: Admission): Text {
  if (from !== 'TopicArn') return accountText(caller);
  const { reference, arn } = caller.property(from);
  return reference !== undefined ? accountText(reference.resource) : [arn?.account ?? ANYTHING];
}

function keyLack(callee: Resource, actions: readonly string[], asks: Ask): Omit<Lack, 'service'> | undefined {
  const [action] = actions;
  const property = keyProperty(callee);
  if (action === undefined || property === undefined) return undefined;
  if (property === 'managed' || isManagedKey(property)) return { lacks: 'managed-key', action };
  const key = keyAt(property);
  return key === undefined ? undefined : keyPolicyLack(key, actions, asks);
}

function keyPolicyLack(key: Resource, actions: readonly string[], asks: Ask): Omit<Lack, 'service'> | undefined {
  // CloudFormation requires one: without it, it is written elsewhere.
  if (key.property('KeyPolicy').isAbsent) return undefined;
  const policies = policiesAbout(key);
  const action = policies && actions.find((needed) => asks(policies, needed, arnOf(key)) === false);
  return action === undefined ? undefined : { lacks: 'key-policy', action };
}

/** The property that names the key of a queue, topic or bucket; `managed` where S3 takes its own. */
function keyProperty(callee: Resource): Property | 'managed' | undefined {
  if (callee.type !== 'AWS::S3::Bucket') {
    const property = callee.property('KmsMasterKeyId');
    return property.isAbsent ? undefined : property;
  }
  return kmsKeyOf(callee);
}

/** What the action is about: in the bucket, where it is about objects. */
export function resourceOf(caller: Resource, callee: Resource, row: Admission, action: string): Text {
  if (row.logPrefix === undefined || !action.endsWith('Object')) return objectOfAction(callee, action);
  const [prefix] = placesWith(caller, row.logPrefix);
  const before: Text = prefix === undefined || prefix.isAbsent || prefix.text === '' ? [] : [...textAt(prefix), '/'];
  return [...arnOf(callee), '/', ...before, 'AWSLogs/', ...accountText(caller), '/', ANYTHING];
}

function sourceOf(caller: Resource, { from }: Admission): Text | undefined {
  if (from === undefined) return undefined;
  // The ARN of a rule on another bus holds the name of the bus.
  if (from === 'caller') return caller.hasProperty('EventBusName') ? undefined : arnOf(caller);
  const property = caller.property(from);
  const bucket = property.target('AWS::S3::Bucket');
  if (bucket !== undefined) return arnOf(bucket);
  const text = textAt(property);
  return from === 'BucketName' && wholeOf(text) !== undefined ? ['arn:aws:s3:::', ...text] : text;
}
