import { expect, it } from 'vitest';
import { vpcPeeringCidrOverlap as check } from '../../../checks/global/vpc-peering.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { peering } from './peering.js';

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "global/vpc-peering-cidr-overlap",
        "logicalId": "Peering",
        "message": "The VPCs have 10.0.0.0/16 and 10.0.0.0/16, which overlap: they cannot be peered.",
        "propertyPath": "PeerVpcId",
        "related": [
          {
            "logicalId": "Vpc",
            "message": "A VPC with 10.0.0.0/16.",
            "propertyPath": "CidrBlock",
            "stack": "East",
          },
          {
            "logicalId": "Vpc",
            "message": "A VPC with 10.0.0.0/16.",
            "propertyPath": "CidrBlock",
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
  ['a part of the other', peering('10.0.64.0/18'), 'error East.Peering PeerVpcId'],
  ['addresses at the upper end', peering('255.255.255.0/24', {}, '255.255.0.0/16'), 'error East.Peering PeerVpcId'],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  ['neighbours', peering('10.1.0.0/16')],
  ['a range that is not known', peering({ 'Fn::ImportValue': 'cidr' })],
  ['a VPC that nothing declares', peering('10.0.0.0/16', { PeerVpcId: 'vpc-0123456789abcdef0' })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
