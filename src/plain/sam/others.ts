import { isObject, own, ownString } from '../../assembly/json.js';
import type { Json, JsonObject } from '../../assembly/model.js';
import { compact, eventsOf, getAtt, pick, type SamDraft, type SamResource, tagsOf, UNKNOWN } from './draft.js';
import { roleFor } from './role.js';

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-simpletable.html */
export function expandSimpleTable(draft: SamDraft, { logicalId, raw, properties }: SamResource): void {
  const key = own(properties, 'PrimaryKey');
  const [name, type] = isObject(key) ? [ownString(key, 'Name') ?? 'id', ownString(key, 'Type') ?? 'String'] : ['id', 'String'];
  draft.add(
    logicalId,
    'AWS::DynamoDB::Table',
    compact({
      ...pick(properties, ['PointInTimeRecoverySpecification', 'ProvisionedThroughput', 'SSESpecification', 'TableName']),
      ...(!Object.hasOwn(properties, 'ProvisionedThroughput') && { BillingMode: 'PAY_PER_REQUEST' }),
      AttributeDefinitions: [{ AttributeName: name, AttributeType: type.charAt(0) }],
      KeySchema: [{ AttributeName: name, KeyType: 'HASH' }],
      Tags: tagsOf(properties),
    }),
    { raw, from: [logicalId] },
  );
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-layerversion.html */
export function expandLayer(draft: SamDraft, { logicalId, raw, properties }: SamResource): void {
  const layer = {
    LayerName: logicalId,
    ...pick(properties, ['CompatibleArchitectures', 'CompatibleRuntimes', 'Description', 'LayerName', 'LicenseInfo']),
  };
  const policy = { DeletionPolicy: own(properties, 'RetentionPolicy') === 'Delete' ? 'Delete' : 'Retain' };
  draft.add(logicalId, 'AWS::Lambda::LayerVersion', { ...layer, Content: UNKNOWN }, { raw: { ...policy, ...raw }, from: [logicalId] });
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-statemachine.html */
export function expandStateMachine(draft: SamDraft, resource: SamResource): void {
  const { logicalId, raw, properties } = resource;
  const role = own(properties, 'Role');
  if (role === undefined)
    draft.add(`${logicalId}Role`, 'AWS::IAM::Role', roleFor('states.amazonaws.com', `${logicalId}Role`, [], properties), {
      raw,
      from: [logicalId],
    });
  const tracing = own(properties, 'Tracing');
  draft.add(
    logicalId,
    'AWS::StepFunctions::StateMachine',
    compact({
      ...pick(properties, ['Definition', 'DefinitionSubstitutions']),
      ...(!Object.hasOwn(properties, 'Definition') && { DefinitionString: UNKNOWN }),
      StateMachineName: own(properties, 'Name'),
      StateMachineType: own(properties, 'Type'),
      LoggingConfiguration: own(properties, 'Logging'),
      TracingConfiguration: tracing,
      RoleArn: role ?? getAtt(`${logicalId}Role`, 'Arn'),
      Tags: tagsOf(properties),
    }),
    { raw, from: [logicalId] },
  );
  // Each event has a rule, or a permission of an API, and a role that may start the state machine.
  for (const { name } of eventsOf(resource)) draft.open.push(`${logicalId}.Events.${name}`);
}

/** An application is a nested stack. */
export function expandApplication(draft: SamDraft, { logicalId, raw, properties }: SamResource): void {
  const location: Json | undefined = own(properties, 'Location');
  const stack: JsonObject = compact({
    ...pick(properties, ['NotificationARNs', 'Parameters', 'TimeoutInMinutes']),
    TemplateURL: location ?? UNKNOWN,
  });
  draft.add(logicalId, 'AWS::CloudFormation::Stack', stack, { raw, from: [logicalId] });
}
