import { expect, it } from 'vitest';
import check from '../../../checks/deletion/not-destroyable.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example, ExampleStack } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

function stack(resources: JsonObject, more: ExampleStack = {}): Example {
  return { 'Shop-test': { region: 'us-east-1', resources, ...more } };
}

const bucket = { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Delete', Properties: {} };
const start = 'The stack Shop-test must be destroyable, but';

it.each<[string, JsonObject, 'error' | 'warning', string | undefined, string]>([
  [
    'retained data',
    { ...bucket, DeletionPolicy: 'Retain' },
    'error',
    'DeletionPolicy',
    'Bucket Thing is retained: it remains when the stack is deleted.',
  ],
  [
    'a retained role',
    { Type: 'AWS::IAM::Role', DeletionPolicy: 'Retain', Properties: { RoleName: 'deployer' } },
    'warning',
    'DeletionPolicy',
    'Role deployer is retained: it remains when the stack is deleted.',
  ],
  [
    'retained and protected',
    { Type: 'AWS::DynamoDB::Table', DeletionPolicy: 'Retain', Properties: { DeletionProtectionEnabled: true } },
    'error',
    'DeletionPolicy',
    'Table Thing is retained, and has deletion protection: it remains when the stack is deleted.',
  ],
  [
    'protected',
    { Type: 'AWS::RDS::GlobalCluster', Properties: { DeletionProtection: 'true' } },
    'error',
    'DeletionProtection',
    'GlobalCluster Thing has deletion protection: "Cannot delete protected Global Cluster".',
  ],
  [
    'a bucket that nothing empties',
    bucket,
    'warning',
    undefined,
    'nothing empties Bucket Thing: with anything in it the deletion fails with "The bucket you tried to delete is not empty".',
  ],
  [
    'objects under lock',
    { ...bucket, Properties: { ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 30 } } } } },
    'warning',
    'ObjectLockConfiguration.Rule.DefaultRetention.Mode',
    'Object Lock retains the objects in Bucket Thing: with anything in it the deletion fails with "The bucket you tried to delete is not empty".',
  ],
  [
    'a repository that nothing empties',
    { Type: 'AWS::ECR::Repository', Properties: { EmptyOnDelete: false } },
    'warning',
    'EmptyOnDelete',
    'nothing empties Repository Thing: with anything in it the deletion fails with "cannot be deleted because it still contains images".',
  ],
  [
    'a final snapshot',
    { Type: 'AWS::RDS::DBInstance', Properties: {} },
    'warning',
    'DeletionPolicy',
    'DBInstance Thing creates a final snapshot when it is deleted, which is retained and billed.',
  ],
])('reports %s', (_, resource, severity, propertyPath, message) => {
  expect(findingsIn(stack({ Thing: resource }), check)).toEqual([
    {
      severity,
      checkId: 'deletion/not-destroyable',
      stack: 'Shop-test',
      logicalId: 'Thing',
      ...(propertyPath && { propertyPath }),
      message: `${start} ${message}`,
    },
  ]);
});

it('reports several resources of a type with one cause once', () => {
  const buckets = Object.fromEntries(['One', 'Two', 'Three'].map((id) => [id, { ...bucket, DeletionPolicy: 'Retain' }]));
  expect(findingsIn(stack({ ...buckets, Table: { Type: 'AWS::DynamoDB::Table', DeletionPolicy: 'Retain' } }), check)).toEqual([
    {
      severity: 'error',
      checkId: 'deletion/not-destroyable',
      stack: 'Shop-test',
      logicalId: 'One',
      propertyPath: 'DeletionPolicy',
      message: `${start} Bucket One is retained: it remains when the stack is deleted. The same applies to 2 more.`,
      related: ['Two', 'Three'].map((logicalId) => ({
        stack: 'Shop-test',
        logicalId,
        propertyPath: 'DeletionPolicy',
        message: `The same applies to Bucket ${logicalId}.`,
      })),
    },
    expect.objectContaining({ logicalId: 'Table' }),
  ]);
});

it('reports a bucket that files are uploaded to', () => {
  const upload = { Type: 'Custom::CDKBucketDeployment', Properties: { DestinationBucketName: { Ref: 'Thing' } } };
  expect(findingsIn(stack({ Thing: bucket, Upload: upload }), check)).toMatchObject([{ severity: 'error', logicalId: 'Thing' }]);
});

it('reports termination protection at the stack', () => {
  expect(findingsIn(stack({}, { terminationProtection: true }), check)).toEqual([
    {
      severity: 'error',
      checkId: 'deletion/not-destroyable',
      stack: 'Shop-test',
      message: `The stack Shop-test must be destroyable, but has termination protection: "Stack [Shop-test] cannot be deleted while TerminationProtection is enabled".`,
    },
  ]);
});

