import { describe, expect, it } from 'vitest';
import check from '../../../checks/access/public-policy-blocked.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn, reports } from '../../support/findings-in.js';

const app = (bucket: JsonObject, statement: JsonObject) => ({
  Site: {
    region: 'us-east-1',
    resources: {
      Pages: { Type: 'AWS::S3::Bucket', Properties: bucket },
      Policy: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: {
          Bucket: { Ref: 'Pages' },
          PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...statement }] },
        },
      },
    },
  },
});
const blocking = (BlockPublicPolicy: boolean | JsonObject) => ({ PublicAccessBlockConfiguration: { BlockPublicPolicy } });

describe('access/public-policy-blocked', () => {
  it('reports the exact place', () =>
    reports(check, {
      example: app(blocking(true), { Principal: { AWS: '*' } }),
      problems: [
        {
          severity: 'error',
          stack: 'Site',
          logicalId: 'Policy',
          propertyPath: 'PolicyDocument.Statement.0',
          message: 'This allows everyone, and the bucket Pages blocks public policies: "API: s3:PutBucketPolicy Access Denied".',
          related: [{ stack: 'Site', logicalId: 'Pages', propertyPath: 'PublicAccessBlockConfiguration', message: 'This blocks them.' }],
        },
      ],
    }));

  it.each<[string, JsonObject, JsonObject, readonly string[]]>([
    ['a bucket that says nothing', {}, { Principal: '*' }, ['warning']],
    ['a bucket that blocks lists only', { PublicAccessBlockConfiguration: { BlockPublicAcls: true } }, { Principal: '*' }, []],
    ['a bucket that may block it', blocking({ Ref: 'Block' }), { Principal: '*' }, []],
    ['a condition', blocking(true), { Principal: '*', Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718' } } }, []],
    ['an account', blocking(true), { Principal: { AWS: '482731905566' } }, []],
    ['a denial', blocking(true), { Effect: 'Deny', Principal: '*' }, []],
    ['a principal that only deployment knows', blocking(true), { Principal: { AWS: { Ref: 'Reader' } } }, []],
  ])('%s', (_, bucket, statement, severities) => {
    expect(findingsIn(app(bucket, statement), check).map(({ severity }) => severity)).toEqual(severities);
  });

  it.each<[string, JsonObject, JsonObject, readonly string[]]>([
    ['on the internet', {}, {}, ['error AccessPolicies.Statement.0']],
    ['without access control', { AdvancedSecurityOptions: { Enabled: false } }, {}, ['error AccessPolicies.Statement.0']],
    ['with access control', { AdvancedSecurityOptions: { Enabled: true } }, {}, []],
    ['with access control by a parameter', { AdvancedSecurityOptions: { Enabled: { Ref: 'On' } } }, {}, []],
    ['in a VPC', { VPCOptions: { SubnetIds: ['subnet-0a1b2c3d4e5f60718'] } }, {}, []],
    ['of addresses', {}, { Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }, []],
    ['of a role', {}, { Principal: { AWS: 'arn:aws:iam::482731905566:role/search' } }, []],
  ])('a search domain %s', (_, domain, statement, expected) => {
    const AccessPolicies = { Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'es:*', Resource: '*', ...statement }] };
    const resources = { Search: { Type: 'AWS::OpenSearchService::Domain', Properties: { AccessPolicies, ...domain } } };
    const found = findingsIn({ Site: { region: 'us-east-1', resources } }, check);
    expect(found.map(({ severity, propertyPath }) => `${severity} ${propertyPath}`)).toEqual(expected);
  });
});
