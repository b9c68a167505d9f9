import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ACCOUNT = '482731905566';
const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1'] as const;
const UNITS_PER_STACK = 25;
const ASSET = '0123456789abcdef'.repeat(4);

type Entry = readonly [logicalId: string, type: string, properties: object, rest?: object];

/** Nine resources around one function, as CDK's constructs render them, and 15 links among them and to the stack before. */
function unit(stack: number, index: number): readonly Entry[] {
  const id = (name: string): string =>
    `Service${index}${name}${((stack * 7919 + index * 104_729 + name.length * 31) >>> 0).toString(16).toUpperCase().padStart(8, '0')}`;
  const [role, policy, handler, logs, table, queue, alarm, permission, mapping] = [
    'ServiceRole',
    'ServiceRoleDefaultPolicy',
    'Handler',
    'Logs',
    'Table',
    'Queue',
    'Errors',
    'Invoke',
    'Mapping',
  ].map(id) as [string, string, string, string, string, string, string, string, string];
  const arn = (name: string): object => ({ 'Fn::GetAtt': [name, 'Arn'] });
  const before = stack - REGIONS.length;
  const shared = before < 0 ? 'none' : { 'Fn::ImportValue': `Stack${before}:Topic` };
  return [
    [
      role,
      'AWS::IAM::Role',
      {
        AssumeRolePolicyDocument: {
          Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } }],
          Version: '2012-10-17',
        },
        ManagedPolicyArns: [
          { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/service-role/AWSLambdaBasicExecutionRole']] },
        ],
      },
    ],
    [
      policy,
      'AWS::IAM::Policy',
      {
        PolicyDocument: {
          Statement: [
            {
              Action: [
                'dynamodb:BatchGetItem',
                'dynamodb:GetRecords',
                'dynamodb:GetItem',
                'dynamodb:Query',
                'dynamodb:PutItem',
                'dynamodb:UpdateItem',
              ],
              Effect: 'Allow',
              Resource: [arn(table), { 'Fn::Join': ['', [arn(table), '/index/*']] }],
            },
            { Action: ['sqs:SendMessage', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl'], Effect: 'Allow', Resource: arn(queue) },
          ],
          Version: '2012-10-17',
        },
        PolicyName: policy,
        Roles: [{ Ref: role }],
      },
    ],
    [
      handler,
      'AWS::Lambda::Function',
      {
        Code: {
          S3Bucket: { 'Fn::Sub': 'cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}' },
          S3Key: `${ASSET}.zip`,
        },
        Environment: { Variables: { TABLE_NAME: { Ref: table }, QUEUE_URL: { Ref: queue }, STAGE: 'production', ALERTS: shared } },
        Handler: 'index.handler',
        MemorySize: 512,
        Role: arn(role),
        Runtime: 'nodejs22.x',
        Timeout: 30,
        Tags: [
          { Key: 'service', Value: `service-${index}` },
          { Key: 'team', Value: 'payments' },
        ],
      },
      { DependsOn: [policy, role] },
    ],
    [
      logs,
      'AWS::Logs::LogGroup',
      { LogGroupName: { 'Fn::Join': ['', ['/aws/lambda/', { Ref: handler }]] }, RetentionInDays: 30 },
      { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' },
    ],
    [
      table,
      'AWS::DynamoDB::Table',
      {
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      },
      { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' },
    ],
    [
      queue,
      'AWS::SQS::Queue',
      { KmsMasterKeyId: 'alias/aws/sqs', VisibilityTimeout: 180, MessageRetentionPeriod: 1_209_600 },
      { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' },
    ],
    [
      alarm,
      'AWS::CloudWatch::Alarm',
      {
        AlarmActions: [{ Ref: 'Topic' }],
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        Dimensions: [{ Name: 'FunctionName', Value: { Ref: handler } }],
        EvaluationPeriods: 3,
        MetricName: 'Errors',
        Namespace: 'AWS/Lambda',
        Period: 60,
        Statistic: 'Sum',
        Threshold: 5,
      },
    ],
    [
      permission,
      'AWS::Lambda::Permission',
      { Action: 'lambda:InvokeFunction', FunctionName: arn(handler), Principal: 'sns.amazonaws.com', SourceArn: { Ref: 'Topic' } },
    ],
    [mapping, 'AWS::Lambda::EventSourceMapping', { BatchSize: 10, EventSourceArn: arn(queue), FunctionName: { Ref: handler } }],
  ];
}

function writeStack(folder: string, number: number): readonly (readonly [id: string, artifact: object])[] {
  const id = `Stack${number}`;
  const entries: Entry[] = [['Topic', 'AWS::SNS::Topic', { DisplayName: `Alerts of ${id}` }]];
  for (let index = 0; index < UNITS_PER_STACK; index++) entries.push(...unit(number, index));
  const region = REGIONS[number % REGIONS.length];
  const constructPath = (logicalId: string): string => `${id}/${logicalId.slice(0, -8) || logicalId}/Resource`;
  const template = {
    Resources: Object.fromEntries(
      entries.map(([logicalId, Type, Properties, rest]) => [
        logicalId,
        { Type, Properties, ...rest, Metadata: { 'aws:cdk:path': constructPath(logicalId) } },
      ]),
    ),
    Outputs: { Topic: { Value: { Ref: 'Topic' }, Export: { Name: `${id}:Topic` } } },
    Parameters: { BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/cdk-bootstrap/hnb659fds/version' } },
  };
  const metadata = Object.fromEntries(
    entries.map(([logicalId]) => [
      `/${constructPath(logicalId)}`,
      [
        { type: 'aws:cdk:logicalId', data: logicalId },
        {
          type: 'aws:cdk:creationStack',
          data: ['...new Function2 in aws-cdk-lib...', `new ServiceStack (lib/service-stack.ts:${20 + (number % 100)}:5)`],
        },
      ],
    ]),
  );
  writeFileSync(join(folder, `${id}.template.json`), JSON.stringify(template, undefined, 1));
  writeFileSync(join(folder, `${id}.metadata.json`), JSON.stringify(metadata, undefined, 1));
  const assets = { files: { [ASSET]: { source: { path: `asset.${ASSET}`, packaging: 'zip' }, destinations: {} } }, dockerImages: {} };
  writeFileSync(join(folder, `${id}.assets.json`), JSON.stringify({ version: '55.0.0', ...assets }, undefined, 1));
  const dependencies = number >= REGIONS.length ? [`Stack${number - REGIONS.length}`] : [];
  return [
    [`${id}.assets`, { type: 'cdk:asset-manifest', properties: { file: `${id}.assets.json` } }],
    [
      id,
      {
        type: 'aws:cloudformation:stack',
        environment: `aws://${ACCOUNT}/${region}`,
        properties: { templateFile: `${id}.template.json` },
        additionalMetadataFile: `${id}.metadata.json`,
        dependencies: [...dependencies, `${id}.assets`],
        displayName: id,
      },
    ],
  ];
}

/** Writes an assembly of so many stacks over four regions, 226 resources a stack. */
export function generateAssembly(folder: string, stacks: number): void {
  mkdirSync(folder, { recursive: true });
  const artifacts = Object.fromEntries(Array.from({ length: stacks }, (_, number) => writeStack(folder, number)).flat());
  mkdirSync(join(folder, `asset.${ASSET}`), { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version: '55.0.0', artifacts }, undefined, 1));
}
