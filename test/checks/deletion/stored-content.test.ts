import { expect, it } from 'vitest';
import check from '../../../checks/deletion/not-destroyable.js';
import protection from '../../../checks/deletion/protection-blocks-delete.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { record } from '../route53/examples.js';

const app = (resources: JsonObject, other: JsonObject = {}) => ({
  'Shop-test': { region: 'us-east-1', resources },
  Other: { region: 'us-east-1', resources: other },
});
const zone = { Zone: { Type: 'AWS::Route53::HostedZone', Properties: { Name: 'acme-bank.io.' } } };
const byName = { HostedZoneId: { Ref: 'AWS::NoValue' }, HostedZoneName: 'acme-bank.io.' };
const certificate = {
  Type: 'AWS::CertificateManager::Certificate',
  Properties: { DomainValidationOptions: [{ DomainName: 'acme-bank.io', HostedZoneId: { Ref: 'Zone' } }] },
};
const emptied = (name: string, properties: JsonObject = {}) => ({
  [name]: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Delete', Properties: properties },
  [`${name}Emptied`]: { Type: 'Custom::S3AutoDeleteObjects', Properties: { BucketName: { Ref: name } } },
});
const edge = (used: string): JsonObject => ({
  Worker: { Type: 'AWS::Lambda::Function', Properties: {} },
  Version: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Worker' } } },
  Site: {
    Type: 'AWS::CloudFront::Distribution',
    Properties: {
      DistributionConfig: {
        DefaultCacheBehavior: { LambdaFunctionAssociations: [{ EventType: 'viewer-request', LambdaFunctionARN: { Ref: used } }] },
      },
    },
  },
});
const sendingTo = (Bucket: Json): JsonObject => ({
  Type: 'AWS::CloudFront::Distribution',
  Properties: { DistributionConfig: { Logging: { Bucket } } },
});
const logging = (bucket: string): JsonObject => ({ ...emptied('Logs'), Site: sendingTo({ 'Fn::GetAtt': [bucket, 'DomainName'] }) });
const loggingByName: JsonObject = {
  ...emptied('Logs'),
  Logs: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'shop-logs' } },
  Site: sendingTo('shop-logs.s3.amazonaws.com'),
};

it.each<[string, ReturnType<typeof app>, string | undefined]>([
  [
    'a zone with a record of a stack that stays',
    app(zone, { Shop: record(byName) }),
    'error Zone: the stack Other, which is not deleted, has records in',
  ],
  ['a zone with its own records', app({ ...zone, Shop: record(byName) }), undefined],
  [
    'a zone that validates a certificate',
    app({ ...zone, Certificate: certificate }),
    'error Zone: the validation record of a certificate stays in',
  ],
  [
    'an option group of a database with a final snapshot',
    app({
      G: { Type: 'AWS::RDS::OptionGroup', Properties: {} },
      Database: { Type: 'AWS::RDS::DBInstance', DeletionPolicy: 'Snapshot', Properties: { OptionGroupName: { Ref: 'G' } } },
    }),
    'error G: the final snapshot of Database uses',
  ],
  [
    'an option group of a database without one',
    app({
      G: { Type: 'AWS::RDS::OptionGroup', Properties: {} },
      Database: { Type: 'AWS::RDS::DBInstance', DeletionPolicy: 'Delete', Properties: { OptionGroupName: { Ref: 'G' } } },
    }),
    undefined,
  ],
  ['an Athena work group', app({ G: { Type: 'AWS::Athena::WorkGroup', Properties: {} } }), 'warning G: nothing empties'],
  [
    'one that is deleted with its queries',
    app({ G: { Type: 'AWS::Athena::WorkGroup', Properties: { RecursiveDeleteOption: true } } }),
    undefined,
  ],
  ['a directory bucket', app({ B: { Type: 'AWS::S3Express::DirectoryBucket', Properties: {} } }), 'warning B: nothing empties'],
  ['a table bucket', app({ B: { Type: 'AWS::S3Tables::TableBucket', Properties: {} } }), 'warning B: nothing empties'],
  ['a bucket that receives logs by its name', app(loggingByName), 'warning shop-logs: logs still arrive, after it is emptied, in'],
  ['a bucket that receives logs', app(logging('Logs')), 'warning Logs: logs still arrive, after it is emptied, in'],
  ['a function at the edge', app(edge('Version')), 'warning Worker: CloudFront keeps replicas of Function Worker: for hours after'],
  ['a function that no distribution uses', app(edge('Other')), undefined],
  ['a vector bucket', app({ B: { Type: 'AWS::S3Vectors::VectorBucket', Properties: {} } }), 'warning B: nothing empties'],
  [
    'a bucket whose tag does not let the CDK empty it',
    app(emptied('Files', { Tags: [{ Key: 'aws-cdk:auto-delete-objects', Value: 'false' }] })),
    'warning Files: without the tag aws-cdk:auto-delete-objects, autoDeleteObjects does not empty',
  ],
  [
    'a bucket that has other tags only',
    app(emptied('Files', { Tags: [{ Key: 'team', Value: 'shop' }] })),
    'warning Files: without the tag aws-cdk:auto-delete-objects, autoDeleteObjects does not empty',
  ],
  ['a bucket with the tag', app(emptied('Files', { Tags: [{ Key: 'aws-cdk:auto-delete-objects', Value: 'true' }] })), undefined],
  ['a bucket that receives none', app(emptied('Logs')), undefined],
])('knows what keeps %s', (_, example, expected) => {
  // That a database leaves a snapshot is reported as well.
  const found = findingsIn(example, check, { deletion: { destroyable: ['*-test'] } }).filter(({ logicalId }) => logicalId !== 'Database');
  expect(found.map(({ severity, logicalId, message }) => `${severity} ${logicalId}: ${message}`)).toEqual(
    expected === undefined ? [] : [expect.stringContaining(expected.split(': ')[1] ?? '')],
  );
});

it.each<[JsonObject, number]>([
  [{}, 1],
  [{ TerminationProtectionEnabled: false }, 0],
])('knows that event data stores are protected by default: %j', (Properties, count) => {
  const store = { Store: { Type: 'AWS::CloudTrail::EventDataStore', DeletionPolicy: 'Delete', Properties } };
  expect(findingsIn({ Audit: { region: 'us-east-1', resources: store } }, protection)).toHaveLength(count);
});
