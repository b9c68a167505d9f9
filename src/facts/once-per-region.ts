/** A list of which each element stands for a region, and each region may be there once. */
export interface OncePerRegion {
  readonly type: string;
  readonly list: string;
  /** Below the element: the region itself, or a resource of the given type that is in it. */
  readonly element: string;
  readonly names?: string;
  readonly what: string;
  /** Whether AWS says so; a repeated region without that is a warning. */
  readonly isRejected: boolean;
  readonly source: string;
}

export const ONCE_PER_REGION: readonly OncePerRegion[] = [
  {
    type: 'AWS::S3::MultiRegionAccessPoint',
    list: 'Regions',
    element: 'Bucket',
    names: 'AWS::S3::Bucket',
    what: 'A Multi-Region Access Point has exactly one bucket in each of its regions',
    isRejected: true,
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/multi-region-access-point-buckets.html',
  },
  {
    type: 'AWS::SecretsManager::Secret',
    list: 'ReplicaRegions',
    element: 'Region',
    what: 'A secret has one replica in a region',
    isRejected: false,
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html',
  },
  {
    type: 'AWS::ElastiCache::GlobalReplicationGroup',
    list: 'Members',
    element: 'ReplicationGroupRegion',
    what: 'A global datastore has one cluster in a region',
    isRejected: false,
    source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Redis-Global-Datastores-Getting-Started.html',
  },
  {
    type: 'AWS::EC2::IPAM',
    list: 'OperatingRegions',
    element: 'RegionName',
    what: 'An IPAM has each operating region once',
    isRejected: false,
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-ipam.html',
  },
  {
    type: 'AWS::SSMIncidents::ReplicationSet',
    list: 'Regions',
    element: 'RegionName',
    what: 'A replication set has each region once',
    isRejected: false,
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssmincidents-replicationset.html',
  },
];
