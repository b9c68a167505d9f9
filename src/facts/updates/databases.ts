import { operation, page, threads } from '../identities/row.js';
import { changed, fromTo, NEW_RESOURCE, type RejectedUpdate, rejected, test } from './row.js';

const DYNAMODB = 'amazondynamodb/latest/APIReference';
const RDS = 'AmazonRDS/latest/APIReference';
const TABLES = ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'];
const ELASTICACHE = 'AmazonElastiCache/latest/APIReference';
/** What says that a replication group has cluster mode enabled. */
const CLUSTER_MODE: readonly (readonly [path: string, values: readonly string[]])[] = [
  ['ClusterMode', ['enabled']],
  [
    'CacheParameterGroupName',
    ['redis3.2', 'redis4.0', 'redis5.0', 'redis6.x', 'redis7', 'valkey7', 'valkey8'].map((family) => `default.${family}.cluster.on`),
  ],
];
const VERSION_LOWERED = {
  when: { rule: 'version-lowered', path: 'EngineVersion', engine: ['Engine'] },
  says: 'Cannot upgrade',
  fix: 'Keep the deployed engine version or a later one; for an earlier one, create a new database and migrate the data.',
  sources: ['https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-rds/pull/202'],
} as const;

/** DynamoDB, relational and graph databases, caches. */
export const DATABASES: readonly RejectedUpdate[] = [
  ...rejected(TABLES, {
    when: { rule: 'elements', list: 'GlobalSecondaryIndexes', by: 'IndexName', most: 1, what: 'global secondary indexes' },
    says: 'Cannot perform more than one GSI creation or deletion in a single update',
    fix: 'Deploy once for each index that is added or removed.',
    sources: [...threads('aws/aws-cdk#14920', 'aws/aws-cdk#12246'), page('AWS::DynamoDB::GlobalTable')],
  }),
  ...rejected(TABLES, {
    when: {
      rule: 'element-changed',
      list: 'GlobalSecondaryIndexes',
      by: 'IndexName',
      paths: ['KeySchema', 'Projection'],
      what: 'global secondary index',
    },
    says: "Cannot update GSI's properties other than Provisioned Throughput and Contributor Insights Specification. You can create a new GSI with a different name.",
    fix: 'Add an index under a new `indexName`, deploy, let the readers use it, then remove the old one.',
    sources: [...threads('aws-amplify/amplify-cli#11384'), page('AWS::DynamoDB::GlobalTable')],
  }),
  ...rejected('AWS::DynamoDB::Table', {
    when: changed('LocalSecondaryIndexes'),
    level: 'careful',
    because: 'a local secondary index can only be created when its table is created, and CloudFormation does not support updates of it',
    fix: 'Use a global secondary index, or create a new table (another construct id) and move the items.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-table-localsecondaryindex.html',
    ],
  }),
  ...rejected('AWS::DynamoDB::Table', {
    when: fromTo('BillingMode', ['PAY_PER_REQUEST'], ['PROVISIONED', '']),
    given: [['ProvisionedThroughput', ['']]],
    because: 'a table with provisioned capacity needs `ProvisionedThroughput` when it is switched to',
    fix: 'Set `readCapacity` and `writeCapacity` together with `billingMode: BillingMode.PROVISIONED`.',
    sources: [operation(DYNAMODB, 'UpdateTable')],
  }),
  ...rejected('AWS::DynamoDB::Table', {
    when: test('index-without-capacity'),
    because: 'each index of a table with provisioned capacity needs its own',
    fix: 'Set `readCapacity` and `writeCapacity` of every global secondary index together with `billingMode: BillingMode.PROVISIONED`.',
    sources: [operation(DYNAMODB, 'UpdateTable')],
  }),
  ...rejected('AWS::DynamoDB::Table', {
    when: changed('StreamSpecification.StreamViewType'),
    given: [['StreamSpecification.StreamViewType', []]],
    givenBefore: [['StreamSpecification.StreamViewType', []]],
    level: 'careful',
    says: 'Table already has an enabled stream',
    fix: 'Deploy twice: first without the stream, then with the new view type. The stream then has another ARN, and records of the old one that were not read are lost.',
    sources: [operation(DYNAMODB, 'UpdateTable'), ...threads('hashicorp/terraform-provider-aws#18402')],
  }),
  ...rejected(TABLES, {
    when: changed('TimeToLiveSpecification.AttributeName'),
    given: [['TimeToLiveSpecification.Enabled', ['true']]],
    givenBefore: [['TimeToLiveSpecification.Enabled', ['true']]],
    says: 'TimeToLive is active on a different AttributeName',
    steps: [
      'disable it: `cfnTable.timeToLiveSpecification = { attributeName, enabled: false }` with the deployed attribute',
      'set `timeToLiveAttribute` to the new attribute, an hour later',
    ],
    fix: 'Deploy twice: first with the deployed attribute and `enabled: false`, then with the new attribute, at least an hour later.',
    sources: [
      ...threads('aws/aws-cdk#13106', 'go-to-k/cdkd#932', 'govuk-one-login/authentication-api#5572'),
      operation(DYNAMODB, 'UpdateTimeToLive'),
    ],
  }),
  ...CLUSTER_MODE.flatMap((given) =>
    rejected('AWS::ElastiCache::ReplicationGroup', {
      when: fromTo('AutomaticFailoverEnabled', ['true'], ['false', '']),
      given: [given],
      says: 'Turning off automatic failover for replication group with cluster mode enabled is not supported.',
      fix: 'Keep `automaticFailoverEnabled: true`, which cluster mode needs.',
      sources: threads('aws-cloudformation/cloudformation-coverage-roadmap#1275', 'hashicorp/terraform-provider-aws#27116'),
    }),
  ),
  ...rejected('AWS::DynamoDB::GlobalTable', {
    when: { rule: 'elements', list: 'GlobalTableWitnesses', by: 'Region', most: 1, what: 'witnesses' },
    because: 'one update can add or remove only one witness',
    fix: 'Deploy once for each witness.',
    sources: [operation(DYNAMODB, 'UpdateTable')],
  }),
  ...rejected('AWS::DynamoDB::GlobalTable', {
    when: changed('StreamSpecification.StreamViewType'),
    given: [['Replicas.1.Region', []]],
    givenBefore: [
      ['Replicas.1.Region', []],
      ['MultiRegionConsistency', ['', 'EVENTUAL']],
    ],
    because: 'the settings of the stream cannot change while the table has more than one replica',
    fix: 'Keep the deployed `dynamoStream`, or remove the replicas first, one in each deployment.',
    sources: [page('AWS::DynamoDB::GlobalTable')],
  }),
  ...rejected('AWS::DynamoDB::GlobalTable', {
    when: changed('MultiRegionConsistency', 'EVENTUAL'),
    givenBefore: [['Replicas.1.Region', []]],
    because: 'the consistency is set when the replicas are created',
    fix: 'Keep the deployed consistency, or create a new table with the other one and copy the items.',
    sources: [operation(DYNAMODB, 'UpdateTable')],
  }),
  ...rejected('AWS::RDS::DBInstance', {
    when: { rule: 'lowered', path: 'AllocatedStorage', unit: 'GiB' },
    given: [['DBClusterIdentifier', ['']]],
    says: 'Invalid storage size for engine name',
    fix: 'Keep `allocatedStorage` at the deployed size or higher; for a smaller one, create a new instance and migrate the data.',
    sources: threads('aws-cloudformation/cloudformation-coverage-roadmap#430'),
  }),
  ...rejected('AWS::RDS::DBInstance', {
    when: test('storage-step'),
    level: 'careful',
    says: 'Invalid storage size for engine name',
    fix: 'Raise `allocatedStorage` by 10 % or more: a smaller step may be rejected, and the rollback with it.',
    sources: [...threads('aws-cloudformation/cloudformation-coverage-roadmap#1312'), operation(RDS, 'ModifyDBInstance')],
  }),
  ...rejected('AWS::RDS::DBInstance', {
    when: test('version-of-member'),
    level: 'careful',
    says: 'The specified DB Instance is a member of a cluster. Modify the DB engine version for the DB Cluster using the ModifyDbCluster API',
    fix: 'Change the version of the cluster only: RDS upgrades its instances with it.',
    sources: threads('aws-quickstart/quickstart-amazon-aurora-postgresql#46'),
  }),
  // The version of a cluster's instance follows the cluster.
  ...rejected('AWS::RDS::DBInstance', { ...VERSION_LOWERED, given: [['DBClusterIdentifier', ['']]] }),
  ...rejected(['AWS::RDS::DBCluster', 'AWS::Neptune::DBCluster'], VERSION_LOWERED),
  ...['ReadUnitsPerSecond', 'WriteUnitsPerSecond'].flatMap((unit) =>
    rejected(TABLES, {
      when: { rule: 'lowered', path: `WarmThroughput.${unit}` },
      because: 'warm throughput that was increased cannot be decreased',
      fix: 'Keep the deployed value of `warmThroughput`, or leave it out.',
      sources: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput.html'],
    }),
  ),
  ...rejected('AWS::RDS::DBInstance', {
    when: test('major-version-without-flag'),
    says: 'The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version.',
    fix: 'Set `allowMajorVersionUpgrade: true` on the instance.',
    sources: [operation(RDS, 'ModifyDBInstance')],
  }),
  // The specification says that it is replaced; CloudFormation modifies it.
  ...rejected('AWS::DocDB::DBCluster', {
    when: test('major-version-with-security-groups'),
    onReplacement: true,
    says: 'Cannot change VPC security group while doing a major version upgrade',
    fix: 'Upgrade the cluster with `aws docdb modify-db-cluster --allow-major-version-upgrade`, and write the new version and parameter group into the app when it is done; or create a new cluster under another construct id from a snapshot.',
    sources: threads('aws-cloudformation/cloudformation-coverage-roadmap#2547', 'aws/aws-cdk#29429'),
  }),
  ...rejected('AWS::RDS::DBCluster', {
    when: test('major-version-with-custom-parameter-group'),
    says: 'The current DB instance parameter group … is custom. You must explicitly specify a new DB instance parameter group',
    fix: 'Set `DBInstanceParameterGroupName` of the cluster to a group of the new family for this deployment: `cfnCluster.dbInstanceParameterGroupName = …`.',
    sources: [operation(RDS, 'ModifyDBCluster'), ...threads('aws/aws-cdk#26072')],
  }),
  ...rejected(['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'], {
    when: test('parameter-group-of-old-family'),
    because: 'a database accepts only parameter groups of its own family',
    fix: 'Give it a parameter group of the new family in the same deployment, under another construct id.',
    sources: [operation(RDS, 'ModifyDBInstance'), operation(RDS, 'ModifyDBCluster')],
  }),
  ...rejected('AWS::RDS::DBCluster', {
    when: test('primary-before-secondary'),
    says: 'Cannot upgrade DB cluster … as global replica(s) are running lower version. Please upgrade global replicas first',
    fix: 'Deploy the stacks of the secondary clusters first, with their new version (`cdk deploy --exclusively …`), then the stack of the primary one.',
    sources: threads('hashicorp/terraform-provider-aws#29487'),
  }),
  ...rejected('AWS::RDS::DBCluster', {
    when: test('major-version-of-global-member'),
    says: "Major Version Upgrade isn't supported in a single member of a global cluster. Use ModifyGlobalCluster to upgrade all the members.",
    fix: 'Set the new `EngineVersion` on the `CfnGlobalCluster` first, which upgrades all members, and on the clusters in a second deployment.',
    steps: ['set the new `EngineVersion` on the `CfnGlobalCluster` alone', 'set it on the member clusters'],
    sources: threads('hashicorp/terraform-provider-aws#28761'),
  }),
  ...rejected('AWS::RDS::GlobalCluster', {
    when: test('parameter-groups-of-members'),
    level: 'careful',
    because: 'the cluster and instance parameter groups are set to the default ones of the new version',
    fix: 'Give the members parameter groups of the new family in a deployment after the upgrade.',
    sources: [operation(RDS, 'ModifyGlobalCluster')],
  }),
  ...rejected('AWS::RDS::GlobalCluster', {
    when: test('minor-version-of-global-cluster'),
    says: "ModifyGlobalCluster doesn't support minor version upgrades for Aurora global databases",
    fix: 'Change the version of the member clusters one by one, the secondary ones first, and that of the global cluster with the last.',
    sources: threads('hashicorp/terraform-provider-aws#45398'),
  }),
  ...rejected(['AWS::RDS::DBSubnetGroup', 'AWS::DocDB::DBSubnetGroup', 'AWS::Neptune::DBSubnetGroup'], {
    when: test('subnets-of-another-vpc'),
    says: 'The new Subnets are not in the same Vpc as the existing subnet group',
    fix: 'Create a new subnet group and a new database in the other VPC (new construct ids), and migrate the data.',
    sources: threads('hashicorp/terraform-provider-aws#27459', 'aws/aws-cdk#28369'),
  }),
  ...rejected(['AWS::RDS::DBSubnetGroup', 'AWS::DocDB::DBSubnetGroup', 'AWS::Neptune::DBSubnetGroup'], {
    when: test('zone-left'),
    level: 'careful',
    says: 'Some of the subnets to be deleted are currently in use',
    fix: 'Deploy twice: first with the new subnets beside the old ones; then move the instances out of the zone (fail over, or replace them), and remove the old subnets.',
    sources: threads('aws/aws-cdk#26135'),
  }),
  ...rejected('AWS::RDS::DBInstance', {
    when: fromTo('StorageType', undefined, ['io1', 'io2']),
    given: [['Iops', ['']]],
    because: 'storage of this type needs `Iops`',
    fix: 'Set `iops` together with the storage type.',
    sources: [page('AWS::RDS::DBInstance')],
  }),
  ...rejected(['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'], {
    when: { rule: 'version-lowered', path: 'EngineVersion', engine: ['Engine'] },
    because: 'an engine version cannot be lowered',
    fix: 'Keep the deployed engine version or a later one, or create a new cluster and load the data again.',
    sources: [page('AWS::ElastiCache::ReplicationGroup'), operation(ELASTICACHE, 'ModifyReplicationGroup')],
  }),
  ...rejected('AWS::ElastiCache::ReplicationGroup', {
    when: changed('TransitEncryptionEnabled', 'false'),
    givenBefore: [['UserGroupIds.0', []]],
    says: 'Modification of transit encryption is not supported for access control enabled clusters.',
    fix: NEW_RESOURCE,
    sources: ['https://github.com/aws-controllers-k8s/community/issues/2536'],
  }),
  ...rejected('AWS::ElastiCache::ReplicationGroup', {
    when: fromTo('TransitEncryptionEnabled', ['', 'false'], ['true']),
    steps: [
      "set `transitEncryptionEnabled: true` and `transitEncryptionMode: 'preferred'`",
      "set `transitEncryptionMode: 'required'`, when all clients use TLS",
    ],
    given: [['TransitEncryptionMode', ['', 'required']]],
    because: 'encryption in transit must be switched on in two steps, first with the mode `preferred`',
    fix: "Deploy with `transitEncryptionMode: 'preferred'` first, let the clients connect with TLS, and set `required` in a second deployment.",
    sources: [operation(ELASTICACHE, 'ModifyReplicationGroup')],
  }),
  ...rejected('AWS::ElastiCache::ReplicationGroup', {
    when: fromTo('TransitEncryptionEnabled', ['true'], ['', 'false']),
    steps: ["set `transitEncryptionMode: 'preferred'`", 'set `transitEncryptionEnabled: false`'],
    givenBefore: [['TransitEncryptionMode', ['', 'required']]],
    because: 'encryption in transit must be switched off in two steps, first with the mode `preferred`',
    fix: "Deploy with `transitEncryptionMode: 'preferred'` first, and switch it off in a second deployment.",
    sources: [operation(ELASTICACHE, 'ModifyReplicationGroup')],
  }),
  ...rejected('AWS::ElastiCache::ReplicationGroup', {
    when: changed('CacheNodeType'),
    given: [['GlobalReplicationGroupId', []]],
    says: 'Replication Group … is a member of Global Replication Group …, hence NodeType property cannot be modified.',
    fix: 'Change `cacheNodeType` of the `CfnGlobalReplicationGroup`.',
    sources: threads('aws-cloudformation/cloudformation-coverage-roadmap#1965'),
  }),
  ...rejected('AWS::ElastiCache::ReplicationGroup', {
    when: fromTo('NumCacheClusters', undefined, ['1']),
    steps: ['set `automaticFailoverEnabled: false` and `multiAzEnabled: false`', 'set `numCacheClusters: 1`'],
    given: [['AutomaticFailoverEnabled', ['true']]],
    because: 'automatic failover needs a replica',
    fix: 'Switch `automaticFailoverEnabled` and `multiAzEnabled` off in a first deployment, and remove the replicas in a second.',
    sources: threads('crossplane-contrib/provider-aws#1594'),
  }),
  ...rejected('AWS::ElastiCache::ReplicationGroup', {
    when: fromTo('ClusterMode', ['disabled'], ['enabled']),
    steps: ["set `clusterMode: 'compatible'`", "set `clusterMode: 'enabled'`"],
    because: 'cluster mode must be switched on in two steps, first with `compatible`',
    fix: "Deploy with `clusterMode: 'compatible'` first, then with `'enabled'`.",
    sources: [operation(ELASTICACHE, 'ModifyReplicationGroup')],
  }),
  ...['EncryptionAtRestOptions.Enabled', 'NodeToNodeEncryptionOptions.Enabled'].flatMap((path) =>
    rejected(['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'], {
      level: 'careful',
      when: fromTo(path, ['true'], ['false', '']),
      because: 'this encryption cannot be switched off again',
      fix: 'Keep it, or create a new domain and restore a snapshot.',
      sources: [
        'https://docs.amazonaws.cn/en_us/systems-manager-automation-runbooks/latest/userguide/automation-awssupportremediator-enableopensearchnodetonodeencryption.md',
        'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html',
      ],
    }),
  ),
  ...rejected(['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'], {
    when: test('domain-downgraded'),
    because: 'a domain cannot be downgraded',
    fix: 'Keep the deployed version, or create a new domain and restore a snapshot.',
    sources: threads('aws-cloudformation/cloudformation-coverage-roadmap#1240'),
  }),
  ...rejected('AWS::OpenSearchService::Domain', {
    when: fromTo('IPAddressType', ['dualstack'], ['ipv4', '']),
    because: 'a dual-stack domain cannot become one with IPv4 only',
    fix: 'Keep `dualstack`, or create a new domain.',
    sources: [page('AWS::OpenSearchService::Domain')],
  }),
  ...rejected('AWS::OpenSearchService::Domain', {
    when: fromTo('OffPeakWindowOptions.Enabled', ['true'], ['false']),
    because: 'an off-peak window cannot be switched off',
    fix: 'Keep `offPeakWindowEnabled: true`.',
    sources: ['https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_OffPeakWindowOptions.html'],
  }),
];
