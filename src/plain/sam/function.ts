import { isObject, own, ownObject, ownString } from '../../assembly/json.js';
import type { Json, JsonObject } from '../../assembly/model.js';
import { compact, eventsOf, getAtt, pick, type SamDraft, type SamResource, tagsOf, UNKNOWN } from './draft.js';
import { addFunctionEvent, managedPoliciesOf } from './function-events.js';
import { managedPolicy, roleFor } from './role.js';

/** Properties that `AWS::Lambda::Function` has by the same name. */
const SAME = [
  'Architectures',
  'CodeSigningConfigArn',
  'Description',
  'Environment',
  'EphemeralStorage',
  'FileSystemConfigs',
  'FunctionName',
  'Handler',
  'ImageConfig',
  'KmsKeyArn',
  'Layers',
  'LoggingConfig',
  'MemorySize',
  'PackageType',
  'RecursiveLoop',
  'ReservedConcurrentExecutions',
  'Runtime',
  'RuntimeManagementConfig',
  'SnapStart',
  'Timeout',
  'VpcConfig',
];

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html */
export function expandFunction(draft: SamDraft, resource: SamResource): void {
  const { logicalId, raw, properties } = resource;
  const at = (...steps: readonly string[]) => ({ raw, from: [logicalId, 'Properties', ...steps] });
  const events = eventsOf(resource);
  const role = own(properties, 'Role');
  if (role === undefined) {
    const managed = [
      managedPolicy('service-role/AWSLambdaBasicExecutionRole'),
      ...(own(properties, 'VpcConfig') === undefined ? [] : [managedPolicy('service-role/AWSLambdaVPCAccessExecutionRole')]),
      ...(own(properties, 'Tracing') === undefined ? [] : [managedPolicy('AWSXRayDaemonWriteAccess')]),
      ...managedPoliciesOf(events),
    ];
    draft.add(`${logicalId}Role`, 'AWS::IAM::Role', roleFor('lambda.amazonaws.com', `${logicalId}Role`, managed, properties), {
      raw,
      from: [logicalId],
    });
  }
  const deadLetters = ownObject(properties, 'DeadLetterQueue');
  const tracing = own(properties, 'Tracing');
  draft.add(
    logicalId,
    'AWS::Lambda::Function',
    compact({
      ...pick(properties, SAME),
      Code: codeOf(properties),
      Role: role ?? getAtt(`${logicalId}Role`, 'Arn'),
      DeadLetterConfig: deadLetters && pick(deadLetters, ['TargetArn']),
      TracingConfig: tracing === undefined ? undefined : { Mode: tracing },
      Tags: tagsOf(properties),
    }),
    { raw, from: [logicalId] },
  );
  const target = addAlias(draft, resource) ?? { Ref: logicalId };
  addUrl(draft, resource, target);
  const invoke = ownObject(properties, 'EventInvokeConfig');
  if (invoke !== undefined)
    draft.add(
      `${logicalId}EventInvokeConfig`,
      'AWS::Lambda::EventInvokeConfig',
      eventInvokeConfig(logicalId, invoke),
      at('EventInvokeConfig'),
    );
  for (const name of ['DeploymentPreference', 'Connectors'])
    if (Object.hasOwn(properties, name) || Object.hasOwn(raw, name)) draft.open.push(`${logicalId}.${name}`);
  for (const event of events) addFunctionEvent(draft, { function: resource, event, target });
}

function codeOf(properties: JsonObject): JsonObject {
  const inline = own(properties, 'InlineCode');
  if (inline !== undefined) return { ZipFile: inline };
  const image = own(properties, 'ImageUri');
  if (image !== undefined) return { ImageUri: image };
  const code = own(properties, 'CodeUri');
  // A folder that `sam package` uploads; where to is known then.
  if (!isObject(code)) return {};
  return compact({ S3Bucket: own(code, 'Bucket'), S3Key: own(code, 'Key'), S3ObjectVersion: own(code, 'Version') });
}

/** The alias that events call, when one is published. A version's logical ID ends in a hash of the code, which is left out here. */
function addAlias(draft: SamDraft, { logicalId, raw, properties }: SamResource): JsonObject | undefined {
  const alias = own(properties, 'AutoPublishAlias');
  if (alias === undefined) return undefined;
  const source = { raw: { ...raw, DeletionPolicy: 'Retain' }, from: [logicalId, 'Properties', 'AutoPublishAlias'] };
  const name = typeof alias === 'string' ? alias : '';
  const [aliasId, versionId] = [`${logicalId}Alias${name}`, `${logicalId}Version`];
  draft.add(versionId, 'AWS::Lambda::Version', { FunctionName: { Ref: logicalId } }, source);
  const concurrency = own(properties, 'ProvisionedConcurrencyConfig');
  draft.add(
    aliasId,
    'AWS::Lambda::Alias',
    compact({
      Name: alias,
      FunctionName: { Ref: logicalId },
      FunctionVersion: getAtt(versionId, 'Version'),
      ProvisionedConcurrencyConfig: concurrency,
    }),
    { raw, from: source.from },
  );
  draft.referable.set(`${logicalId}.Alias`, aliasId).set(`${logicalId}.Version`, versionId);
  return { Ref: aliasId };
}

function addUrl(draft: SamDraft, { logicalId, raw, properties }: SamResource, target: JsonObject): void {
  const url = ownObject(properties, 'FunctionUrlConfig');
  if (url === undefined) return;
  const source = { raw, from: [logicalId, 'Properties', 'FunctionUrlConfig'] };
  draft.add(`${logicalId}Url`, 'AWS::Lambda::Url', { TargetFunctionArn: target, ...pick(url, ['AuthType', 'Cors', 'InvokeMode']) }, source);
  if (ownString(url, 'AuthType') !== 'NONE') return;
  const anybody = { FunctionName: target, Principal: '*' };
  draft.add(
    `${logicalId}UrlPublicPermissions`,
    'AWS::Lambda::Permission',
    { ...anybody, Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' },
    source,
  );
  draft.add(
    `${logicalId}URLInvokeAllowPublicAccess`,
    'AWS::Lambda::Permission',
    { ...anybody, Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true },
    source,
  );
}

/** Destinations may be queues and topics that SAM creates. */
function eventInvokeConfig(logicalId: string, config: JsonObject): JsonObject {
  const destinations: Json | undefined = own(config, 'DestinationConfig');
  return compact({
    FunctionName: { Ref: logicalId },
    Qualifier: UNKNOWN,
    ...pick(config, ['MaximumEventAgeInSeconds', 'MaximumRetryAttempts']),
    DestinationConfig: destinations === undefined ? undefined : UNKNOWN,
  });
}
