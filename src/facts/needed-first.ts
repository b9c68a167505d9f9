import { templateReference } from './references/row.js';

/** What a property has to be: this text, there at all, or not there. */
export type Expected = string | boolean;

/** What must be there before a resource is created, although the resource does not name it. */
export interface NeededFirst {
  readonly type: string;
  /** The row counts only where these properties, paths below `Properties`, are so. */
  readonly where?: Readonly<Record<string, Expected>>;
  /** What both name. Not given: one of them in the account and region is enough. */
  readonly shared?: string;
  /** The row does not count where what both name has one of these properties. */
  readonly sharedWithout?: readonly string[];
  /** Both are in the VPC of this property. */
  readonly inVpcOf?: string;
  /** Types that must be there, and where they name what is shared. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
  /** Only those count whose property is there, or has one of these texts. */
  readonly neededWith?: { readonly property: string; readonly texts?: readonly string[] };
  /** Only those count whose document, JSON at this property, has a pattern that covers the resource: `collection/orders-*`. */
  readonly covering?: { readonly name: string; readonly document: string; readonly prefix: string };
  readonly what: string;
  /** What the service answers without it. */
  readonly says: string;
  readonly fix: string;
  readonly source: string;
}

const ATTACHMENT = 'AWS::EC2::VPCGatewayAttachment';
const searchDomain = (type: string): NeededFirst => ({
  type,
  where: { VPCOptions: true },
  needs: { 'AWS::IAM::ServiceLinkedRole': [] },
  neededWith: { property: 'AWSServiceName', texts: ['es.amazonaws.com', 'opensearchservice.amazonaws.com'] },
  what: 'the service-linked role',
  says: 'Before you can proceed, you must enable a service-linked role to give Amazon ES permissions to access your VPC',
  fix: 'Add the dependency: `domain.node.addDependency(serviceLinkedRole)`.',
  source: 'https://github.com/aws/aws-cdk/issues/7236',
});
const forwards = (actions: string) => [`${actions}.TargetGroupArn`, `${actions}.ForwardConfig.TargetGroups.*.TargetGroupArn`];

