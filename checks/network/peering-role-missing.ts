import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { vpcAt } from '../../src/queries/vpc-of.js';

const network = (more: object) => ({
  Network: stack('us-east-1', {
    Shop: resource('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }),
    Peering: resource('AWS::EC2::VPCPeeringConnection', {
      VpcId: { Ref: 'Shop' },
      PeerVpcId: 'vpc-0d8f3a7b21c4e5f60',
      PeerOwnerId: '694120358871',
      ...more,
    }),
  }),
});

export default defineCheck({
  id: 'network/peering-role-missing',
  title: 'VPC peering with another account without a role to accept it',
  severity: 'error',
  types: ['AWS::EC2::VPCPeeringConnection'],
  docs: {
    why: 'CloudFormation accepts a peering in another account with a role of that account. Without `PeerRoleArn` the request stays pending, and the stack fails with "VpcPeeringConnection failed to stabilize".',
    fix: 'Create a role in the other account that allows `ec2:AcceptVpcPeeringConnection` and trusts this account, and pass its ARN as `peerRoleArn`.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/peer-with-vpc-in-another-account.html',
      'https://aws.amazon.com/premiumsupport/knowledge-center/cloudformation-vpc-peering-error/',
    ],
    templateFix:
      'Create a role in the other account that allows `ec2:AcceptVpcPeeringConnection` and trusts this account, and write its ARN into `PeerRoleArn`.',
    bad: network({}),
    good: network({ PeerRoleArn: 'arn:aws:iam::694120358871:role/accept-peering' }),
  },
  *resource(peering) {
    const owner = peering.property('PeerOwnerId');
    const account = owner.isAbsent ? vpcAt(peering.property('PeerVpcId'))?.account : owner.text;
    const isOther = account !== undefined && peering.account !== undefined && account !== peering.account;
    if (!isOther || !peering.property('PeerRoleArn').isAbsent) return;
    yield {
      at: owner.isAbsent ? peering.property('PeerVpcId') : owner,
      message: `The peer VPC is in account ${account}, and there is no PeerRoleArn: the request is not accepted, and the stack fails with "VpcPeeringConnection failed to stabilize".`,
    };
  },
});
