import { describe, expect, it } from 'vitest';
import check from '../../../checks/access/log-bucket-rejected.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';

const kms = (key?: string): JsonObject => ({
  BucketEncryption: {
    ServerSideEncryptionConfiguration: [
      { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', ...(key !== undefined && { KMSMasterKeyID: key }) } },
    ],
  },
});
const OWN_KEY = 'arn:aws:kms:us-east-1:482731905566:key/0c3b1f7a-52d4-4e6b-9a8f-1d2e3c4b5a69';
const owner = (...owners: readonly string[]): JsonObject => ({
  OwnershipControls: { Rules: owners.map((ObjectOwnership) => ({ ObjectOwnership })) },
});
const balancer = (kind: string, type?: string): JsonObject => ({
  Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  Properties: { ...(type !== undefined && { Type: type }), LoadBalancerAttributes: [{ Key: `${kind}.s3.bucket`, Value: 'contoso-logs' }] },
});
const classic = { Type: 'AWS::ElasticLoadBalancing::LoadBalancer', Properties: { AccessLoggingPolicy: { S3BucketName: 'contoso-logs' } } };
const bucket = { Type: 'AWS::S3::Bucket', Properties: { LoggingConfiguration: { DestinationBucketName: 'contoso-logs' } } };
const cdn = (host: JsonObject | string = 'contoso-logs.s3.amazonaws.com'): JsonObject => ({
  Type: 'AWS::CloudFront::Distribution',
  Properties: { DistributionConfig: { Logging: { Bucket: host } } },
});
const app = (caller: JsonObject, logs: JsonObject) => ({
  App: {
    region: 'us-east-1',
    resources: { Logs: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'contoso-logs', ...logs } }, Caller: caller },
  },
});

describe('access/log-bucket-rejected', () => {
  it('says what a log bucket has to have', () => {
    expect(findingsIn(check.docs.bad, check)).toEqual([
      {
        severity: 'error',
        checkId: check.id,
        stack: 'Site',
        logicalId: 'Cdn',
        propertyPath: 'DistributionConfig.Logging.Bucket',
        message:
          'The bucket for the access logs has access control lists switched off, and they are what lets the service write: "The S3 bucket that you specified for CloudFront logs does not enable ACL access".',
        related: [{ stack: 'Logs', logicalId: 'Logs', message: 'This is the bucket.' }],
      },
    ]);
  });

  it.each<[string, JsonObject, JsonObject, string]>([
    ['an application load balancer and KMS', balancer('access_logs'), kms(OWN_KEY), 'error'],
    ['its connection logs', balancer('connection_logs', 'application'), kms(), 'error'],
    ['its health check logs', balancer('health_check_logs'), kms(), 'error'],
    ['a classic load balancer and KMS', classic, kms(), 'error'],
    ['a distribution and a bucket that may be from before 2023', cdn(), {}, 'warning'],
    ['access logs of a bucket and KMS', bucket, kms(), 'warning'],
    ['a distribution and an owner that is enforced', cdn({ 'Fn::GetAtt': ['Logs', 'DomainName'] }), owner('BucketOwnerEnforced'), 'error'],
  ])('reports %s', (_, caller, logs, severity) => {
    expect(findingsIn(app(caller, logs), check).map((found) => [found.severity, found.logicalId])).toEqual([[severity, 'Caller']]);
  });

  it.each<[string, JsonObject, JsonObject]>([
    ['a network load balancer and a key of its own', balancer('access_logs', 'network'), kms(OWN_KEY)],
    ['a load balancer without encryption', balancer('access_logs'), {}],
    ['a distribution and the writer as owner', cdn(), owner('ObjectWriter')],
    ['a distribution and an owner that is not known', cdn(), owner({ Ref: 'Missing' } as never)],
    ['a distribution and the host of another bucket', cdn('other-logs.s3.amazonaws.com'), {}],
  ])('ignores %s', (_, caller, logs) => {
    expect(findingsIn(app(caller, logs), check)).toEqual([]);
  });
});
