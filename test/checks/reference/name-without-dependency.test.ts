import { expect, it } from 'vitest';
import check from '../../../checks/reference/name-without-dependency.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';

const group: JsonObject = {
  Type: 'AWS::ElastiCache::SubnetGroup',
  Properties: { CacheSubnetGroupName: 'orders', Description: 'private', SubnetIds: ['subnet-0a1b2c3d4e5f60718'] },
};
const cache = (CacheSubnetGroupName: unknown, more: object = {}): JsonObject =>
  ({
    Type: 'AWS::ElastiCache::ReplicationGroup',
    Properties: { ReplicationGroupDescription: 'orders', CacheSubnetGroupName },
    ...more,
  }) as JsonObject;
const findings = (resources: JsonObject, more: object = {}) =>
  findingsIn({ Orders: { region: 'us-east-1', account: '482731905566', resources, ...more } }, check);

it('reports a name that is written as text', () => {
  expect(findings({ Group: group, Cache: cache('orders') })).toMatchObject([
    {
      severity: 'warning',
      propertyPath: 'CacheSubnetGroupName',
      message:
        'Cache names orders as text, and nothing makes CloudFormation create that first: the deployment can fail (CacheSubnetGroupNotFoundFault).',
      related: [{ message: 'This must be there first.' }],
    },
  ]);
});

it('reports as an error what is created after it', () => {
  expect(findings({ Group: { ...group, DependsOn: 'Cache' }, Cache: cache('orders') })).toMatchObject([
    { severity: 'error', message: expect.stringContaining('and that is created after it: the deployment fails') },
  ]);
});

it('reports a name that a function puts together', () => {
  const named: JsonObject = { ...group, Properties: { ...(group.Properties as JsonObject), CacheSubnetGroupName: 'orders-us-east-1' } };
  expect(findings({ Group: named, Cache: cache({ 'Fn::Sub': 'orders-${AWS::Region}' }) })).toHaveLength(1);
});

it.each<[string, JsonObject, object?]>([
  ['a reference', { Group: group, Cache: cache({ Ref: 'Group' }) }],
  ['a dependency', { Group: group, Cache: cache('orders', { DependsOn: 'Group' }) }],
  [
    'a dependency over another resource',
    { Group: group, Between: { Type: 'AWS::SNS::Topic', DependsOn: 'Group' }, Cache: cache('orders', { DependsOn: 'Between' }) },
  ],
  ['a name of something else', { Group: group, Cache: cache('payments') }],
  [
    'a group that may not be there',
    { Group: { ...group, Condition: 'Own' }, Cache: cache('orders') },
    { parameters: { P: { Type: 'String' } }, conditions: { Own: { 'Fn::Equals': [{ Ref: 'P' }, 'own'] } } },
  ],
])('ignores %s', (_, resources, more) => {
  expect(findings(resources, more)).toEqual([]);
});
