import { expect, it } from 'vitest';
import check from '../../../checks/global/replica-own-region.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const one = (type: string, properties: object, stack: object = {}): Example => ({
  S: { region: 'us-east-1', resources: { R: { Type: type, Properties: { ...properties } } }, ...stack },
});

const ecr = (destination: object) =>
  one('AWS::ECR::ReplicationConfiguration', { ReplicationConfiguration: { Rules: [{ Destinations: [{ ...destination }] }] } });

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "global/replica-own-region",
        "logicalId": "Login",
        "message": "This stack is in us-east-1 itself: a replica must be in another region.",
        "propertyPath": "ReplicaRegions.0.Region",
        "severity": "error",
        "stack": "Secrets",
      },
    ]
  `);
});

it.each<[string, Example, string]>([
  [
    'the region of the stack by name',
    one('AWS::SecretsManager::Secret', { ReplicaRegions: [{ Region: 'us-west-2' }, { Region: { Ref: 'AWS::Region' } }] }),
    'error S.R ReplicaRegions.1.Region',
  ],
  [
    'images for the own registry',
    ecr({ Region: 'us-east-1', RegistryId: { Ref: 'AWS::AccountId' } }),
    'error S.R ReplicationConfiguration.Rules.0.Destinations.0.Region',
  ],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  ["images for another account's registry", ecr({ Region: 'us-east-1', RegistryId: '694120358871' })],
  ['images for another region', ecr({ Region: 'us-west-2', RegistryId: '482731905566' })],
  ['a registry that is not known', ecr({ Region: 'us-east-1', RegistryId: { 'Fn::ImportValue': 'registry' } })],
  [
    'a region that is not known',
    { S: { resources: { R: { Type: 'AWS::SecretsManager::Secret', Properties: { ReplicaRegions: [{ Region: 'us-east-1' }] } } } } },
  ],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
