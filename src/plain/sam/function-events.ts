import { isObject, own, ownString } from '../../assembly/json.js';
import type { Json, JsonObject } from '../../assembly/model.js';
import { tableOf } from '../../table-of.js';
import { type ApiKind, apiOf } from './api.js';
import { compact, getAtt, pick, type SamDraft, type SamEvent, type SamResource } from './draft.js';
import { managedPolicy } from './role.js';

interface FunctionEvent {
  readonly function: SamResource;
  readonly event: SamEvent;
  /** The function, or its alias. */
  readonly target: JsonObject;
}

/** Where a source of events stands, and the policy that reading it needs. */
const SOURCES: Readonly<Record<string, { readonly property: string; readonly policy: string }>> = tableOf({
  SQS: { property: 'Queue', policy: 'service-role/AWSLambdaSQSQueueExecutionRole' },
  Kinesis: { property: 'Stream', policy: 'service-role/AWSLambdaKinesisExecutionRole' },
  DynamoDB: { property: 'Stream', policy: 'service-role/AWSLambdaDynamoDBExecutionRole' },
  MSK: { property: 'Stream', policy: 'service-role/AWSLambdaMSKExecutionRole' },
});

const MAPPING = [
  'BatchSize',
  'BisectBatchOnFunctionError',
  'DestinationConfig',
  'Enabled',
  'FilterCriteria',
  'FunctionResponseTypes',
  'KmsKeyArn',
  'MaximumBatchingWindowInSeconds',
  'MaximumRecordAgeInSeconds',
  'MaximumRetryAttempts',
  'ParallelizationFactor',
  'ScalingConfig',
  'StartingPosition',
  'StartingPositionTimestamp',
  'Topics',
  'TumblingWindowInSeconds',
];

export function managedPoliciesOf(events: readonly SamEvent[]): readonly Json[] {
  const policies = new Set(events.flatMap(({ type }) => SOURCES[type]?.policy ?? []));
  return [...policies].map(managedPolicy);
}

/** Adds what calls a function. What is not followed is noted: resources may be missing then. */
export function addFunctionEvent(draft: SamDraft, of: FunctionEvent): void {
  const add = SOURCES[of.event.type] === undefined ? ADDERS[of.event.type] : addMapping;
  if (add === undefined) draft.open.push(`${of.function.logicalId}.Events.${of.event.name}`);
  else add(draft, of);
}

type Adder = (draft: SamDraft, of: FunctionEvent) => void;

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html */
const ADDERS: Readonly<Record<string, Adder>> = tableOf({
  Api: (draft, of) => addApiPermission(draft, of, 'rest'),
  HttpApi: (draft, of) => addApiPermission(draft, of, 'http'),
  SNS: addSubscription,
  S3: addNotification,
  Schedule: (draft, of) => addRule(draft, of, { ScheduleExpression: own(of.event.properties, 'Schedule') }),
  EventBridgeRule: (draft, of) => addRule(draft, of, { EventPattern: own(of.event.properties, 'Pattern') }),
  CloudWatchEvent: (draft, of) => addRule(draft, of, { EventPattern: own(of.event.properties, 'Pattern') }),
  ScheduleV2: addSchedule,
  CloudWatchLogs: addLogFilter,
});

function idOf({ function: { logicalId }, event: { name } }: FunctionEvent, suffix = ''): string {
  return `${logicalId}${name}${suffix}`;
}

function sourceOf({ function: { raw }, event: { from } }: FunctionEvent) {
  return { raw, from };
}

function addPermission(draft: SamDraft, of: FunctionEvent, principal: string, source: JsonObject, suffix = 'Permission'): void {
  const properties = { Action: 'lambda:InvokeFunction', FunctionName: of.target, Principal: principal, ...source };
  draft.add(idOf(of, suffix), 'AWS::Lambda::Permission', properties, sourceOf(of));
}

function addMapping(draft: SamDraft, of: FunctionEvent): void {
  const { properties, type } = of.event;
  const source = own(properties, SOURCES[type]?.property ?? '');
  const mapping = compact({ ...pick(properties, MAPPING), EventSourceArn: source, FunctionName: of.target });
  draft.add(idOf(of), 'AWS::Lambda::EventSourceMapping', mapping, sourceOf(of));
}

function addApiPermission(draft: SamDraft, of: FunctionEvent, kind: ApiKind): void {
  const { properties } = of.event;
  const api = apiOf(draft, kind, own(properties, kind === 'rest' ? 'RestApiId' : 'ApiId'), of.function.raw);
  const [method, path] = [ownString(properties, 'Method') ?? 'ANY', ownString(properties, 'Path') ?? '/'];
  const verb = /^(?:any|x-amazon-apigateway-any-method)$/i.test(method) ? '*' : method.toUpperCase();
  const arn = `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${__ApiId__}/*/${verb}${path.replace(/\{[^{}]*\}/g, '*')}`;
  const stage = kind === 'rest' && typeof api.stage === 'string' ? api.stage : '';
  addPermission(draft, of, 'apigateway.amazonaws.com', { SourceArn: { 'Fn::Sub': [arn, { __ApiId__: api.id }] } }, `Permission${stage}`);
}

