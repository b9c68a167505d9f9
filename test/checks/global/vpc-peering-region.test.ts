import { expect, it } from 'vitest';
import { vpcPeeringRegion as check } from '../../../checks/global/vpc-peering.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { peering } from './peering.js';

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "global/vpc-peering-region",
        "logicalId": "Peering",
        "message": "The other VPC is in us-west-2, and the peering looks for it in us-east-1, since PeerRegion is not set.",
        "propertyPath": "PeerRegion",
        "related": [
          {
            "logicalId": "Vpc",
            "message": "The other VPC, in us-west-2.",
            "stack": "West",
          },
        ],
        "severity": "error",
        "stack": "East",
      },
    ]
  `);
});

it.each<[string, Example, string]>([
  ['a third region', peering('10.1.0.0/16', { PeerRegion: 'eu-west-1' }), 'error East.Peering PeerRegion'],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  ['the right region', peering('10.1.0.0/16')],
  ['a region that is given', peering('10.1.0.0/16', { PeerRegion: { 'Fn::ImportValue': 'region' } })],
  ['a VPC that nothing declares', peering('10.1.0.0/16', { PeerVpcId: 'vpc-0123456789abcdef0', PeerRegion: { Ref: 'AWS::NoValue' } })],
  ['a VPC beside the other', peering('10.1.0.0/16', { PeerVpcId: { Ref: 'Vpc' }, PeerRegion: { Ref: 'AWS::NoValue' } })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
