import { accepts, rejects, UNKNOWN, type UpdateCase } from './update-case.js';

const [TABLE, GLOBAL_TABLE] = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'] as const;
const [INSTANCE, CLUSTER, GLOBAL_CLUSTER] = ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::RDS::GlobalCluster'] as const;
const [SUBNET_GROUP, CACHE, DOMAIN] = [
  'AWS::RDS::DBSubnetGroup',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::OpenSearchService::Domain',
] as const;

const index = (IndexName: string, key = 'pk') => ({
  IndexName,
  KeySchema: [{ AttributeName: key, KeyType: 'HASH' }],
  Projection: { ProjectionType: 'ALL' },
});
const table = (...GlobalSecondaryIndexes: readonly unknown[]) => ({
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  GlobalSecondaryIndexes,
});
const global = (regions: readonly string[], more: object) => ({ Replicas: regions.map((Region) => ({ Region })), ...more });
const expiry = (AttributeName: unknown, Enabled = true) => ({ TimeToLiveSpecification: { AttributeName, Enabled } });
const stream = (StreamViewType: string) => ({ StreamSpecification: { StreamViewType } });
const postgres = (EngineVersion: unknown, more: object = {}) => ({ Engine: 'postgres', EngineVersion, ...more });
const storage = (AllocatedStorage: unknown, more: object = {}) => ({ Engine: 'mysql', AllocatedStorage, ...more });
const aurora = (EngineVersion: string, more: object = {}) => ({ Engine: 'aurora-postgresql', EngineVersion, ...more });
const redis = (EngineVersion: unknown) => ({ Engine: 'redis', EngineVersion });
const TLS = 'TransitEncryptionEnabled';
const UPGRADE = { UpdatePolicy: { EnableVersionUpgrade: true } };
const zoned = (...names: readonly string[]) => ({ SubnetIds: names.map((name) => ({ Ref: `Subnet${name}` })) });
const ZONES = Object.fromEntries(
  ['a', 'b', 'c', 'b2'].map((name, index) => [
    `Subnet${name}`,
    { Type: 'AWS::EC2::Subnet', Properties: { VpcId: 'vpc-1', CidrBlock: `10.0.${index}.0/24`, AvailabilityZone: `us-east-1${name[0]}` } },
  ]),
);

const subnetsOf = (vpc: string) => ({
  [vpc]: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
  [`${vpc}A`]: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: vpc }, CidrBlock: '10.0.0.0/24' } },
  [`${vpc}B`]: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: vpc }, CidrBlock: '10.0.1.0/24' } },
});
const subnets = (...names: readonly string[]) => ({ SubnetIds: names.map((Ref) => ({ Ref })) });

const member = (group: string) => ({
  Member: {
    Type: INSTANCE,
    Properties: { Engine: 'postgres', DBClusterIdentifier: { Ref: 'It' }, DBParameterGroupName: { Ref: group } },
  },
  [group]: { Type: 'AWS::RDS::DBParameterGroup', Properties: { Family: 'postgres16' } },
});

const parameters = (type: string, Family: string) => ({ Parameters: { Type: `AWS::RDS::${type}`, Properties: { Family } } });

const world = (before: string, after: string, more: object = {}) => {
  const cluster = (EngineVersion: string) => ({
    World: { Type: GLOBAL_CLUSTER, Properties: { Engine: 'aurora-postgresql', EngineVersion, ...more } },
  });
  return { before: cluster(before), after: cluster(after) };
};

const globalMembers = (version: string, order: object) => ({
  World: { Type: GLOBAL_CLUSTER, Properties: { GlobalClusterIdentifier: 'world', SourceDBClusterIdentifier: { Ref: 'It' } } },
  Second: {
    Type: CLUSTER,
    ...order,
    Properties: { Engine: 'aurora-postgresql', EngineVersion: version, GlobalClusterIdentifier: { Ref: 'World' } },
  },
});

