/** Where a template names availability zones. */
export const ZONE_PATHS: Readonly<Record<string, readonly string[]>> = {
  'AWS::EC2::Subnet': ['AvailabilityZone'],
  'AWS::EC2::Instance': ['AvailabilityZone'],
  'AWS::EC2::Volume': ['AvailabilityZone'],
  'AWS::RDS::DBInstance': ['AvailabilityZone'],
  'AWS::RDS::DBCluster': ['AvailabilityZones.*'],
  'AWS::DocDB::DBCluster': ['AvailabilityZones.*'],
  'AWS::Neptune::DBCluster': ['AvailabilityZones.*'],
  'AWS::AutoScaling::AutoScalingGroup': ['AvailabilityZones.*'],
  'AWS::ElastiCache::ReplicationGroup': ['PreferredCacheClusterAZs.*'],
  'AWS::EFS::FileSystem': ['AvailabilityZoneName'],
};

/** Types that serve CloudFront when their `Scope` says so, from us-east-1 only. Source: https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html */
export const WAF_TYPES: readonly string[] = [
  'AWS::WAFv2::WebACL',
  'AWS::WAFv2::IPSet',
  'AWS::WAFv2::RuleGroup',
  'AWS::WAFv2::RegexPatternSet',
];
