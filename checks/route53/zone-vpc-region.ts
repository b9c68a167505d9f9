import { defineCheck } from '../../src/check/check.js';
import { isRegion } from '../../src/facts/regions.js';

const app = (VPCRegion: string) => ({
  Network: {
    region: 'us-west-2',
    resources: { Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.1.0.0/16' } } },
    outputs: { Vpc: { Value: { Ref: 'Vpc' } } },
  },
  Dns: {
    region: 'us-east-1',
    dependencies: ['Network'],
    resources: {
      Zone: {
        Type: 'AWS::Route53::HostedZone',
        Properties: {
          Name: 'internal.acme-bank.io',
          VPCs: [{ VPCId: { 'Fn::GetStackOutput': { StackName: 'Network', OutputName: 'Vpc', Region: 'us-west-2' } }, VPCRegion }],
        },
      },
    },
  },
});

export default defineCheck({
  id: 'route53/zone-vpc-region',
  title: 'Private hosted zone has the wrong region for its VPC',
  severity: 'error',
  types: ['AWS::Route53::HostedZone'],
  docs: {
    why: 'A private zone is for the VPCs that it names, each with its region. Route 53 looks for the VPC in that region, and does not create the zone when it is not there. The CDK fills in the region of the stack for a VPC whose region it does not know, such as one from `Vpc.fromLookup`.',
    fix: "Pass the `Vpc` construct of the other stack to `zone.addVpc(vpc)`, or write the region: `new route53.CfnHostedZone(this, 'Zone', { name, vpcs: [{ vpcId, vpcRegion: 'us-west-2' }] })`.",
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-route53-hostedzone-vpc.html',
      'https://github.com/aws/aws-cdk/issues/20496',
    ],
    templateFix: 'Write the region of the VPC: `VPCs: [{ VPCId: …, VPCRegion: us-west-2 }]`.',
    bad: app('us-east-1'),
    good: app('us-west-2'),
  },
  *resource(zone) {
    for (const entry of zone.property('VPCs').items ?? []) {
      const vpc = entry.get('VPCId').target('AWS::EC2::VPC');
      const at = entry.get('VPCRegion');
      if (vpc?.region === undefined || !isRegion(at.text ?? '') || vpc.region === at.text) continue;
      yield {
        at,
        message: `${vpc.displayNameFrom(at.resource)} is a VPC in ${vpc.region}, and the zone looks for it in ${at.text}.`,
        fill: { 'us-west-2': vpc.region },
        related: [{ at: vpc, message: `The VPC, in ${vpc.region}.` }],
      };
    }
  },
});
