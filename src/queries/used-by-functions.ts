import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import { tableOf } from '../table-of.js';
import { ANYTHING, type Text } from './policies/pattern.js';
import { accountText, arnIn } from './policies/texts.js';

/** Something that the environment of a function names, and that it uses in its own region. */
export interface UsedThere {
  readonly resource: Resource;
  /** As a message calls it. */
  readonly what: string;
  readonly actions: readonly string[];
  /** The ARN that it would have in another region. */
  arnIn(region: string): Text;
}

const USES: Readonly<Record<string, Pick<UsedThere, 'what' | 'actions'>>> = tableOf({
  'AWS::DynamoDB::Table': {
    what: 'table',
    actions: ['GetItem', 'Query', 'Scan', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchGetItem', 'BatchWriteItem'].map(
      (action) => `dynamodb:${action}`,
    ),
  },
  'AWS::SecretsManager::Secret': { what: 'secret', actions: ['secretsmanager:GetSecretValue'] },
  'AWS::SQS::Queue': { what: 'queue', actions: ['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'] },
  'AWS::SNS::Topic': { what: 'topic', actions: ['sns:Publish'] },
  'AWS::SSM::Parameter': { what: 'parameter', actions: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'] },
  'AWS::Kinesis::Stream': { what: 'stream', actions: ['kinesis:PutRecord', 'kinesis:PutRecords', 'kinesis:GetRecords'] },
  'AWS::KinesisFirehose::DeliveryStream': { what: 'delivery stream', actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'] },
  'AWS::StepFunctions::StateMachine': { what: 'state machine', actions: ['states:StartExecution', 'states:StartSyncExecution'] },
  'AWS::Events::EventBus': { what: 'event bus', actions: ['events:PutEvents'] },
  'AWS::Lambda::Function': { what: 'function', actions: ['lambda:InvokeFunction'] },
});

/** What a variable of a function names, where that is declared in the account and region of the function and nowhere else. */
export function usedThere(lambda: Resource, at: Property): UsedThere | undefined {
  const resource = at.target(...Object.keys(USES));
  const use = resource && USES[resource.type];
  if (use === undefined || resource?.existence !== 'certain') return undefined;
  if (resource.region !== lambda.region || resource.account !== lambda.account) return undefined;
  return { resource, ...use, arnIn: (region) => arnPatternIn(resource, region) };
}

/** A secret's ARN ends with six characters that Secrets Manager makes up. */
function arnPatternIn(resource: Resource, region: string): Text {
  const { physicalName } = resource;
  if (resource.type === 'AWS::SecretsManager::Secret' && physicalName !== undefined)
    return [`arn:aws:secretsmanager:${region}:`, ...accountText(resource), `:secret:${physicalName}-`, ANYTHING];
  return arnIn(resource, region);
}
