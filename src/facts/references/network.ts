import { RULE_DIRECTIONS } from '../security-group-rules.js';
import { called, LOAD_BALANCER, LOG_GROUP, named, SECURITY_GROUP, TRANSIT_GATEWAY, USER_POOL, VPC } from './named.js';
import { anywhere, inRegionOf, inStackRegion, type ReferenceRows, rowsByType, templateReference } from './row.js';

const GROUP_OF_OTHER_REGION = {
  words: 'InvalidGroup.NotFound',
  fix: 'Allow the address range instead, also over a peering of regions: `ec2.Peer.ipv4(otherVpc.vpcCidrBlock)`.',
  source: 'https://github.com/hashicorp/terraform-provider-aws/issues/17537',
} as const;
const GATEWAY_OF_OTHER_REGION = {
  words: 'InvalidTransitGatewayID.NotFound',
  fix: 'Create a transit gateway in {region} and connect both: `new ec2.CfnTransitGatewayPeeringAttachment(…)`.',
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resources.html',
} as const;
const IMAGE = { types: [], services: ['imagebuilder'], what: 'image' };
const SNAPSHOT_ID = { types: [], services: [], what: 'snapshot' };
const EC2_ID = { source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resources.html' } as const;
const images: readonly (readonly [type: string, path: string])[] = [
  ['AWS::EC2::Instance', 'ImageId'],
  ['AWS::EC2::LaunchTemplate', 'LaunchTemplateData.ImageId'],
  ['AWS::EC2::SpotFleet', 'SpotFleetRequestConfigData.LaunchSpecifications.*.ImageId'],
  ['AWS::AutoScaling::LaunchConfiguration', 'ImageId'],
  ['AWS::Batch::ComputeEnvironment', 'ComputeResources.ImageId'],
];
const snapshots: readonly (readonly [type: string, path: string])[] = [
  ['AWS::EC2::Volume', 'SnapshotId'],
  ['AWS::EC2::Instance', 'BlockDeviceMappings.*.Ebs.SnapshotId'],
  ['AWS::EC2::LaunchTemplate', 'LaunchTemplateData.BlockDeviceMappings.*.Ebs.SnapshotId'],
  ['AWS::AutoScaling::LaunchConfiguration', 'BlockDeviceMappings.*.Ebs.SnapshotId'],
];
const cognito = [
  ['AWS::ElasticLoadBalancingV2::Listener', 'DefaultActions'],
  ['AWS::ElasticLoadBalancingV2::ListenerRule', 'Actions'],
] as const;

/** VPCs and what stands in them; all other ids of EC2 are of the default. */
export const NETWORK: ReferenceRows = {
  ...Object.fromEntries(
    RULE_DIRECTIONS.map(({ type, side }) => [type, [inStackRegion(`${side}SecurityGroupId`, SECURITY_GROUP, GROUP_OF_OTHER_REGION)]]),
  ),
  'AWS::EC2::SecurityGroup': RULE_DIRECTIONS.map(({ list, side }) =>
    inStackRegion(`${list}.*.${side}SecurityGroupId`, SECURITY_GROUP, GROUP_OF_OTHER_REGION),
  ),
  'AWS::EC2::TransitGatewayAttachment': [inStackRegion('TransitGatewayId', TRANSIT_GATEWAY, GATEWAY_OF_OTHER_REGION)],
  'AWS::EC2::TransitGatewayVpcAttachment': [inStackRegion('TransitGatewayId', TRANSIT_GATEWAY, GATEWAY_OF_OTHER_REGION)],
  'AWS::EC2::Route': [inStackRegion('TransitGatewayId', TRANSIT_GATEWAY, GATEWAY_OF_OTHER_REGION)],
  'AWS::EC2::VPNConnection': [inStackRegion('TransitGatewayId', TRANSIT_GATEWAY, GATEWAY_OF_OTHER_REGION)],
  'AWS::EC2::TransitGatewayPeeringAttachment': [
    inStackRegion('TransitGatewayId', TRANSIT_GATEWAY, GATEWAY_OF_OTHER_REGION),
    inRegionOf('PeerRegion', 'PeerTransitGatewayId', called('peer transit gateway', TRANSIT_GATEWAY), {
      fix: "Name the peer's region: `peerRegion`.",
      source: templateReference('AWS::EC2::TransitGatewayPeeringAttachment'),
    }),
  ],
  'AWS::EC2::VPCPeeringConnection': [
    inStackRegion('VpcId', VPC, {
      fix: 'Request the peering in the region of this VPC, and name the other one with `peerVpcId` and `peerRegion`.',
      source: templateReference('AWS::EC2::VPCPeeringConnection'),
    }),
    // `global/vpc-peering-region` checks it.
    anywhere('PeerVpcId', templateReference('AWS::EC2::VPCPeeringConnection')),
  ],
  'AWS::EC2::VPCEndpointService': [
    inStackRegion('NetworkLoadBalancerArns.*', LOAD_BALANCER),
    inStackRegion('GatewayLoadBalancerArns.*', LOAD_BALANCER),
  ],
  // Global resources are shared in us-east-1, with ARNs that have no region.
  'AWS::RAM::ResourceShare': [
    inStackRegion(
      'ResourceArns.*',
      {
        types: ['AWS::RDS::DBCluster', 'AWS::Route53Resolver::ResolverRule', 'AWS::Glue::Database', 'AWS::ACMPCA::CertificateAuthority'],
        services: [
          'acm-pca',
          'codebuild',
          'dsql',
          'ec2',
          'ecr',
          'glue',
          'imagebuilder',
          'license-manager',
          'network-firewall',
          'outposts',
          'rds',
          'route53profiles',
          'route53resolver',
          'ssm',
          'vpc-lattice',
        ],
        what: 'shared resource',
      },
      {
        words: 'AWS RAM is a Regional service.',
        fix: 'Create the resource share in a stack of the region of the resource, one share for each region.',
        source: 'https://docs.aws.amazon.com/ram/latest/userguide/working-with-sharing-create.html',
      },
    ),
  ],
  'AWS::EC2::FlowLog': [
    inStackRegion('LogDestination', LOG_GROUP, {
      words: 'LogDestination must be in the same region as the API caller.',
      fix: 'Create the log group in the stack of the VPC, or write the flow logs of all regions into one bucket: `FlowLogDestination.toS3(bucket)`.',
      source: 'https://github.com/nozaq/terraform-aws-secure-baseline/issues/30',
    }),
  ],
  'AWS::RolesAnywhere::TrustAnchor': [
    inStackRegion('Source.SourceData.AcmPcaArn', named('AWS::ACMPCA::CertificateAuthority', 'acm-pca', 'certificate authority'), {
      words: 'Trust anchors and AWS Private CA must be in the same AWS region.',
      fix: 'Create the trust anchor in a stack of the region of the certificate authority.',
      source: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/patterns/iam-roles-anywhere-private-ca.html',
    }),
  ],
  'AWS::ImageBuilder::DistributionConfiguration': [
    inRegionOf(
      'Distributions.*.Region',
      'Distributions.*.LaunchTemplateConfigurations.*.LaunchTemplateId',
      { types: ['AWS::EC2::LaunchTemplate'], services: [], what: 'launch template' },
      { source: templateReference('AWS::ImageBuilder::DistributionConfiguration') },
    ),
    inRegionOf(
      'Distributions.*.Region',
      'Distributions.*.FastLaunchConfigurations.*.LaunchTemplate.LaunchTemplateId',
      { types: ['AWS::EC2::LaunchTemplate'], services: [], what: 'launch template' },
      { source: templateReference('AWS::ImageBuilder::DistributionConfiguration') },
    ),
  ],
  'AWS::ApiGateway::RestApi': [anywhere('EndpointConfiguration.VpcEndpointIds.*')],
  ...Object.fromEntries(
    cognito.map(([type, actions]) => [
      type,
      [
        inStackRegion(`${actions}.*.AuthenticateCognitoConfig.UserPoolArn`, USER_POOL, {
          words: '… is not a valid user pool ARN',
          fix: 'Create the user pool in the region of the load balancer, or authenticate with `ListenerAction.authenticateOidc(…)`.',
          source: 'https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/1057',
        }),
      ],
    ]),
  ),
};

/** Images and snapshots, which are known by their ids alone. */
export const IMAGES: ReferenceRows = rowsByType([
  ...images.map(([type, path]) => [type, inStackRegion(path, IMAGE, EC2_ID)] as const),
  ...snapshots.map(([type, path]) => [type, inStackRegion(path, SNAPSHOT_ID, EC2_ID)] as const),
]);
