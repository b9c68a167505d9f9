import type { Resource } from '../../graph/model/resource.js';
import type { ComparedPair } from '../changes.js';

/**
 * Functions and layers that constructs of the CDK bring along: `Custom::S3AutoDeleteObjectsCustomResourceProvider/Handler`,
 * `LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a`, `AWS679f53fac002430cb0da5b7982bd2287`, `Provider/framework-onEvent`, …
 */
const OWN_HANDLER =
  /(^|\/)(Custom::[^/]+|[A-Za-z]+[0-9a-f]{32}|@aws-cdk--[^/]+(\/\w+)?|framework-(onEvent|isComplete|onTimeout)|DrainECSHook|AwsCliLayer)(\/(Function\/)?(Handler|Resource|Code|ServiceRole\/Resource))?$/;
/** What changes in them with the version of the CDK. */
const UPDATED: ReadonlySet<string> = new Set([
  'Architectures',
  'Code',
  'Content',
  'Description',
  'Layers',
  'LoggingConfig',
  'MemorySize',
  'Runtime',
  'Timeout',
]);
/** Properties by which constructs of the CDK talk with their handlers. */
const PROTOCOL: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['Custom::CDKBucketDeployment', new Set(['SourceMarkers', 'OutputObjectKeys', 'WaitForDistributionInvalidation'])],
  ['Custom::S3BucketNotifications', new Set(['SkipDestinationValidation'])],
  ['Custom::AWSCDKOpenIdConnectProvider', new Set(['CodeHash', 'RejectUnauthorized'])],
]);

/** Whether all that differs is what another version of the CDK brings along. */
export function isHandlerUpdate({ by, after, differences, folded }: ComparedPair): boolean {
  const others = differences.filter(({ path: [part] }) => part !== 'DependsOn');
  if (by !== 'logical-id' || others.length + folded.filter(({ as }) => as === 'asset').length === 0) return false;
  const isOwn =
    (after.type === 'AWS::Lambda::Function' || after.type === 'AWS::Lambda::LayerVersion') && OWN_HANDLER.test(after.constructPath ?? '');
  const properties = isOwn ? UPDATED : others.length > 0 ? PROTOCOL.get(after.type) : undefined;
  return (
    properties !== undefined &&
    others.every(({ path: [part, property, key] }) => part === 'Properties' && properties.has(String(property)) && key !== 'S3Bucket')
  );
}

/** What `Provider` of `aws-cdk-lib/custom-resources` makes to call the handlers of an app, and the permissions of the handler of notifications. */
const FRAMEWORK =
  /(^|\/)(framework-(onEvent|isComplete|onTimeout)|waiter-state-machine|BucketNotificationsHandler[0-9a-f]{32}|Notifications\/HandlerPolicy)(\/|$)/;
/** What of it changes with the version of the CDK. */
const FRAMEWORK_PARTS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['AWS::IAM::Policy', new Set(['PolicyDocument'])],
  ['AWS::IAM::Role', new Set(['AssumeRolePolicyDocument', 'ManagedPolicyArns'])],
  ['AWS::Lambda::Function', UPDATED],
  ['AWS::Logs::LogGroup', new Set()],
  ['AWS::StepFunctions::StateMachine', new Set(['DefinitionString', 'LoggingConfiguration', 'TracingConfiguration'])],
]);

/** Whether a resource is a part of the provider framework, which nobody writes. */
export function isFrameworkPart({ type, constructPath = '' }: Resource): boolean {
  return FRAMEWORK_PARTS.has(type) && FRAMEWORK.test(constructPath);
}

/** Whether all that differs is a part of the provider framework that another version of the CDK writes in another way. */
export function isFrameworkUpdate({ by, after, differences }: ComparedPair): boolean {
  if (by !== 'logical-id' || !isFrameworkPart(after)) return false;
  const parts = FRAMEWORK_PARTS.get(after.type);
  return differences.every(
    ({ path: [part, property] }) => part === 'DependsOn' || (part === 'Properties' && parts?.has(String(property)) === true),
  );
}
