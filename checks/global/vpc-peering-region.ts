import { defineCheck } from '../../src/check/check.js';

const VPC = 'AWS::EC2::VPC';
const example = (region: object) => ({
  West: {
    region: 'us-west-2',
    resources: { Vpc: { Type: VPC, Properties: { CidrBlock: '10.1.0.0/16' } } },
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
          ...region,
        },
      },
    },
  },
});

export default defineCheck({
  id: 'global/vpc-peering-region',
  title: 'VPC peering names the wrong region of the peer VPC',
  severity: 'error',
  types: ['AWS::EC2::VPCPeeringConnection'],
  docs: {
    why: 'Without `PeerRegion` the other VPC is looked for in the region of the stack, and with it in the region that it names. Where it is not, the connection fails.',
    fix: "Say where the other VPC is: `new ec2.CfnVPCPeeringConnection(this, 'Peering', { vpcId, peerVpcId, peerRegion: 'us-west-2' })`.",
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcpeeringconnection.html'],
    templateFix: 'Say where the other VPC is: `PeerRegion: us-west-2`.',
    bad: example({}),
    good: example({ PeerRegion: 'us-west-2' }),
  },
  *resource(peering) {
    const peer = peering.property('PeerVpcId').target(VPC);
    const at = peering.property('PeerRegion');
    const searched = at.isAbsent ? peering.region : at.text;
    if (peer?.region === undefined || searched === undefined || peer.region === searched) return;
    yield {
      at,
      message: `The other VPC is in ${peer.region}, and the peering looks for it in ${searched}${at.isAbsent ? ', since PeerRegion is not set' : ''}.`,
      fill: { 'us-west-2': peer.region },
      related: [{ at: peer, message: `The other VPC, in ${peer.region}.` }],
    };
  },
});
