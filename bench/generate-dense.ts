import { ACCOUNT, ASSET, type Entry, logicalIdOf, REGIONS, writeAssembly } from './write-stack.js';

const UNITS_PER_STACK = 25;
/** In which the tables have replicas, beside the region of their stack. */
const ELSEWHERE = 'ap-southeast-2';

/** Nine resources, each of a type that many checks look at. */
function unit(stack: number, index: number): readonly Entry[] {
  const id = (name: string): string => logicalIdOf(stack, index, name);
  const [table, bucket, check, blue, green, role, policy, handler, alarm] = [
    'Table',
    'Bucket',
    'Health',
    'BlueRecord',
    'GreenRecord',
    'ServiceRole',
    'ServiceRoleDefaultPolicy',
    'Handler',
    'Errors',
  ].map(id) as [string, string, string, string, string, string, string, string, string];
  const arn = (name: string): object => ({ 'Fn::GetAtt': [name, 'Arn'] });
  const region = REGIONS[stack % REGIONS.length] as string;
  const name = `service-${index}.s${stack}.payments.cloudtrace.net`;
  const record = (color: string, weight: number): object => ({
    HealthCheckId: { Ref: check },
    HostedZoneId: { Ref: 'Zone' },
    Name: `${name}.`,
    ResourceRecords: [`${color}-${index}.s${stack}.origin.cloudtrace.net`],
    SetIdentifier: color,
    TTL: '60',
    Type: 'CNAME',
    Weight: weight,
  });
  return [
    [
      table,
      'AWS::DynamoDB::GlobalTable',
      {
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        Replicas: [region, ELSEWHERE].map((Region) => ({
          Region,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        })),
        StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      },
      { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' },
    ],
    [
      bucket,
      'AWS::S3::Bucket',
      {
        BucketName: `payments-${stack}-${index}-${region}`,
        BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        VersioningConfiguration: { Status: 'Enabled' },
      },
      // Each is an `info`: its name stays taken when the stack is deleted.
      { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' },
    ],
    [
      check,
      'AWS::Route53::HealthCheck',
      {
        HealthCheckConfig: {
          FailureThreshold: 3,
          FullyQualifiedDomainName: `health-${index}.s${stack}.origin.cloudtrace.net`,
          Port: 443,
          RequestInterval: 30,
          ResourcePath: '/health',
          Type: 'HTTPS',
        },
      },
    ],
    [blue, 'AWS::Route53::RecordSet', record('blue', 90)],
    [green, 'AWS::Route53::RecordSet', record('green', 10)],
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
            { Action: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], Effect: 'Allow', Resource: arn(table) },
            { Action: ['s3:GetObject*', 's3:PutObject'], Effect: 'Allow', Resource: { 'Fn::Join': ['', [arn(bucket), '/*']] } },
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
        Code: { S3Bucket: { 'Fn::Sub': 'cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}' }, S3Key: `${ASSET}.zip` },
        Environment: { Variables: { TABLE_NAME: { Ref: table }, BUCKET_NAME: { Ref: bucket } } },
        Handler: 'index.handler',
        Role: arn(role),
        Runtime: 'nodejs22.x',
        Timeout: 30,
      },
      { DependsOn: [policy, role] },
    ],
    [
      alarm,
      'AWS::CloudWatch::Alarm',
      {
        AlarmActions: [{ 'Fn::Join': ['', ['arn:aws:sns:', { Ref: 'AWS::Region' }, `:${ACCOUNT}:alerts`]] }],
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        Dimensions: [{ Name: 'FunctionName', Value: { Ref: handler } }],
        EvaluationPeriods: 3,
        MetricName: 'Throttles',
        Namespace: 'AWS/Lambda',
        Period: 60,
        Statistic: 'Sum',
        Threshold: 5,
      },
    ],
  ];
}

/** The resources of a stack: each of a type that many checks look at. */
export function denseEntriesOf(stack: number): readonly Entry[] {
  const entries: Entry[] = [['Zone', 'AWS::Route53::HostedZone', { Name: `s${stack}.payments.cloudtrace.net.` }]];
  for (let index = 0; index < UNITS_PER_STACK; index++) entries.push(...unit(stack, index));
  return entries;
}

/**
 * Writes an assembly of so many stacks over four regions, 226 resources a stack, in which every resource is one that checks look at:
 * global tables, named buckets, weighted records with health checks, functions with roles and policies, and alarms. 25 findings a stack.
 */
export function generateDense(folder: string, stacks: number): void {
  writeAssembly(folder, stacks, (stack) => ({ entries: denseEntriesOf(stack), outputs: {} }));
}
