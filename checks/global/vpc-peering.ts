import { outputOf, resource, stackAfter, stackWith } from '../../src/check/example-parts.js';
import { defineFamily } from '../../src/check/family.js';
import type { Problem } from '../../src/check/problem.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { overlaps, parseIpRange } from '../../src/queries/ip-ranges.js';

const VPC = 'AWS::EC2::VPC';
const example = (cidr: string, region: object) => ({
  West: stackWith({ VpcId: { Ref: 'Vpc' } }, 'us-west-2', { Vpc: resource(VPC, { CidrBlock: cidr }) }),
  East: stackAfter('West', 'us-east-1', {
    Vpc: resource(VPC, { CidrBlock: '10.0.0.0/16' }),
    Peering: resource('AWS::EC2::VPCPeeringConnection', {
      VpcId: { Ref: 'Vpc' },
      PeerVpcId: outputOf('West', 'VpcId', 'us-west-2'),
      ...region,
    }),
  }),
});
const WEST = { PeerRegion: 'us-west-2' };

/** Checks of a peering whose other VPC is declared here. */
const peeringCheck = defineFamily((row: { ofPeer(peering: Resource, peer: Resource): Iterable<Problem> }) => ({
  types: ['AWS::EC2::VPCPeeringConnection'],
  *resource(peering: Resource): Iterable<Problem> {
    const peer = peering.property('PeerVpcId').target(VPC);
    if (peer !== undefined) yield* row.ofPeer(peering, peer);
  },
}));

export const vpcPeeringCidrOverlap = peeringCheck({
  id: 'global/vpc-peering-cidr-overlap',
  title: 'Peering of VPCs with overlapping addresses',
  severity: 'error',
  docs: {
    why: 'VPCs with matching or overlapping IPv4 ranges cannot be peered: the connection fails at once. The CDK gives every `Vpc` the same 10.0.0.0/16 unless `ipAddresses` is set, so that two regional stacks made from one class always overlap.',
    fix: "Give each region a range of its own: `ipAddresses: ec2.IpAddresses.cidr('10.1.0.0/16')`.",
    sources: ['https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html'],
    templateFix: 'Give each region a range of its own: `CidrBlock: 10.1.0.0/16`.',
    bad: example('10.0.0.0/16', WEST),
    good: example('10.1.0.0/16', WEST),
  },
  *ofPeer(peering, peerVpc) {
    const own = peering.property('VpcId').target(VPC)?.property('CidrBlock');
    const peer = peerVpc.property('CidrBlock');
    const [range, peerRange] = [own, peer].map((cidr) => parseIpRange(cidr?.text ?? ''));
    if (own === undefined || range === undefined || peerRange === undefined || !overlaps(range, peerRange)) return;
    yield {
      at: peering.property('PeerVpcId'),
      message: `The VPCs have ${own.text} and ${peer.text}, which overlap: they cannot be peered.`,
      related: [own, peer].map((cidr) => ({ at: cidr, message: `A VPC with ${cidr.text}.` })),
    };
  },
});

export const vpcPeeringRegion = peeringCheck({
  id: 'global/vpc-peering-region',
  title: 'VPC peering names the wrong region of the peer VPC',
  severity: 'error',
  docs: {
    why: 'Without `PeerRegion` the other VPC is looked for in the region of the stack, and with it in the region that it names. Where it is not, the connection fails.',
    fix: "Name the region of the other VPC: `new ec2.CfnVPCPeeringConnection(this, 'Peering', { vpcId, peerVpcId, peerRegion: 'us-west-2' })`.",
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcpeeringconnection.html'],
    templateFix: 'Name the region of the other VPC: `PeerRegion: us-west-2`.',
    bad: example('10.1.0.0/16', {}),
    good: example('10.1.0.0/16', WEST),
  },
  *ofPeer(peering, peer) {
    const at = peering.property('PeerRegion');
    const searched = at.isAbsent ? peering.region : at.text;
    if (peer.region === undefined || searched === undefined || peer.region === searched) return;
    yield {
      at,
      message: `The other VPC is in ${peer.region}, and the peering looks for it in ${searched}${at.isAbsent ? ', since PeerRegion is not set' : ''}.`,
      fill: { 'us-west-2': peer.region },
      related: [{ at: peer, message: `The other VPC, in ${peer.region}.` }],
    };
  },
});
