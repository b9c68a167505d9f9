import { ASSET, type Entry, logicalIdOf, REGIONS, writeAssembly } from './write-stack.js';

const UNITS_PER_STACK = 25;

/** Nine resources around one function, as CDK's constructs render them, and 15 links among them and to the stack before. */
function unit(stack: number, index: number): readonly Entry[] {
  const id = (name: string): string => logicalIdOf(stack, index, name);
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
            {
              Action: ['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl'],
              Effect: 'Allow',
              Resource: arn(queue),
            },
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

/** The resources of one stack. */
export function entriesOf(stack: number): readonly Entry[] {
  const entries: Entry[] = [['Topic', 'AWS::SNS::Topic', { DisplayName: `Alerts of Stack${stack}` }]];
  for (let index = 0; index < UNITS_PER_STACK; index++) entries.push(...unit(stack, index));
  return entries;
}

/** What other stacks import. */
export function outputsOf(stack: number): object {
  return { Topic: { Value: { Ref: 'Topic' }, Export: { Name: `Stack${stack}:Topic` } } };
}

/** Writes an assembly of so many stacks over four regions, 226 resources a stack. */
export function generateAssembly(folder: string, stacks: number): void {
  writeAssembly(folder, stacks, (stack) => ({ entries: entriesOf(stack), outputs: outputsOf(stack) }));
}