function addSubscription(draft: SamDraft, of: FunctionEvent): void {
  const { properties } = of.event;
  if (Object.hasOwn(properties, 'SqsSubscription')) draft.open.push(`${of.function.logicalId}.Events.${of.event.name}.SqsSubscription`);
  const topic = own(properties, 'Topic') ?? '';
  const filter = pick(properties, ['FilterPolicy', 'FilterPolicyScope', 'RedrivePolicy', 'Region']);
  draft.add(idOf(of), 'AWS::SNS::Subscription', { ...filter, TopicArn: topic, Protocol: 'lambda', Endpoint: of.target }, sourceOf(of));
  addPermission(draft, of, 'sns.amazonaws.com', { SourceArn: topic });
}

/** The notification is written into the bucket, which must be of the same template. */
function addNotification(draft: SamDraft, of: FunctionEvent): void {
  const { properties } = of.event;
  addPermission(draft, of, 's3.amazonaws.com', { SourceAccount: { Ref: 'AWS::AccountId' } });
  const reference = own(properties, 'Bucket');
  const id = isObject(reference) ? ownString(reference, 'Ref') : undefined;
  const bucket = id === undefined ? undefined : draft.resources.get(id);
  if (id === undefined || bucket === undefined) return;
  const settings = (own(bucket.raw, 'Properties') ?? {}) as JsonObject;
  const notifications = (own(settings, 'NotificationConfiguration') ?? {}) as JsonObject;
  const added = [own(properties, 'Events') ?? []]
    .flat()
    .map((event) => compact({ Event: event as Json, Function: of.target, Filter: own(properties, 'Filter') }));
  const all = [...((own(notifications, 'LambdaConfigurations') ?? []) as readonly Json[]), ...added];
  const needed = [[own(bucket.raw, 'DependsOn') ?? []].flat(), idOf(of, 'Permission')].flat() as readonly Json[];
  draft.resources.set(id, {
    ...bucket,
    raw: {
      ...bucket.raw,
      DependsOn: needed,
      Properties: { ...settings, NotificationConfiguration: { ...notifications, LambdaConfigurations: all } },
    },
  });
}

function addRule(draft: SamDraft, of: FunctionEvent, when: Readonly<Record<string, Json | undefined>>): void {
  const { properties } = of.event;
  const target = { Id: `${idOf(of)}LambdaTarget`, Arn: of.target, ...pick(properties, ['Input', 'InputPath', 'RetryPolicy']) };
  const rule = compact({ ...when, ...pick(properties, ['Name', 'Description', 'EventBusName', 'State']), Targets: [target] });
  draft.add(idOf(of), 'AWS::Events::Rule', rule, sourceOf(of));
  addPermission(draft, of, 'events.amazonaws.com', { SourceArn: getAtt(idOf(of), 'Arn') });
}

function addSchedule(draft: SamDraft, of: FunctionEvent): void {
  const { properties } = of.event;
  const role = own(properties, 'RoleArn');
  if (role === undefined) {
    const statement = { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: of.target };
    draft.add(
      idOf(of, 'Role'),
      'AWS::IAM::Role',
      {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { Service: ['scheduler.amazonaws.com'] }, Action: ['sts:AssumeRole'] }],
        },
        Policies: [{ PolicyName: idOf(of, 'LambdaPolicy'), PolicyDocument: { Version: '2012-10-17', Statement: [statement] } }],
      },
      sourceOf(of),
    );
  }
  const schedule = {
    FlexibleTimeWindow: { Mode: 'OFF' },
    Name: idOf(of),
    ...pick(properties, [
      'Description',
      'EndDate',
      'FlexibleTimeWindow',
      'GroupName',
      'KmsKeyArn',
      'Name',
      'ScheduleExpression',
      'ScheduleExpressionTimezone',
      'StartDate',
      'State',
    ]),
    Target: { Arn: of.target, RoleArn: role ?? getAtt(idOf(of, 'Role'), 'Arn') },
  };
  draft.add(idOf(of), 'AWS::Scheduler::Schedule', schedule, sourceOf(of));
}

function addLogFilter(draft: SamDraft, of: FunctionEvent): void {
  const { properties } = of.event;
  const filter = {
    ...pick(properties, ['FilterPattern', 'LogGroupName']),
    DestinationArn: { 'Fn::GetAtt': [of.function.logicalId, 'Arn'] },
  };
  draft.add(idOf(of), 'AWS::Logs::SubscriptionFilter', filter, sourceOf(of));
  addPermission(draft, of, 'logs.amazonaws.com', {});
}
