import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';

const PEERING = 'AWS::EC2::TransitGatewayPeeringAttachment';
const hub = (attachment: { readonly Ref: string } | string) => ({
  East: stack('us-east-1', {
    Hub: { Type: 'AWS::EC2::TransitGateway' },
    Table: resource('AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: { Ref: 'Hub' } }),
    Peering: resource(PEERING, {
      TransitGatewayId: { Ref: 'Hub' },
      PeerTransitGatewayId: 'tgw-0d8f3a7b21c4e5f60',
      PeerRegion: 'us-west-2',
      PeerAccountId: '482731905566',
    }),
    ToWest: resource('AWS::EC2::TransitGatewayRoute', {
      TransitGatewayRouteTableId: { Ref: 'Table' },
      DestinationCidrBlock: '10.2.0.0/16',
      TransitGatewayAttachmentId: attachment,
    }),
  }),
});

export default defineCheck({
  id: 'network/transit-gateway-peering-not-accepted',
  title: 'Route over a transit gateway peering that is not accepted yet',
  severity: 'warning',
  types: [
    'AWS::EC2::TransitGatewayRoute',
    'AWS::EC2::TransitGatewayRouteTableAssociation',
    'AWS::EC2::TransitGatewayRouteTablePropagation',
  ],
  docs: {
    why: 'CloudFormation requests the peering of two transit gateways and cannot accept it: the owner of the other gateway does, by hand or with a custom resource. Until then the attachment is pending, and a route over it fails: "IncorrectState: tgw-attach-… is in invalid state".',
    fix: 'Accept the peering with an `AwsCustomResource` (`ec2:AcceptTransitGatewayPeeringAttachment`, in the other region) that the route depends on, or add the routes in a second deployment, by the ID of the accepted attachment.',
    sources: [
      'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering-accept-reject.html',
      'https://github.com/hashicorp/terraform-provider-aws/issues/26754',
      'https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/391',
    ],
    templateFix:
      'Accept the peering with a custom resource that the route depends on, or add the routes in a second deployment, by the ID of the accepted attachment.',
    bad: hub({ Ref: 'Peering' }),
    good: hub('tgw-attach-0a1b2c3d4e5f60718'),
  },
  *resource(resource, { graph }) {
    const at = resource.property('TransitGatewayAttachmentId');
    const peering = at.reference?.resource;
    if (peering?.type !== PEERING) return;
    // A custom resource that knows the attachment may accept it.
    if (graph.linksTo(peering).some(({ from }) => /^Custom::|CustomResource/.test(from.type))) return;
    yield {
      at,
      message: `${peering.displayName} is a peering that CloudFormation only requests, and nothing in this app accepts it: unless that is done by hand before, this fails with "IncorrectState: tgw-attach-… is in invalid state".`,
      related: [{ at: peering, message: 'The peering.' }],
      cause: { key: peering, here: 'This needs the peering too.' },
    };
  },
});