export const DATABASES: readonly UpdateCase[] = [
  rejects(TABLE, 'another attribute of expiry', expiry('ttl'), expiry('expires'), /^blocked: .*ttl to expires: `TimeToLive is active on/),
  accepts(TABLE, 'expiry that is disabled', expiry('ttl'), expiry('ttl', false)),
  accepts(TABLE, 'another attribute of expiry, which was disabled', expiry('ttl', false), expiry('expires')),
  rejects(
    GLOBAL_TABLE,
    'another attribute of expiry',
    expiry('ttl'),
    expiry('expires'),
    /^blocked: .*ttl to expires: `TimeToLive is active on/,
  ),
  accepts(GLOBAL_TABLE, 'expiry that is disabled', expiry('ttl'), expiry('ttl', false)),
  accepts(GLOBAL_TABLE, 'another attribute of expiry, which was disabled', expiry('ttl', false), expiry('expires')),
  rejects(
    TABLE,
    'two indexes at once',
    table(index('a')),
    table(index('a'), index('b'), index('c')),
    /^blocked: .*2 global secondary indexes \(b, c\): `Cannot perform/,
  ),
  rejects(TABLE, 'an index renamed', table(index('a')), table(index('b')), /^blocked: .*2 global secondary indexes \(b, a\)/),
  rejects(
    TABLE,
    'another key of an index',
    table(index('a')),
    table(index('a', 'sk')),
    /^blocked: `KeySchema` of the global secondary index a changes: `Cannot update GSI/,
  ),
  rejects(
    TABLE,
    'another projection of an index',
    table(index('a')),
    table({ ...index('a'), Projection: { ProjectionType: 'KEYS_ONLY' } }),
    /^blocked: `Projection` of the global secondary index a changes/,
  ),
  rejects(
    TABLE,
    'provisioned without capacity',
    { BillingMode: 'PAY_PER_REQUEST' },
    { BillingMode: 'PROVISIONED' },
    /^blocked: `BillingMode` changes/,
  ),
  rejects(
    TABLE,
    'a local index added',
    { KeySchema: table().KeySchema },
    { KeySchema: table().KeySchema, LocalSecondaryIndexes: [index('local')] },
    /^careful: `LocalSecondaryIndexes` changes, but a local secondary index can only be created/,
  ),
  accepts(
    TABLE,
    'local indexes in another order',
    { LocalSecondaryIndexes: [index('a'), index('b')] },
    { LocalSecondaryIndexes: [index('b'), index('a')] },
  ),
  rejects(GLOBAL_TABLE, 'two indexes at once', table(), table(index('b'), index('c')), /^blocked: .*2 global secondary indexes/),
  rejects(
    GLOBAL_TABLE,
    'another stream of two replicas',
    global(['us-east-1', 'eu-west-1'], stream('NEW_IMAGE')),
    global(['us-east-1', 'eu-west-1'], stream('KEYS_ONLY')),
    /^blocked: `StreamSpecification.StreamViewType` changes from NEW_IMAGE to KEYS_ONLY, but/,
  ),
  rejects(
    GLOBAL_TABLE,
    'strong consistency later',
    global(['us-east-1', 'us-east-2', 'us-west-2'], {}),
    global(['us-east-1', 'us-east-2', 'us-west-2'], { MultiRegionConsistency: 'STRONG' }),
    /^blocked: `MultiRegionConsistency` is set to STRONG/,
  ),
  accepts(TABLE, 'one index', table(index('a')), table(index('a'), index('b'))),
  accepts(TABLE, 'one index renamed to an unknown name', table(index('a')), table({ ...index('a'), IndexName: UNKNOWN })),
  accepts(TABLE, 'indexes of a table that is replaced', table(index('a')), { ...table(index('b'), index('c')), TableName: 'other' }),
  accepts(
    TABLE,
    'keys of an index in another order',
    table({
      ...index('a'),
      KeySchema: [
        { AttributeName: 'x', KeyType: 'HASH' },
        { AttributeName: 'y', KeyType: 'RANGE' },
      ],
    }),
    table({
      ...index('a'),
      KeySchema: [
        { KeyType: 'RANGE', AttributeName: 'y' },
        { AttributeName: 'x', KeyType: 'HASH' },
      ],
    }),
  ),
  accepts(TABLE, 'more capacity of an index', table(index('a')), table({ ...index('a'), ProvisionedThroughput: { ReadCapacityUnits: 5 } })),
  accepts(
    TABLE,
    'provisioned with capacity',
    { BillingMode: 'PAY_PER_REQUEST' },
    { BillingMode: 'PROVISIONED', ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 } },
  ),
  accepts(
    GLOBAL_TABLE,
    'another stream of one replica',
    global(['us-east-1'], stream('NEW_IMAGE')),
    global(['us-east-1'], stream('KEYS_ONLY')),
  ),
  accepts(
    GLOBAL_TABLE,
    'the default written out',
    global(['us-east-1', 'us-east-2'], {}),
    global(['us-east-1', 'us-east-2'], { MultiRegionConsistency: 'EVENTUAL' }),
  ),

  rejects(INSTANCE, 'less storage', storage('200'), storage(100), /^blocked: .*from 200 to 100 GiB: `Invalid storage size/),
  rejects(INSTANCE, 'a lower version', postgres('16.10'), postgres('16.9'), /^blocked: .*from 16.10 to 16.9: `Cannot upgrade`/),
  rejects(
    CLUSTER,
    'a lower version of a cluster with a name',
    aurora('16.4', { DBClusterIdentifier: 'orders' }),
    aurora('16.2', { DBClusterIdentifier: 'orders' }),
    /^blocked: .*from 16.4 to 16.2/,
  ),
  rejects(CLUSTER, 'a lower version', postgres('16.4'), postgres('15.8'), /^blocked: .*from 16.4 to 15.8/),
  rejects(
    'AWS::Neptune::DBCluster',
    'a lower version',
    { EngineVersion: '1.3.2.0' },
    { EngineVersion: '1.2.1.0' },
    /^blocked: .*from 1.3.2.0 to 1.2.1.0/,
  ),
  rejects(
    INSTANCE,
    'a major version without the flag',
    postgres('14.9'),
    postgres('16.2'),
    /^blocked: .*`The AllowMajorVersionUpgrade flag/,
  ),
  rejects(
    CLUSTER,
    'a major version with a parameter group of an instance',
    postgres('15.8'),
    postgres('16.4'),
    /^blocked: .*to the new major version 16.4, and its instance .*Member has a parameter group.*`The current DB instance parameter group/,
    { before: member('Group15'), after: member('Group16') },
  ),
  rejects(
    CLUSTER,
    'the primary cluster before a secondary one',
    aurora('16.4'),
    aurora('16.6'),
    /^blocked: The primary cluster is upgraded from 16.4 to 16.6 before its secondary cluster/,
    { before: globalMembers('16.4', { DependsOn: 'It' }), after: globalMembers('16.6', { DependsOn: 'It' }) },
  ),
  rejects(GLOBAL_CLUSTER, 'a minor version', aurora('16.4'), aurora('16.6'), /^blocked: .*`ModifyGlobalCluster doesn't support minor/),
  rejects(
    SUBNET_GROUP,
    'subnets of another VPC',
    subnets('OneA', 'OneB'),
    subnets('TwoA', 'TwoB'),
    /^blocked: All subnets are in another VPC now, .*Two/,
    {
      both: { ...subnetsOf('One'), ...subnetsOf('Two') },
    },
  ),
  rejects(
    INSTANCE,
    'storage that needs IOPS',
    storage(100, { StorageType: 'gp3' }),
    storage(100, { StorageType: 'io1' }),
    /^blocked: .*needs `Iops`/,
  ),
  accepts(INSTANCE, 'more storage', storage(100), storage('200')),
  accepts(
    INSTANCE,
    'less storage of a cluster member',
    storage(100, { DBClusterIdentifier: 'c' }),
    storage(1, { DBClusterIdentifier: 'c' }),
  ),
  accepts(INSTANCE, 'the same version written shorter', postgres('16.4'), postgres('16')),
  accepts(INSTANCE, 'a version that is not known', postgres('16.4'), postgres(UNKNOWN)),
  accepts(
    INSTANCE,
    'a lower version of a cluster member',
    postgres('16.4', { DBClusterIdentifier: 'c' }),
    postgres('16.3', { DBClusterIdentifier: 'c' }),
  ),
  accepts(INSTANCE, 'a major version with the flag', postgres('14.9'), postgres('16.2', { AllowMajorVersionUpgrade: true })),
  accepts(INSTANCE, 'a minor version', postgres('16.2'), postgres('16.10')),
  accepts(INSTANCE, 'storage with IOPS', storage(100, { StorageType: 'gp3' }), storage(100, { StorageType: 'io1', Iops: 3000 })),
  accepts(
    CLUSTER,
    'a major version with the group of the instances',
    postgres('15.8'),
    postgres('16.4', { DBInstanceParameterGroupName: { Ref: 'Group16' } }),
    {
      before: member('Group15'),
      after: member('Group16'),
    },
  ),
  accepts(CLUSTER, 'the primary cluster after a secondary one', aurora('16.4', { DependsOn: 'Second' }), aurora('16.6'), {
    before: globalMembers('16.4', {}),
    after: globalMembers('16.6', {}),
  }),
  rejects(
    CLUSTER,
    'a major version of a member of a global cluster',
    aurora('15.8', { GlobalClusterIdentifier: { Ref: 'World' } }),
    aurora('16.6', { GlobalClusterIdentifier: { Ref: 'World' } }),
    /^blocked: `EngineVersion` of a member of the global cluster World goes from 15.8 to the new major version 16.6: `Major Version Upgrade isn't supported/,
    world('15.8', '15.8'),
  ),
  rejects(
    CLUSTER,
    'a major version of the source of a global cluster, which is upgraded after it',
    aurora('15.8'),
    aurora('16.6'),
    /^blocked: .* to the new major version 16.6, before that of the global cluster: `Major/,
    world('15.8', '16.6', { SourceDBClusterIdentifier: { Ref: 'It' } }),
  ),
  accepts(
    CLUSTER,
    'a major version that the global cluster brings',
    aurora('15.8', { GlobalClusterIdentifier: { Ref: 'World' } }),
    aurora('16.6', { GlobalClusterIdentifier: { Ref: 'World' } }),
    world('15.8', '16.6'),
  ),
  accepts(
    CLUSTER,
    'a major version after that of the global cluster',
    aurora('15.8', { GlobalClusterIdentifier: { Ref: 'World' } }),
    aurora('16.6', { GlobalClusterIdentifier: { Ref: 'World' } }),
    world('16.6', '16.6'),
  ),
  accepts(
    CLUSTER,
    'a minor version of a member of a global cluster',
    aurora('16.4', { GlobalClusterIdentifier: { Ref: 'World' } }),
    aurora('16.6', { GlobalClusterIdentifier: { Ref: 'World' } }),
    world('16.4', '16.4'),
  ),
  rejects(
    GLOBAL_CLUSTER,
    'a major version with parameter groups of the members',
    aurora('15.8'),
    aurora('16.6'),
    /^careful: .* Member has a parameter group of its own, but the cluster and instance parameter groups are set to the default/,
    {
      both: {
        Member: {
          Type: CLUSTER,
          Properties: { Engine: 'aurora-postgresql', GlobalClusterIdentifier: { Ref: 'It' }, DBClusterParameterGroupName: 'mine' },
        },
      },
    },
  ),
  accepts(GLOBAL_CLUSTER, 'a major version', aurora('15.8'), aurora('16.6')),
  accepts(SUBNET_GROUP, 'other subnets of the VPC', subnets('OneA'), subnets('OneB'), { both: subnetsOf('One') }),
  accepts('AWS::DocDB::DBSubnetGroup', 'imported subnets', { SubnetIds: ['subnet-1'] }, { SubnetIds: ['subnet-2'] }),
  accepts('AWS::Neptune::DBSubnetGroup', 'imported subnets', { SubnetIds: ['subnet-1'] }, { SubnetIds: ['subnet-2'] }),
  accepts('AWS::Neptune::DBCluster', 'a higher version', { EngineVersion: '1.3.2.0' }, { EngineVersion: '1.3.4.0' }),

  ...[{ ClusterMode: 'enabled' }, { CacheParameterGroupName: 'default.redis7.cluster.on' }].map((mode) =>
    rejects(
      CACHE,
      `failover off with ${Object.keys(mode).join('')}`,
      { ...mode, AutomaticFailoverEnabled: true },
      { ...mode, AutomaticFailoverEnabled: false },
      /^blocked: `AutomaticFailoverEnabled` changes from true to false: `Turning off automatic failover/,
    ),
  ),
  accepts(CACHE, 'failover off without cluster mode', { AutomaticFailoverEnabled: true }, { AutomaticFailoverEnabled: false }),
  rejects(CACHE, 'a lower version', redis('7.1'), redis('6.2'), /^blocked: .*from 7.1 to 6.2, but an engine version/),
  rejects('AWS::ElastiCache::CacheCluster', 'a lower version', redis('7.1'), redis('7.0'), /^blocked: .*from 7.1 to 7.0/),
  rejects(
    CACHE,
    'encryption in transit required at once',
    { [TLS]: false },
    { [TLS]: true },
    /^blocked: .*switched on in two steps, first with the mode `preferred`/,
  ),
  rejects(
    CACHE,
    'encryption in transit off at once',
    { [TLS]: true },
    { [TLS]: false },
    /^blocked: .*switched off in two steps, first with the mode `preferred`/,
  ),
  rejects(
    CACHE,
    'the node type of a member of a global datastore',
    { GlobalReplicationGroupId: 'g', CacheNodeType: 'cache.r7g.large' },
    { GlobalReplicationGroupId: 'g', CacheNodeType: 'cache.r7g.xlarge' },
    /^blocked: .*is a member of Global Replication Group/,
  ),
  rejects(
    CACHE,
    'one node with failover',
    { NumCacheClusters: 2, AutomaticFailoverEnabled: true },
    { NumCacheClusters: 1, AutomaticFailoverEnabled: true },
    /^blocked: .*automatic failover/,
  ),
  rejects(
    CACHE,
    'cluster mode at once',
    { ClusterMode: 'disabled' },
    { ClusterMode: 'enabled' },
    /^blocked: .*in two steps, first with `compatible`/,
  ),
  accepts(CACHE, 'a higher version', redis('7.0'), redis('7.1')),
  accepts(CACHE, 'another engine', redis('7.1'), { Engine: 'valkey', EngineVersion: '7.2' }),
  accepts(CACHE, 'encryption in transit preferred', { [TLS]: false }, { [TLS]: true, TransitEncryptionMode: 'preferred' }),
  accepts(CACHE, 'encryption in transit off after preferred', { [TLS]: true, TransitEncryptionMode: 'preferred' }, { [TLS]: false }),
  accepts(CACHE, 'one node without failover', { NumCacheClusters: 2 }, { NumCacheClusters: 1, AutomaticFailoverEnabled: false }),
  accepts(CACHE, 'cluster mode in steps', { ClusterMode: 'compatible' }, { ClusterMode: 'enabled' }),
  accepts('AWS::ElastiCache::CacheCluster', 'a higher version', redis('7.0'), redis('7.1')),

  rejects(DOMAIN, 'IPv4 only again', { IPAddressType: 'dualstack' }, { IPAddressType: 'ipv4' }, /^blocked: .*dual-stack/),
  rejects(
    DOMAIN,
    'no off-peak window',
    { OffPeakWindowOptions: { Enabled: true } },
    { OffPeakWindowOptions: { Enabled: false } },
    /^blocked: .*off-peak/,
  ),
  accepts(DOMAIN, 'another engine', { EngineVersion: 'Elasticsearch_7.10' }, { EngineVersion: 'OpenSearch_1.3' }, undefined, UPGRADE),

  rejects(
    TABLE,
    'provisioned without capacity of an index',
    { BillingMode: 'PAY_PER_REQUEST', ...table(index('a')) },
    { ProvisionedThroughput: { ReadCapacityUnits: 5 }, ...table(index('a')) },
    /^blocked: The table is switched to provisioned capacity, and its index a has none, but each index/,
  ),
  rejects(TABLE, 'another stream', stream('KEYS_ONLY'), stream('NEW_IMAGE'), /^careful: .*`Table already has an enabled stream`/),
  accepts(TABLE, 'a stream', {}, stream('NEW_IMAGE')),
  accepts(TABLE, 'no stream', stream('NEW_IMAGE'), {}),
  rejects(
    GLOBAL_TABLE,
    'two witnesses',
    {},
    { GlobalTableWitnesses: [{ Region: 'us-west-2' }, { Region: 'us-east-2' }] },
    /^blocked: .*2 witnesses/,
  ),
  accepts(GLOBAL_TABLE, 'one witness', {}, { GlobalTableWitnesses: [{ Region: 'us-west-2' }] }),
  rejects(INSTANCE, 'a little more storage', storage(100), storage(105), /^careful: .*from 100 to 105 GiB, which is less than 10 %/),
  accepts(
    INSTANCE,
    'a little more storage of SQL Server',
    { Engine: 'sqlserver-se', AllocatedStorage: '100' },
    { Engine: 'sqlserver-se', AllocatedStorage: '105' },
  ),
  rejects(
    INSTANCE,
    'the version of a member alone',
    postgres('16.4', { DBClusterIdentifier: { Ref: 'Owner' } }),
    postgres('16.6', { DBClusterIdentifier: { Ref: 'Owner' } }),
    /^careful: .*and that of its cluster does not: `The specified DB Instance is a member/,
    {
      both: { Owner: { Type: CLUSTER, Properties: postgres('16.4') } },
    },
  ),
  accepts(
    INSTANCE,
    'the version of a member with its cluster',
    postgres('16.4', { DBClusterIdentifier: { Ref: 'Owner' } }),
    postgres('16.6', { DBClusterIdentifier: { Ref: 'Owner' } }),
    {
      before: { Owner: { Type: CLUSTER, Properties: postgres('16.4') } },
      after: { Owner: { Type: CLUSTER, Properties: postgres('16.6') } },
    },
  ),
  ...(['AWS::RDS::DBSubnetGroup', 'AWS::DocDB::DBSubnetGroup', 'AWS::Neptune::DBSubnetGroup'] as const).flatMap((type) => [
    rejects(
      type,
      'a zone without a subnet',
      zoned('a', 'b'),
      zoned('a', 'c'),
      /^careful: No subnet of the group is in us-east-1b any more: `Some of the subnets/,
      { both: ZONES },
    ),
    accepts(type, 'one more zone', zoned('a', 'b'), zoned('a', 'b', 'c'), { both: ZONES }),
    accepts(type, 'another subnet of the zone', zoned('a', 'b'), zoned('a', 'b2'), { both: ZONES }),
  ]),
  rejects(
    CACHE,
    'encryption in transit with users',
    { UserGroupIds: ['u'] },
    { UserGroupIds: ['u'], [TLS]: true, TransitEncryptionMode: 'preferred' },
    /^blocked: .*`Modification of transit encryption is not supported/,
  ),
  ...([DOMAIN, 'AWS::Elasticsearch::Domain'] as const).flatMap((type) => {
    const version = type === DOMAIN ? 'EngineVersion' : 'ElasticsearchVersion';
    const [old, current] = type === DOMAIN ? ['OpenSearch_2.9', 'OpenSearch_2.11'] : ['7.4', '7.10'];
    return [
      rejects(
        type,
        'no encryption at rest',
        { EncryptionAtRestOptions: { Enabled: true } },
        { EncryptionAtRestOptions: { Enabled: false } },
        /^careful: .*cannot be switched off/,
      ),
      accepts(type, 'encryption at rest', { EncryptionAtRestOptions: { Enabled: false } }, { EncryptionAtRestOptions: { Enabled: true } }),
      rejects(type, 'a lower version', { [version]: current }, { [version]: old }, /^blocked: .*cannot be downgraded/, undefined, UPGRADE),
      accepts(type, 'a higher version', { [version]: old }, { [version]: current }, undefined, UPGRADE),
    ];
  }),

  rejects(
    INSTANCE,
    'a major version of Oracle without the flag',
    { Engine: 'oracle-se2', EngineVersion: '19.0.0.0.ru-2024-01.rur-2024-01.r1' },
    { Engine: 'oracle-se2', EngineVersion: '21.0.0.0.ru-2024-01.rur-2024-01.r1' },
    /^blocked: .*`The AllowMajorVersionUpgrade flag/,
  ),
  rejects(
    INSTANCE,
    'a major version of SQL Server without the flag',
    { Engine: 'sqlserver-se', EngineVersion: '15.00.4236.7.v1' },
    { Engine: 'sqlserver-se', EngineVersion: '16.00.4085.2.v1' },
    /^blocked: .*`The AllowMajorVersionUpgrade flag/,
  ),
  rejects(
    INSTANCE,
    'a major version with parameters of the old one',
    postgres('15.8', { DBParameterGroupName: { Ref: 'Parameters' } }),
    postgres('16.4', { DBParameterGroupName: { Ref: 'Parameters' }, AllowMajorVersionUpgrade: true }),
    /^blocked: .*needs parameters of the family postgres16, and `DBParameterGroupName` is of postgres15, but/,
    { both: parameters('DBParameterGroup', 'postgres15') },
  ),
  accepts(
    INSTANCE,
    'a major version with new parameters',
    postgres('15.8', { DBParameterGroupName: { Ref: 'Parameters' } }),
    postgres('16.4', { DBParameterGroupName: { Ref: 'Parameters' }, AllowMajorVersionUpgrade: true }),
    {
      before: parameters('DBParameterGroup', 'postgres15'),
      after: parameters('DBParameterGroup', 'postgres16'),
    },
  ),
  rejects(
    CLUSTER,
    'a major version with parameters of the old one',
    { Engine: 'aurora-mysql', EngineVersion: '5.7.mysql_aurora.2.11.4', DBClusterParameterGroupName: { Ref: 'Parameters' } },
    { Engine: 'aurora-mysql', EngineVersion: '8.0.mysql_aurora.3.04.0', DBClusterParameterGroupName: { Ref: 'Parameters' } },
    /^blocked: .*of the family aurora-mysql8.0, and `DBClusterParameterGroupName` is of aurora-mysql5.7/,
    { both: parameters('DBClusterParameterGroup', 'aurora-mysql5.7') },
  ),
  rejects(
    'AWS::DocDB::DBCluster',
    'a major version of a cluster with security groups',
    { EngineVersion: '5.0.0', VpcSecurityGroupIds: ['sg-1'] },
    { EngineVersion: '8.0.0', VpcSecurityGroupIds: ['sg-1'] },
    /^blocked: `EngineVersion` goes from 5\.0\.0 to 8\.0\.0 .*Cannot change VPC security group while doing a major version upgrade/,
  ),
  ...[TABLE, GLOBAL_TABLE].flatMap((type) => [
    rejects(
      type,
      'less warm throughput',
      { WarmThroughput: { ReadUnitsPerSecond: 20000, WriteUnitsPerSecond: 5000 } },
      { WarmThroughput: { ReadUnitsPerSecond: 15000, WriteUnitsPerSecond: 5000 } },
      /^blocked: .*warm throughput that was increased cannot be decreased/,
    ),
    accepts(
      type,
      'more warm throughput',
      { WarmThroughput: { ReadUnitsPerSecond: 20000, WriteUnitsPerSecond: 5000 } },
      { WarmThroughput: { ReadUnitsPerSecond: 25000, WriteUnitsPerSecond: 5000 } },
    ),
    accepts(type, 'warm throughput left out', { WarmThroughput: { ReadUnitsPerSecond: 20000 } }, {}),
  ]),
  accepts('AWS::DocDB::DBCluster', 'a major version without', { EngineVersion: '4.0.0' }, { EngineVersion: '5.0.0' }),
  accepts(
    'AWS::DocDB::DBCluster',
    'another setting',
    { EngineVersion: '5.0.0', VpcSecurityGroupIds: ['sg-1'], BackupRetentionPeriod: 1 },
    { EngineVersion: '5.0.0', VpcSecurityGroupIds: ['sg-1'], BackupRetentionPeriod: 7 },
  ),
];
