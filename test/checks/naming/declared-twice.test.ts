import { expect, it } from 'vitest';
import { declaredTwice as check } from '../../../checks/naming/identities.js';
import type { Example } from '../../../src/check/example.js';
import { IDENTITY_TYPES, identityRowsOf } from '../../../src/facts/identities/identities.js';
import { findingsIn } from '../../support/findings-in.js';

type Resources = Readonly<Record<string, object>>;
const of = (type: string, properties: object) => ({ Type: type, Properties: properties });
const parameters = { Name: { Type: 'String' } };
const one = (resources: Resources): Example => ({ One: { region: 'us-east-1', parameters, resources } }) as Example;
const two = (first: Resources, second: Resources, where: object = {}): Example =>
  ({
    One: { region: 'us-east-1', parameters, resources: first },
    Two: { region: 'us-east-1', parameters, resources: second, ...where },
  }) as Example;
const twice = (type: string, properties: object, other: object = properties): Example =>
  one({ A: of(type, properties), B: of(type, other) });
const shown = (example: Example) =>
  findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
    `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
  );
const Bucket = of('AWS::S3::Bucket', {});
const LISTENER = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2';

it('reports the place, the reason and the first declaration', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "naming/declared-twice",
        "logicalId": "Rule",
        "message": "Stack Orders declares Rule for the same priority of a listener rule: the second is rejected with "Priority '…' is currently in use".",
        "propertyPath": "Priority",
        "related": [
          {
            "logicalId": "Rule",
            "message": "Rule is the same priority of a listener rule.",
            "propertyPath": "Priority",
            "stack": "Orders",
          },
        ],
        "severity": "error",
        "stack": "Payments",
      },
    ]
  `);
});

