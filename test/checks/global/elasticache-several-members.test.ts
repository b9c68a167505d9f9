import { expect, it } from 'vitest';
import check from '../../../checks/global/elasticache-several-members.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const one = (type: string, properties: object, stack: object = {}): Example => ({
  S: { region: 'us-east-1', resources: { R: { Type: type, Properties: { ...properties } } }, ...stack },
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "global/elasticache-several-members",
        "logicalId": "Global",
        "message": "The datastore has more than one member: if it does not exist yet, "GlobalReplicationGroup cannot be created with multiple members".",
        "propertyPath": "Members.1",
        "severity": "warning",
        "stack": "Cache",
      },
    ]
  `);
});

it.each<[string, Example]>([
  ['one member', one('AWS::ElastiCache::GlobalReplicationGroup', { Members: [{ ReplicationGroupId: 'a' }] })],
  [
    'a second that is taken away',
    one('AWS::ElastiCache::GlobalReplicationGroup', { Members: [{ ReplicationGroupId: 'a' }, { Ref: 'AWS::NoValue' }] }),
  ],
  ['members that are not known', one('AWS::ElastiCache::GlobalReplicationGroup', { Members: { 'Fn::ImportValue': 'members' } })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
