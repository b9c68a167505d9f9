import { tableOf } from '../table-of.js';
/** Where a template names availability zones. */
export const ZONE_PATHS: Readonly<Record<string, readonly string[]>> = tableOf({
  'AWS::EC2::Subnet': ['AvailabilityZone'],
  'AWS::EC2::Instance': ['AvailabilityZone'],
  'AWS::EC2::Volume': ['AvailabilityZone'],
  'AWS::EC2::Host': ['AvailabilityZone'],
  'AWS::EC2::CapacityReservation': ['AvailabilityZone'],
  'AWS::EC2::LaunchTemplate': ['LaunchTemplateData.Placement.AvailabilityZone'],
  'AWS::RDS::DBInstance': ['AvailabilityZone'],
  'AWS::RDS::DBCluster': ['AvailabilityZones.*'],
  'AWS::DocDB::DBCluster': ['AvailabilityZones.*'],
  'AWS::DocDB::DBInstance': ['AvailabilityZone'],
  'AWS::Neptune::DBCluster': ['AvailabilityZones.*'],
  'AWS::Neptune::DBInstance': ['AvailabilityZone'],
  'AWS::Redshift::Cluster': ['AvailabilityZone'],
  'AWS::DAX::Cluster': ['AvailabilityZones.*'],
  'AWS::DMS::ReplicationInstance': ['AvailabilityZone'],
  'AWS::AutoScaling::AutoScalingGroup': ['AvailabilityZones.*'],
  'AWS::ElasticLoadBalancing::LoadBalancer': ['AvailabilityZones.*'],
  'AWS::ElastiCache::CacheCluster': ['PreferredAvailabilityZone', 'PreferredAvailabilityZones.*'],
  'AWS::ElastiCache::ReplicationGroup': [
    'PreferredCacheClusterAZs.*',
    'NodeGroupConfiguration.*.PrimaryAvailabilityZone',
    'NodeGroupConfiguration.*.ReplicaAvailabilityZones.*',
  ],
  'AWS::EFS::FileSystem': ['AvailabilityZoneName'],
  'AWS::Lightsail::Disk': ['AvailabilityZone'],
  'AWS::Lightsail::Instance': ['AvailabilityZone'],
});

/** A property whose value says that the resource can be created in one region only. */
export interface StackRegionRow {
  /** A property of the resource, or a list of which one element is enough. */
  readonly property: string;
  /** The text that says so, or what the property refers to. */
  readonly says: { readonly text: string } | { readonly type: string; readonly service: string };
  readonly region: string;
  /** Begins the sentence "… must be created in us-east-1". */
  readonly what: string;
  readonly words: string;
  readonly fix: string;
  readonly source: string;
}

const SCOPE: StackRegionRow = {
  property: 'Scope',
  says: { text: 'CLOUDFRONT' },
  region: 'us-east-1',
  what: 'A WAF resource for CloudFront',
  words: 'The scope is not valid., field: SCOPE_VALUE, parameter: CLOUDFRONT',
  fix: "Create it in a stack with `env: { account, region: 'us-east-1' }`, and pass the ARN of the web ACL on with `crossRegionReferences: true`. For load balancers and APIs write `scope: 'REGIONAL'`.",
  source: 'https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html',
};

/** Types whose stack must be in one region when a property says so. */
export const STACK_REGIONS: Readonly<Record<string, StackRegionRow>> = tableOf({
  'AWS::WAFv2::WebACL': SCOPE,
  'AWS::WAFv2::IPSet': SCOPE,
  'AWS::WAFv2::RuleGroup': SCOPE,
  'AWS::WAFv2::RegexPatternSet': SCOPE,
  'AWS::FMS::Policy': {
    property: 'ResourceType',
    says: { text: 'AWS::CloudFront::Distribution' },
    region: 'us-east-1',
    what: 'A policy for distributions',
    words: 'Resource ["AWS::CloudFront::Distribution"] can not be used in region: …',
    fix: "Create the policy in a stack with `env: { account, region: 'us-east-1' }`.",
    source: 'https://github.com/hashicorp/terraform-provider-aws/pull/17418',
  },
  'AWS::RAM::ResourceShare': {
    property: 'ResourceArns',
    says: { type: 'AWS::NetworkManager::CoreNetwork', service: 'networkmanager' },
    region: 'us-east-1',
    what: 'The share of a core network',
    words: 'Core Network can be shared only with AWS RAM in us-east-1',
    fix: "Create the resource share in a stack with `env: { account, region: 'us-east-1' }`.",
    source: 'https://github.com/aws-ia/terraform-aws-cloudwan/pull/30',
  },
  'AWS::Logs::DeliverySource': {
    property: 'ResourceArn',
    says: { type: 'AWS::CloudFront::Distribution', service: 'cloudfront' },
    region: 'us-east-1',
    what: 'The delivery of the logs of a distribution',
    words: 'PutDeliverySource action is not supported for this LogType in region …',
    fix: "Create the delivery source, the delivery and its destination in a stack with `env: { account, region: 'us-east-1' }`. The bucket, log group or delivery stream behind the destination may be in another region.",
    source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html',
  },
});
