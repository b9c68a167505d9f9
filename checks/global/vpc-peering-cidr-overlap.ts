import { defineCheck } from '../../src/check/check.js';
import { overlaps, parseIpRange } from '../../src/queries/ip-ranges.js';

const VPC = 'AWS::EC2::VPC';
const example = (cidr: string) => ({
  West: {
    region: 'us-west-2',
    resources: { Vpc: { Type: VPC, Properties: { CidrBlock: cidr } } },
    outputs: { VpcId: { Value: { Ref: 'Vpc' } } },
  },
  East: {
    region: 'us-east-1',
    dependencies: ['West'],
    resources: {
      Vpc: { Type: VPC, Properties: { CidrBlock: '10.0.0.0/16' } },
      Peering: {
        Type: 'AWS::EC2::VPCPeeringConnection',
        Properties: {
          VpcId: { Ref: 'Vpc' },
          PeerVpcId: { 'Fn::GetStackOutput': { StackName: 'West', OutputName: 'VpcId', Region: 'us-west-2' } },
          PeerRegion: 'us-west-2',
        },
      },
    },
  },
});

export default defineCheck({
  id: 'global/vpc-peering-cidr-overlap',
  title: 'Peering of VPCs with overlapping addresses',
  severity: 'error',
  types: ['AWS::EC2::VPCPeeringConnection'],
  docs: {
    why: 'VPCs with matching or overlapping IPv4 ranges cannot be peered: the connection fails at once. CDK gives every `Vpc` the same 10.0.0.0/16 unless `ipAddresses` is set, so that two regional stacks made from one class always overlap.',
    fix: "Give each region a range of its own: `ipAddresses: ec2.IpAddresses.cidr('10.1.0.0/16')`.",
    sources: ['https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html'],
    templateFix: 'Give each region a range of its own: `CidrBlock: 10.1.0.0/16`.',
    bad: example('10.0.0.0/16'),
    good: example('10.1.0.0/16'),
  },
  *resource(peering) {
    const at = peering.property('PeerVpcId');
    const [own, peer] = [peering.property('VpcId').target(VPC), at.target(VPC)].map((vpc) => vpc?.property('CidrBlock'));
    const [range, peerRange] = [own, peer].map((cidr) => parseIpRange(cidr?.text ?? ''));
    if (own === undefined || peer === undefined || range === undefined || peerRange === undefined || !overlaps(range, peerRange)) return;
    yield {
      at,
      message: `The VPCs have ${own.text} and ${peer.text}, which overlap: they cannot be peered.`,
      related: [own, peer].map((cidr) => ({ at: cidr, message: `A VPC with ${cidr.text}.` })),
    };
  },
});