it.each<[string, Example, string]>([
  [
    'two routes to one destination',
    twice('AWS::EC2::Route', { RouteTableId: 'rtb-1', DestinationCidrBlock: '0.0.0.0/0' }),
    'error One.B DestinationCidrBlock',
  ],
  [
    'mount targets in one subnet, whose zone is not known',
    twice('AWS::EFS::MountTarget', { FileSystemId: 'fs-1', SubnetId: 'subnet-1', SecurityGroups: [] }),
    'error One.B SubnetId',
  ],
  [
    'a volume attached twice',
    twice('AWS::EC2::VolumeAttachment', { VolumeId: 'vol-1', InstanceId: 'i-1', Device: '/dev/sdh' }),
    'error One.B InstanceId',
  ],
  [
    'host bits',
    twice(
      'AWS::EC2::Route',
      { RouteTableId: 'rtb-1', DestinationCidrBlock: '10.1.0.0/16' },
      { RouteTableId: 'rtb-1', DestinationCidrBlock: '10.1.2.3/16' },
    ),
    'error One.B DestinationCidrBlock',
  ],
  [
    'policies by reference and by export',
    {
      One: {
        region: 'us-east-1',
        resources: { Bucket, Policy: of('AWS::S3::BucketPolicy', { Bucket: { Ref: 'Bucket' } }) },
        outputs: { Name: { Value: { Ref: 'Bucket' }, Export: { Name: 'bucket' } } },
      },
      Two: {
        region: 'us-east-1',
        dependencies: ['One'],
        resources: { Policy: of('AWS::S3::BucketPolicy', { Bucket: { 'Fn::ImportValue': 'bucket' } }) },
      },
    } as Example,
    'error Two.Policy Bucket',
  ],
  [
    'policies by reference and by name',
    two(
      { Bucket: of('AWS::S3::Bucket', { BucketName: 'acme-orders' }), Policy: of('AWS::S3::BucketPolicy', { Bucket: { Ref: 'Bucket' } }) },
      { Policy: of('AWS::S3::BucketPolicy', { Bucket: 'acme-orders' }) },
    ),
    'error Two.Policy Bucket',
  ],
  [
    'an alternate domain name in two regions, in other letters',
    two(
      { D: of('AWS::CloudFront::Distribution', { DistributionConfig: { Aliases: ['www.acme.io'] } }) },
      { D: of('AWS::CloudFront::Distribution', { DistributionConfig: { Aliases: ['WWW.acme.io'] } }) },
      { region: 'eu-west-1' },
    ),
    'error Two.D DistributionConfig.Aliases.0',
  ],
  [
    'one parameter',
    one({
      A: of('AWS::S3::BucketPolicy', { Bucket: { Ref: 'Name' } }),
      B: of('AWS::S3::BucketPolicy', { Bucket: { Ref: 'Name' } }),
    }),
    'error One.B Bucket',
  ],
  [
    'a function by name and ARN',
    one({
      A: of('AWS::Lambda::Function', { FunctionName: 'orders' }),
      U: of('AWS::Lambda::Url', { TargetFunctionArn: 'orders' }),
      V: of('AWS::Lambda::Url', { TargetFunctionArn: { 'Fn::GetAtt': ['A', 'Arn'] } }),
    }),
    'error One.V TargetFunctionArn',
  ],
  [
    'queue policies, of which the last one counts',
    twice('AWS::SQS::QueuePolicy', { Queues: ['https://sqs.us-east-1.amazonaws.com/123456789012/orders'] }),
    'warning One.B Queues.0',
  ],
  [
    'rules of a security group in one stack',
    twice('AWS::EC2::SecurityGroupIngress', { GroupId: 'sg-1', IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' }),
    'info One.B CidrIp',
  ],
])('reports %s', (_, example, expected) => {
  expect(shown(example)).toEqual([expected]);
});

it.each<[string, Example]>([
  ['schedules of two groups', twice('AWS::Scheduler::Schedule', { Name: 'nightly' }, { Name: 'nightly', GroupName: 'reports' })],
  [
    'databases of two catalogs',
    twice('AWS::Glue::Database', { DatabaseName: 'sales', CatalogId: '1' }, { DatabaseName: 'sales', CatalogId: '1:s3tablescatalog/x' }),
  ],
  [
    'rules of two listeners',
    twice(
      'AWS::ElasticLoadBalancingV2::ListenerRule',
      { ListenerArn: LISTENER, Priority: 1 },
      { ListenerArn: `${LISTENER}0`, Priority: 1 },
    ),
  ],
  [
    'priorities that are not known',
    twice('AWS::ElasticLoadBalancingV2::ListenerRule', { ListenerArn: LISTENER, Priority: { 'Fn::GetAtt': ['P', 'Value'] } }),
  ],
  [
    'parameters of two templates',
    two({ A: of('AWS::S3::BucketPolicy', { Bucket: { Ref: 'Name' } }) }, { A: of('AWS::S3::BucketPolicy', { Bucket: { Ref: 'Name' } }) }),
  ],
  [
    'names in two regions',
    two(
      { K: of('AWS::EC2::KeyPair', { KeyName: 'admin' }) },
      { K: of('AWS::EC2::KeyPair', { KeyName: 'admin' }) },
      { region: 'eu-west-1' },
    ),
  ],
  [
    'a queue of two regions',
    two(
      { A: of('AWS::ECS::Service', { Cluster: 'shop', ServiceName: 'web' }) },
      { A: of('AWS::ECS::Service', { Cluster: 'shop', ServiceName: 'web' }) },
      { region: 'eu-west-1' },
    ),
  ],
  [
    'different attributes of a resource',
    one({
      Vpc: of('AWS::EC2::VPC', {}),
      A: of('AWS::EC2::FlowLog', { ResourceId: { Ref: 'Vpc' }, TrafficType: 'ALL', LogGroupName: 'a' }),
      B: of('AWS::EC2::FlowLog', { ResourceId: { 'Fn::GetAtt': ['Vpc', 'DefaultSecurityGroup'] }, TrafficType: 'ALL', LogGroupName: 'a' }),
    }),
  ],
  [
    'a resource that is there on a condition',
    {
      One: {
        region: 'us-east-1',
        conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
        parameters: { Stage: { Type: 'String' } },
        resources: {
          A: { ...of('AWS::S3::BucketPolicy', { Bucket: 'a' }), Condition: 'IsProd' },
          B: of('AWS::S3::BucketPolicy', { Bucket: 'a' }),
        },
      },
    } as unknown as Example,
  ],
])('ignores %s', (_, example) => {
  expect(shown(example)).toEqual([]);
});

it('has one check for all rows that share their keys', () => {
  const checks = new Map<string, string>();
  for (const { space, check } of IDENTITY_TYPES.flatMap(identityRowsOf)) {
    expect(checks.get(space) ?? check, space).toBe(check);
    checks.set(space, check);
  }
});

it('has a source for each row, and a quotation for each rejection that is an error', () => {
  for (const row of IDENTITY_TYPES.flatMap(identityRowsOf)) {
    expect(row.sources.length, row.type).toBeGreaterThan(0);
    for (const source of row.sources) expect(source).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|github\.com)\//);
    if (row.check !== 'naming/singleton-duplicate') expect(row.parts.length, row.type).toBeGreaterThan(0);
  }
});
