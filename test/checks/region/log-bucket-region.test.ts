import { expect, it } from 'vitest';
import { logBucketRegion as check } from '../../../checks/region/references.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const app = (Type: string, properties: object, region = 'us-west-2'): Example => ({
  Audit: { region: 'us-east-1', resources: { Logs: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'contoso-audit-logs' } } } },
  Web: { region, parameters: { Name: { Type: 'String' } }, resources: { Logging: { Type, Properties: { ...properties } } } },
});
const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const attributes = (Key: string, Value: unknown) => ({
  LoadBalancerAttributes: [
    { Key: 'idle_timeout.timeout_seconds', Value: '60' },
    { Key, Value },
  ],
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      severity: 'error',
      checkId: 'region/log-bucket-region',
      stack: 'Store',
      logicalId: 'Orders',
      propertyPath: 'LoggingConfiguration.DestinationBucketName',
      message:
        'This bucket for the access logs is in us-east-1 and must be in us-west-2, the region of the stack: "CrossLocationLoggingProhibited"',
      related: [{ stack: 'Audit', logicalId: 'Logs', message: 'It is declared in us-east-1.' }],
    },
  ]);
});

it.each<[string, Example, string]>([
  [
    'an inventory',
    app('AWS::S3::Bucket', { InventoryConfigurations: [{ Destination: { BucketArn: 'arn:aws:s3:::contoso-audit-logs' } }] }),
    'InventoryConfigurations.0.Destination.BucketArn',
  ],
  ['a load balancer', app(BALANCER, attributes('access_logs.s3.bucket', 'contoso-audit-logs')), 'LoadBalancerAttributes.1.Value'],
  [
    'a classic load balancer',
    app('AWS::ElasticLoadBalancing::LoadBalancer', { AccessLoggingPolicy: { Enabled: true, S3BucketName: 'contoso-audit-logs' } }),
    'AccessLoggingPolicy.S3BucketName',
  ],
  [
    'the health checks of a load balancer',
    app(BALANCER, attributes('health_check_logs.s3.bucket', 'contoso-audit-logs')),
    'LoadBalancerAttributes.1.Value',
  ],
  [
    'a warehouse',
    app('AWS::Redshift::Cluster', { LoggingProperties: { BucketName: 'contoso-audit-logs' } }),
    'LoggingProperties.BucketName',
  ],
  [
    'analytics',
    app('AWS::S3::Bucket', {
      AnalyticsConfigurations: [
        { StorageClassAnalysis: { DataExport: { Destination: { BucketArn: 'arn:aws:s3:::contoso-audit-logs' } } } },
      ],
    }),
    'AnalyticsConfigurations.0.StorageClassAnalysis.DataExport.Destination.BucketArn',
  ],
  [
    'a bucket whose region is named',
    app('AWS::SSM::ResourceDataSync', { BucketName: 'contoso-audit-logs', BucketRegion: 'eu-west-1' }, 'us-east-1'),
    'BucketName',
  ],
])('reports %s', (_, example, expected) => {
  expect(findingsIn(example, check).map(({ propertyPath }) => propertyPath)).toEqual([expected]);
});

it.each<[string, Example]>([
  ['the same region', app(BALANCER, attributes('access_logs.s3.bucket', 'contoso-audit-logs'), 'us-east-1')],
  ['a bucket that nothing here declares', app(BALANCER, attributes('access_logs.s3.bucket', 'fabrikam-logs'))],
  ['a name in a parameter', app(BALANCER, attributes('access_logs.s3.bucket', { Ref: 'Name' }))],
  ['a region that is named', app('AWS::SSM::ResourceDataSync', { BucketName: 'contoso-audit-logs', BucketRegion: 'us-east-1' })],
  ['other attributes', app(BALANCER, attributes('access_logs.s3.prefix', 'contoso-audit-logs'))],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
