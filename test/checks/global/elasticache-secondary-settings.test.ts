import { expect, it } from 'vitest';
import check from '../../../checks/global/elasticache-secondary-settings.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const one = (type: string, properties: object, stack: object = {}): Example => ({
  S: { region: 'us-east-1', resources: { R: { Type: type, Properties: { ...properties } } }, ...stack },
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "global/elasticache-secondary-settings",
        "logicalId": "Sessions",
        "message": "This replication group joins a global datastore and sets Engine, CacheNodeType, which it inherits from the primary: "Cannot use the given parameters when creating new replication group in an existing global replication group".",
        "propertyPath": "Engine",
        "severity": "error",
        "stack": "CacheSecondary",
      },
    ]
  `);
});

it.each<[string, Example, string]>([
  [
    'a version from a parameter',
    one(
      'AWS::ElastiCache::ReplicationGroup',
      { GlobalReplicationGroupId: 'g', EngineVersion: { Ref: 'Version' } },
      { parameters: { Version: { Type: 'String' } } },
    ),
    'error S.R EngineVersion',
  ],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  ['a primary', one('AWS::ElastiCache::ReplicationGroup', { Engine: 'redis', CacheNodeType: 'cache.r6g.large' })],
  [
    'what is local',
    one('AWS::ElastiCache::ReplicationGroup', { GlobalReplicationGroupId: 'g', CacheSubnetGroupName: 's', KmsKeyId: 'alias/cache' }),
  ],
  [
    'settings for the primary only',
    one(
      'AWS::ElastiCache::ReplicationGroup',
      {
        GlobalReplicationGroupId: { 'Fn::If': ['Primary', { Ref: 'AWS::NoValue' }, 'g'] },
        Engine: { 'Fn::If': ['Primary', 'redis', { Ref: 'AWS::NoValue' }] },
      },
      { parameters: { Role: { Type: 'String' } }, conditions: { Primary: { 'Fn::Equals': [{ Ref: 'Role' }, 'primary'] } } },
    ),
  ],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
