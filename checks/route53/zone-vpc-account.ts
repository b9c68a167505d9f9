import { defineCheck } from '../../src/check/check.js';

const network = (account: string) => ({
  Network: {
    account,
    region: 'us-east-1',
    resources: { Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } } },
    outputs: { VpcId: { Value: { Ref: 'Vpc' } } },
  },
  Dns: {
    account: '482731905566',
    region: 'us-east-1',
    dependencies: ['Network'],
    resources: {
      Zone: {
        Type: 'AWS::Route53::HostedZone',
        Properties: {
          Name: 'corp.acme-bank.io.',
          VPCs: [
            {
              VPCId: {
                'Fn::GetStackOutput': {
                  StackName: 'Network',
                  OutputName: 'VpcId',
                  Region: 'us-east-1',
                  RoleArn: `arn:aws:iam::${account}:role/read-outputs`,
                },
              },
              VPCRegion: 'us-east-1',
            },
          ],
        },
      },
    },
  },
});

export default defineCheck({
  id: 'route53/zone-vpc-account',
  title: 'Private hosted zone with a VPC of another account',
  severity: 'error',
  types: ['AWS::Route53::HostedZone'],
  docs: {
    why: 'A VPC of another account can be associated with a private zone only after the account of the zone has authorized it, and then by the account of the VPC. CloudFormation does neither: "NotAuthorizedException: The VPC: vpc-… has not authorized to associate with your hosted zone."',
    fix: 'Leave the VPC out of `vpcs`. Authorize it with an `AwsCustomResource` in the account of the zone (`Route53.CreateVPCAssociationAuthorization`), and associate it with another in the account of the VPC (`AssociateVPCWithHostedZone`); or share the zone with a Route 53 Profile.',
    sources: [
      'https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/449',
      'https://github.com/hashicorp/terraform/issues/24286',
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-associate-vpcs-different-accounts.html',
    ],
    templateFix:
      'Leave the VPC out of `VPCs`. Authorize it in the account of the zone (`aws route53 create-vpc-association-authorization`), and associate it in the account of the VPC; or share the zone with a Route 53 Profile.',
    bad: network('694120358871'),
    good: network('482731905566'),
  },
  *resource(zone) {
    for (const item of zone.property('VPCs').items ?? []) {
      const at = item.get('VPCId');
      const vpc = at.target('AWS::EC2::VPC');
      if (vpc?.account === undefined || zone.account === undefined || vpc.account === zone.account) continue;
      yield {
        at,
        message: `${vpc.displayNameFrom(zone)} is a VPC of account ${vpc.account}, and this zone belongs to ${zone.account}: "NotAuthorizedException: The VPC: … has not authorized to associate with your hosted zone."`,
        related: [{ at: vpc, message: `In account ${vpc.account}.` }],
      };
      return;
    }
  },
});