export const NEEDED_FIRST: readonly NeededFirst[] = [
  {
    type: 'AWS::EC2::Route',
    shared: 'GatewayId',
    // `ec2.Vpc` writes its IPv6 routes without the dependency: the block of addresses, which they wait for, takes longer than the attachment.
    where: { DestinationIpv6CidrBlock: false },
    needs: { [ATTACHMENT]: ['InternetGatewayId', 'VpnGatewayId'] },
    what: 'the attachment of the gateway to the VPC',
    says: 'route table … and network gateway … belong to different networks',
    fix: 'Add the dependency: `route.addDependency(attachment)`. `ec2.Vpc` writes it.',
    source: 'https://github.com/aws/aws-cdk/issues/1140',
  },
  {
    type: 'AWS::EC2::VPNGatewayRoutePropagation',
    shared: 'VpnGatewayId',
    needs: { [ATTACHMENT]: ['VpnGatewayId'] },
    what: 'the attachment of the VPN gateway to the VPC',
    says: 'cannot use the VPN gateway until it has successfully attached to the VPC',
    fix: 'Add the dependency: `propagation.addDependency(attachment)`.',
    source: templateReference('AWS::EC2::VPNGatewayRoutePropagation'),
  },
  {
    type: 'AWS::EC2::Route',
    shared: 'TransitGatewayId',
    inVpcOf: 'RouteTableId',
    needs: { 'AWS::EC2::TransitGatewayAttachment': ['TransitGatewayId'], 'AWS::EC2::TransitGatewayVpcAttachment': ['TransitGatewayId'] },
    what: 'the attachment of the transit gateway to the VPC',
    says: 'InvalidTransitGatewayID.NotFound: The transitGateway ID … does not exist',
    fix: 'Add the dependency: `route.addDependency(attachment)`.',
    source: 'https://github.com/aws/aws-cdk/issues/8584',
  },
  {
    type: 'AWS::ECS::Service',
    shared: 'LoadBalancers.*.TargetGroupArn',
    needs: {
      'AWS::ElasticLoadBalancingV2::Listener': forwards('DefaultActions.*'),
      'AWS::ElasticLoadBalancingV2::ListenerRule': forwards('Actions.*'),
    },
    what: 'the listener that sends to the target group',
    says: 'The target group … does not have an associated load balancer.',
    fix: 'Add the dependency: `service.node.addDependency(listener)`. `listener.addTargets(…)` with the service writes it.',
    source: 'https://github.com/aws/aws-cdk/issues/1160',
  },
  {
    type: 'AWS::Config::ConfigRule',
    where: { 'Source.Owner': 'AWS' },
    needs: { 'AWS::Config::ConfigurationRecorder': [] },
    what: 'the configuration recorder',
    says: 'You must create a configuration recorder before you can create or update a Config rule.',
    fix: 'Add the dependency: `rule.node.addDependency(recorder)`.',
    source: 'https://github.com/aws-samples/aws-devsecops-workshop/issues/7',
  },
  {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    where: { Scheme: 'internet-facing' },
    inVpcOf: 'Subnets.*',
    needs: { [ATTACHMENT]: [] },
    neededWith: { property: 'InternetGatewayId' },
    what: 'the attachment of the internet gateway to the VPC',
    says: 'VPC vpc-… has no internet gateway',
    fix: 'Add the dependency: `loadBalancer.node.addDependency(attachment)`. With a VPC that `ec2.Vpc` creates the CDK writes it.',
    source: 'https://github.com/aws-cloudformation/aws-cloudformation-templates/issues/75',
  },
  {
    type: 'AWS::ApiGateway::Deployment',
    shared: 'RestApiId',
    needs: { 'AWS::ApiGateway::Method': ['RestApiId'] },
    what: 'a method of the API',
    says: "The REST API doesn't contain any methods",
    fix: 'Add the dependency: `deployment.node.addDependency(method)`, for each method. `apigateway.RestApi` writes it for its own deployment.',
    source: 'https://github.com/cloudtools/troposphere/issues/496',
  },
  {
    type: 'AWS::ApiGatewayV2::Deployment',
    shared: 'ApiId',
    needs: { 'AWS::ApiGatewayV2::Route': ['ApiId'] },
    what: 'a route of the API',
    says: 'At least one route is required before deploying the Api',
    fix: 'Add the dependency: `deployment.addDependency(route)`, for each route, or let the stage deploy by itself (`autoDeploy: true`).',
    source: 'https://github.com/aws/serverless-application-model/issues/2512',
  },
  {
    type: 'AWS::AppSync::Resolver',
    shared: 'ApiId',
    needs: { 'AWS::AppSync::GraphQLSchema': ['ApiId'] },
    what: 'the schema of the API',
    says: 'ConcurrentModificationException',
    fix: 'Add the dependency: `resolver.addDependency(schema)`. `appsync.GraphqlApi` writes it.',
    source: 'https://github.com/aws/aws-cdk/issues/8168',
  },
  {
    type: 'AWS::RDS::DBProxyTargetGroup',
    shared: 'DBClusterIdentifiers.*',
    needs: { 'AWS::RDS::DBInstance': ['DBClusterIdentifier'] },
    what: 'an instance of the cluster',
    says: 'DB Instance … is in an unsupported state …, needs to be in [AVAILABLE, MODIFYING, BACKING_UP, CREATING]',
    fix: 'Add the dependency: `proxyTargetGroup.node.addDependency(instance)`, for each instance.',
    source: 'https://github.com/aws/aws-cdk/issues/31304',
  },
  {
    type: 'AWS::ECS::CapacityProvider',
    needs: { 'AWS::IAM::ServiceLinkedRole': [] },
    neededWith: { property: 'AWSServiceName', texts: ['ecs.amazonaws.com'] },
    what: 'the service-linked role',
    says: 'CreateCapacityProvider error: ECS Service Linked Role does not exist. Please create a Service linked role for ECS and try again.',
    fix: 'Add the dependency: `capacityProvider.node.addDependency(serviceLinkedRole)`.',
    source: 'https://github.com/aws/containers-roadmap/issues/631',
  },
  ...['AWS::DMS::ReplicationSubnetGroup', 'AWS::DMS::ReplicationInstance'].map(
    (type): NeededFirst => ({
      type,
      needs: { 'AWS::IAM::Role': [] },
      neededWith: { property: 'RoleName', texts: ['dms-vpc-role'] },
      what: 'the role with the name that DMS looks for',
      says: 'The IAM Role arn:aws:iam::…:role/dms-vpc-role is not configured properly.',
      fix: 'Add the dependency: `instance.node.addDependency(role)`.',
      source: 'https://github.com/aws/aws-cdk/issues/7632',
    }),
  ),
  searchDomain('AWS::OpenSearchService::Domain'),
  searchDomain('AWS::Elasticsearch::Domain'),
  {
    type: 'AWS::SecurityHub::Standard',
    needs: { 'AWS::SecurityHub::Hub': [] },
    what: 'the hub',
    says: 'AWS Security Hub is not enabled for the account used to make this request.',
    fix: 'Add the dependency: `standard.addDependency(hub)`.',
    source: 'https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchEnableStandards.html',
  },
  {
    type: 'AWS::OpenSearchServerless::Collection',
    needs: { 'AWS::OpenSearchServerless::SecurityPolicy': [] },
    neededWith: { property: 'Type', texts: ['encryption'] },
    covering: { name: 'Name', document: 'Policy', prefix: 'collection/' },
    what: 'the encryption policy',
    says: 'No matching security policy of encryption type found for collection name',
    fix: 'Add the dependency: `collection.addDependency(encryptionPolicy)`.',
    source: 'https://github.com/aws/modern-data-architecture-accelerator/issues/50',
  },
];