it('warns of a stack that is named as both destroyable and retained', () => {
  const config = { deletion: { destroyable: ['*-test'], retained: ['Shop-*'] } };
  expect(findingsIn(stack({}), check, config)).toMatchObject([
    { severity: 'warning', message: expect.stringContaining('is named under both deletion.destroyable and deletion.retained') },
  ]);
});

it('reports once of a zone whose export a lasting stack puts records into', () => {
  const example: Example = {
    ...stack(
      { Zone: { Type: 'AWS::Route53::HostedZone', DeletionPolicy: 'Delete', Properties: { Name: 'acme-bank.io.' } } },
      { outputs: { Zone: { Value: { Ref: 'Zone' }, Export: { Name: 'zone' } } } },
    ),
    Portal: {
      region: 'us-east-1',
      dependencies: ['Shop-test'],
      resources: {
        Record: {
          Type: 'AWS::Route53::RecordSet',
          Properties: {
            HostedZoneId: { 'Fn::ImportValue': 'zone' },
            Name: 'a.acme-bank.io.',
            Type: 'A',
            TTL: '60',
            ResourceRecords: ['54.1.2.3'],
          },
        },
      },
    },
  };
  expect(findingsIn(example, check)).toMatchObject([{ message: expect.stringContaining('uses its export zone') }]);
});

const importing = (id: string): Example => ({
  ...stack({}, { outputs: { Vpc: { Value: 'vpc-1', Export: { Name: 'shop-vpc' } } } }),
  [id]: {
    region: 'us-east-1',
    dependencies: ['Shop-test'],
    resources: {
      One: { Type: 'AWS::EC2::SecurityGroup', Properties: { VpcId: { 'Fn::ImportValue': 'shop-vpc' } } },
      Two: { Type: 'AWS::EC2::SecurityGroup', Properties: { VpcId: { 'Fn::ImportValue': 'shop-vpc' } } },
    },
  },
});

it('reports once of an export that a lasting stack uses', () => {
  expect(findingsIn(importing('Portal'), check)).toEqual([
    {
      severity: 'error',
      checkId: 'deletion/not-destroyable',
      stack: 'Shop-test',
      message: `${start} Portal, which is not declared so, uses its export shop-vpc: "Export shop-vpc cannot be deleted as it is in use by Portal".`,
      related: [{ stack: 'Portal', logicalId: 'One', propertyPath: 'VpcId', message: 'The export is used here.' }],
    },
  ]);
  expect(findingsIn(importing('Portal-test'), check)).toEqual([]);
});

it('looks into nested stacks, and reports only of the nested stack when that is retained', () => {
  const nested = (DeletionPolicy: string): Example =>
    stack(
      { Inner: { Type: 'AWS::CloudFormation::Stack', DeletionPolicy } },
      { nested: { Inner: { resources: { Thing: { ...bucket, DeletionPolicy: 'Retain' } } } } },
    );
  expect(findingsIn(nested('Delete'), check)).toMatchObject([{ stack: 'Shop-test/Inner', logicalId: 'Thing' }]);
  expect(findingsIn(nested('Retain'), check)).toMatchObject([{ stack: 'Shop-test', logicalId: 'Inner', severity: 'error' }]);
});

const custom = (Type: string) => ({ Type, Properties: { ServiceToken: 'arn', BucketName: { Ref: 'Thing' } } });
const parameters = { Stage: { Type: 'String' } };
const conditions = { Live: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } };

it.each<[string, JsonObject]>([
  ['emptied by the CDK', { Thing: bucket, Emptying: custom('Custom::S3AutoDeleteObjects') }],
  ['perhaps emptied by the app', { Thing: bucket, Emptying: custom('AWS::CloudFormation::CustomResource') }],
  ['a repository that empties itself', { Thing: { Type: 'AWS::ECR::Repository', Properties: { EmptyOnDelete: 'true' } } }],
  ['a version, which goes with its function', { Thing: { Type: 'AWS::Lambda::Version', DeletionPolicy: 'Retain', Properties: {} } }],
  ['retained in a case that is open', { Thing: { Type: 'AWS::KMS::Key', DeletionPolicy: 'Retain', Condition: 'Live', Properties: {} } }],
  [
    'protection that is not known',
    { Thing: { Type: 'AWS::DynamoDB::Table', Properties: { DeletionProtectionEnabled: { Ref: 'Stage' } } } },
  ],
  ['an instance of a cluster', { Thing: { Type: 'AWS::RDS::DBInstance', Properties: { DBClusterIdentifier: 'orders' } } }],
])('reports nothing: %s', (_, resources) => {
  expect(findingsIn(stack(resources, { parameters, conditions }), check)).toEqual([]);
});

it('ignores stacks that are not declared destroyable', () => {
  expect(
    findingsIn({ Shop: { resources: { Thing: { ...bucket, DeletionPolicy: 'Retain' } }, terminationProtection: true } }, check),
  ).toEqual([]);
});
