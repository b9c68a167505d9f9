import { expect, it } from 'vitest';
import nodeType from '../../../checks/global/elasticache-node-type.js';
import regionTwice from '../../../checks/global/region-twice.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

it('names the first of the region', () => {
  expect(findingsIn(regionTwice.docs.bad, regionTwice)).toMatchObject([
    {
      severity: 'error',
      stack: 'Access',
      logicalId: 'Point',
      propertyPath: 'Regions.1.Bucket',
      message: 'A Multi-Region Access Point has exactly one bucket in each of its regions, and us-east-1 is here twice.',
      related: [{ logicalId: 'Point', propertyPath: 'Regions.0.Bucket' }],
    },
  ]);
});

it.each<[string, object, readonly string[]]>([
  ['a type of the global datastore itself', { CacheNodeType: 'cache.t3.small' }, ['Global.CacheNodeType']],
  ['a supported type', { CacheNodeType: 'cache.r7g.large' }, []],
  ['a type that is not known', { CacheNodeType: { 'Fn::ImportValue': 'type' } }, []],
])('reads the node type of a global datastore: %s', (_, properties, expected) => {
  const Global = {
    Type: 'AWS::ElastiCache::GlobalReplicationGroup',
    Properties: { GlobalReplicationGroupIdSuffix: 'sessions', Members: [], ...properties },
  };
  const example = { Cache: { region: 'us-east-1', resources: { Global } } } as Example;
  expect(findingsIn(example, nodeType).map(({ logicalId, propertyPath }) => `${logicalId}.${propertyPath}`)).toEqual(expected);
});

it('warns of a region that a secret repeats', () => {
  const Secret = {
    Type: 'AWS::SecretsManager::Secret',
    Properties: { ReplicaRegions: [{ Region: 'us-west-2' }, { Region: 'eu-west-1' }, { Region: 'us-west-2' }] },
  };
  expect(findingsIn({ App: { region: 'us-east-1', resources: { Secret } } } as Example, regionTwice)).toMatchObject([
    { severity: 'warning', logicalId: 'Secret', propertyPath: 'ReplicaRegions.2.Region' },
  ]);
});
