import { describe, expect, it } from 'vitest';
import oneWay from '../../../checks/network/peering-one-way.js';
import roleMissing from '../../../checks/network/peering-role-missing.js';
import notAccepted from '../../../checks/network/transit-gateway-peering-not-accepted.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const of = (Type: string, Properties: object) => ({ Type, Properties });
const accept = (reference: object) =>
  of('Custom::AcceptPeering', { ServiceToken: 'arn:aws:lambda:us-east-1:123456789012:function:accept', ...reference });
const plus = (example: Example, stack: string, more: object): Example =>
  ({ ...example, [stack]: { ...example[stack], resources: { ...example[stack]?.resources, ...more } } }) as Example;

describe('routes on one side of a peering', () => {
  it.each<[string, object, number]>([
    ['reported', {}, 1],
    ['a custom resource may add the others', { Routes: accept({ Peering: { Ref: 'Peering' } }) }, 0],
    [
      'a table that is not known',
      {
        Imported: of('AWS::EC2::Route', {
          RouteTableId: 'rtb-0a1b2c3d4e5f60718',
          DestinationCidrBlock: '10.0.0.0/16',
          VpcPeeringConnectionId: { Ref: 'Peering' },
        }),
      },
      0,
    ],
    ['the other VPC has no route table here', { ToolsTable: of('AWS::EC2::RouteTable', { VpcId: 'vpc-0d8f3a7b21c4e5f60' }) }, 0],
    ['no routes at all', { ToTools: of('AWS::EC2::Subnet', { VpcId: { Ref: 'Shop' } }) }, 0],
  ])('%s', (_, more, count) => {
    expect(findingsIn(plus(oneWay.docs.bad, 'Network', more), oneWay)).toHaveLength(count);
  });
});

describe('the role that accepts a peering', () => {
  const peering = (properties: object, more: object = {}): Example =>
    ({
      One: {
        account: '111111111111',
        region: 'us-east-1',
        resources: {
          Vpc: of('AWS::EC2::VPC', {}),
          Peering: of('AWS::EC2::VPCPeeringConnection', { VpcId: { Ref: 'Vpc' }, ...properties }),
        },
      },
      ...more,
    }) as Example;
  it.each<[string, Example, string | undefined]>([
    ['owner of another account', peering({ PeerVpcId: 'vpc-1', PeerOwnerId: '222222222222' }), 'PeerOwnerId'],
    ['owner of this account', peering({ PeerVpcId: 'vpc-1', PeerOwnerId: { Ref: 'AWS::AccountId' } }), undefined],
    ['no owner', peering({ PeerVpcId: 'vpc-1' }), undefined],
    ['an owner that is not known', peering({ PeerVpcId: 'vpc-1', PeerOwnerId: { 'Fn::ImportValue': 'owner' } }), undefined],
    ['a role', peering({ PeerVpcId: 'vpc-1', PeerOwnerId: '222222222222', PeerRoleArn: { 'Fn::ImportValue': 'role' } }), undefined],
  ])('%s', (_, example, propertyPath) => {
    expect(findingsIn(example, roleMissing)).toMatchObject(
      propertyPath === undefined ? [] : [{ severity: 'error', logicalId: 'Peering', propertyPath }],
    );
  });
});

describe('a peering of transit gateways', () => {
  const { bad } = notAccepted.docs;
  const resources = bad.East?.resources as Readonly<Record<string, { readonly Properties?: object }>>;
  it.each<[string, object, readonly string[]]>([
    ['a route', {}, ['ToWest']],
    [
      'an association',
      {
        ToWest: of('AWS::EC2::TransitGatewayRouteTableAssociation', {
          TransitGatewayRouteTableId: { Ref: 'Table' },
          TransitGatewayAttachmentId: { Ref: 'Peering' },
        }),
      },
      ['ToWest'],
    ],
    ['accepted by a custom resource', { Accept: accept({ Attachment: { Ref: 'Peering' } }) }, []],
    ['an attachment of a VPC', { Peering: of('AWS::EC2::TransitGatewayVpcAttachment', { ...resources?.Peering?.Properties }) }, []],
  ])('%s', (_, more, expected) => {
    expect(findingsIn(plus(bad, 'East', more), notAccepted).map(({ logicalId }) => logicalId)).toEqual(expected);
  });
});
