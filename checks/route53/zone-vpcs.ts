import { resource, stackAfter } from '../../src/check/example-parts.js';
import { defineFamily } from '../../src/check/family.js';
import type { Problem } from '../../src/check/problem.js';
import { isRegion } from '../../src/facts/regions.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';

const zoneOf = (network: { readonly account?: string; readonly region: string }, role: object, VPCRegion: string) => ({
  Network: {
    ...network,
    resources: { Vpc: resource('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }) },
    outputs: { VpcId: { Value: { Ref: 'Vpc' } } },
  },
  Dns: stackAfter('Network', 'us-east-1', {
    Zone: resource('AWS::Route53::HostedZone', {
      Name: 'corp.acme-bank.io.',
      VPCs: [
        { VPCId: { 'Fn::GetStackOutput': { StackName: 'Network', OutputName: 'VpcId', Region: network.region, ...role } }, VPCRegion },
      ],
    }),
  }),
});

/** Checks of the VPCs of a private hosted zone that are declared here. */
const zoneVpcCheck = defineFamily((row: { ofVpc(entry: Property, vpc: Resource, zone: Resource): Iterable<Problem> }) => ({
  types: ['AWS::Route53::HostedZone'],
  *resource(zone: Resource): Iterable<Problem> {
    for (const entry of zone.property('VPCs').items ?? []) {
      const vpc = entry.get('VPCId').target('AWS::EC2::VPC');
      if (vpc !== undefined) yield* row.ofVpc(entry, vpc, zone);
    }
  },
}));

const ofAccount = (account: string) =>
  zoneOf({ account, region: 'us-east-1' }, { RoleArn: `arn:aws:iam::${account}:role/read-outputs` }, 'us-east-1');

export const zoneVpcAccount = zoneVpcCheck({
  id: 'route53/zone-vpc-account',
  title: 'Private hosted zone with a VPC of another account',
  severity: 'error',
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
    bad: ofAccount('694120358871'),
    good: ofAccount('482731905566'),
  },
  *ofVpc(entry, vpc, zone) {
    const at = entry.get('VPCId');
    if (vpc.account === undefined || zone.account === undefined || vpc.account === zone.account) return;
    yield {
      at,
      message: `${vpc.displayNameFrom(zone)} is a VPC of account ${vpc.account}, and this zone belongs to ${zone.account}: "NotAuthorizedException: The VPC: … has not authorized to associate with your hosted zone."`,
      related: [{ at: vpc, message: `In account ${vpc.account}.` }],
    };
  },
});

const inRegion = (VPCRegion: string) => zoneOf({ region: 'us-west-2' }, {}, VPCRegion);

export const zoneVpcRegion = zoneVpcCheck({
  id: 'route53/zone-vpc-region',
  title: 'Private hosted zone has the wrong region for its VPC',
  severity: 'error',
  docs: {
    why: 'A private zone is for the VPCs that it names, each with its region. Route 53 looks for the VPC in that region, and does not create the zone when it is not there. The CDK fills in the region of the stack for a VPC whose region it does not know, such as one from `Vpc.fromLookup`.',
    fix: "Pass the `Vpc` construct of the other stack to `zone.addVpc(vpc)`, or write the region: `new route53.CfnHostedZone(this, 'Zone', { name, vpcs: [{ vpcId, vpcRegion: 'us-west-2' }] })`.",
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-route53-hostedzone-vpc.html',
      'https://github.com/aws/aws-cdk/issues/20496',
    ],
    templateFix: 'Write the region of the VPC: `VPCs: [{ VPCId: …, VPCRegion: us-west-2 }]`.',
    bad: inRegion('us-east-1'),
    good: inRegion('us-west-2'),
  },
  *ofVpc(entry, vpc) {
    const at = entry.get('VPCRegion');
    if (vpc.region === undefined || !isRegion(at.text ?? '') || vpc.region === at.text) return;
    yield {
      at,
      message: `${vpc.displayNameFrom(at.resource)} is a VPC in ${vpc.region}, and the zone looks for it in ${at.text}.`,
      fill: { 'us-west-2': vpc.region },
      related: [{ at: vpc, message: `The VPC, in ${vpc.region}.` }],
    };
  },
});
