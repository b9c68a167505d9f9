import { expect, it } from 'vitest';
import check from '../../../checks/region/asymmetric-resource.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { pair, QUEUE, resource, TOPIC } from './asymmetric.js';

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "region/asymmetric-resource",
        "message": "OrdersSecondary in us-west-2 has no AWS::SNS::Topic, which OrdersPrimary in us-east-1 has: that region cannot take over what it does.",
        "related": [
          {
            "logicalId": "Topic",
            "message": "Only in us-east-1.",
            "stack": "OrdersPrimary",
          },
        ],
        "severity": "warning",
        "stack": "OrdersSecondary",
      },
    ]
  `);
});

it.each<[string, string]>([
  ['Orders-us-east-1', 'Orders-us-west-2'],
  ['OrdersUse1', 'OrdersUsw2'],
  ['OrdersEast', 'OrdersWest'],
  ['PrimaryStack', 'DrStack'],
])('takes %s and %s for copies', (first, second) => {
  expect(
    findingsIn(pair({ Queue: QUEUE, Topic: TOPIC }, { Queue: QUEUE }, [first, second], 'us-west-2'), check).map(({ stack }) => stack),
  ).toEqual([second]);
});

it('compares stacks that have a pipeline each', () => {
  const pipeline = { Pipeline: resource('AWS::CodePipeline::Pipeline') };
  expect(findingsIn(pair({ ...pipeline, Topic: TOPIC }, pipeline), check).map(({ stack }) => stack)).toEqual(['AppSecondary']);
});

it.each<[string, Example]>([
  ['the same on both sides', pair({ Queue: QUEUE, Topic: TOPIC }, { Queue: QUEUE, Other: TOPIC })],
  ['stacks with different names', pair({ Queue: QUEUE, Topic: TOPIC }, { Queue: QUEUE }, ['Orders', 'Payments'])],
  ['stacks that share nothing', pair({ Queue: QUEUE, Topic: TOPIC }, { Other: QUEUE })],
  ['two stacks in one region', pair({ Queue: QUEUE, Topic: TOPIC }, { Queue: QUEUE }, undefined, 'us-east-1')],
  [
    'a replica instead of a key',
    pair({ Queue: QUEUE, Key: resource('AWS::KMS::Key') }, { Queue: QUEUE, Key: resource('AWS::KMS::ReplicaKey') }),
  ],
  [
    'functions that CDK adds',
    pair({ Queue: QUEUE, CustomS3AutoDeleteObjectsCustomResourceProviderHandler: resource('AWS::Lambda::Function') }, { Queue: QUEUE }),
  ],
  ['what may be there', pair({ Queue: QUEUE, Topic: { ...TOPIC, Condition: 'Maybe' } }, { Queue: QUEUE })],
  [
    'a pipeline, and what it needs in a region that it deploys to',
    pair(
      {
        Artifacts: resource('AWS::S3::Bucket'),
        Function: resource('AWS::Lambda::Function'),
        Pipeline: resource('AWS::CodePipeline::Pipeline'),
      },
      { Artifacts: resource('AWS::S3::Bucket') },
      ['Deploy', 'DeployUsw2'],
    ),
  ],
  [
    'a region that only keeps copies of the data',
    pair(
      { Orders: resource('AWS::S3::Bucket'), Key: resource('AWS::KMS::Key'), Queue: QUEUE },
      { Orders: resource('AWS::S3::Bucket'), Key: resource('AWS::KMS::Key'), Vault: resource('AWS::Backup::BackupVault') },
      ['Orders', 'OrdersDr'],
    ),
  ],
  [
    'a key that only a read replica needs',
    pair(
      { Db: resource('AWS::RDS::DBInstance', { DBInstanceIdentifier: 'orders', StorageEncrypted: true }), Queue: QUEUE },
      {
        Db: resource('AWS::RDS::DBInstance', {
          SourceDBInstanceIdentifier: 'arn:aws:rds:us-east-1:482731905566:db:orders',
          KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] },
        }),
        Key: resource('AWS::KMS::Key'),
        Queue: QUEUE,
      },
    ),
  ],
  [
    'a key of a secondary of a global database that is not known',
    pair(
      { Db: resource('AWS::RDS::DBCluster', { Engine: 'aurora-mysql' }), Queue: QUEUE },
      {
        Db: resource('AWS::RDS::DBCluster', {
          GlobalClusterIdentifier: { 'Fn::ImportValue': 'orders' },
          KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] },
        }),
        Key: resource('AWS::KMS::Key'),
        Queue: QUEUE,
      },
    ),
  ],
  ['records, which are global', pair({ Queue: QUEUE, Record: resource('AWS::Route53::RecordSet') }, { Queue: QUEUE })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
