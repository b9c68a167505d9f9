import type { Example } from '../../../src/check/example.js';

export const peering = (cidr: string | object, properties: object = {}, other: string = '10.0.0.0/16'): Example => ({
  West: {
    region: 'us-west-2',
    resources: { Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: typeof cidr === 'string' ? cidr : { ...cidr } } } },
    outputs: { Id: { Value: { Ref: 'Vpc' } } },
  },
  East: {
    region: 'us-east-1',
    dependencies: ['West'],
    resources: {
      Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: other } },
      Peering: {
        Type: 'AWS::EC2::VPCPeeringConnection',
        Properties: {
          VpcId: { Ref: 'Vpc' },
          PeerVpcId: { 'Fn::GetStackOutput': { StackName: 'West', OutputName: 'Id', Region: 'us-west-2' } },
          PeerRegion: 'us-west-2',
          ...properties,
        },
      },
    },
  },
});
