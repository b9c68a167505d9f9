import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';

const SETTINGS = ['Engine', 'EngineVersion', 'CacheNodeType', 'NumNodeGroups', 'AtRestEncryptionEnabled', 'TransitEncryptionEnabled'];
const example = (settings: object) => ({
  CacheSecondary: stack('us-west-2', {
    Sessions: resource('AWS::ElastiCache::ReplicationGroup', {
      ReplicationGroupDescription: 'sessions',
      GlobalReplicationGroupId: 'ldgnf-sessions',
      ...settings,
    }),
  }),
});

export default defineCheck({
  id: 'global/elasticache-secondary-settings',
  title: 'Secondary of a global datastore with settings of its own',
  severity: 'error',
  types: ['AWS::ElastiCache::ReplicationGroup'],
  docs: {
    why: 'A replication group that joins a global datastore takes engine, version, node type, shards and encryption from the primary. One that sets them is rejected: "Cannot use the given parameters when creating new replication group in an existing global replication group."',
    fix: "On the secondary's `CfnReplicationGroup` set `globalReplicationGroupId` and what is local (subnets, security groups, key), and nothing that the primary decides.",
    sources: [
      'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Redis-Global-Datastores-CLI.html',
      'https://github.com/umotif-public/terraform-aws-elasticache-redis/issues/31',
      'https://github.com/awsdocs/aws-cloudformation-user-guide/pull/1117',
    ],
    templateFix:
      'On the `AWS::ElastiCache::ReplicationGroup` of the secondary, set `GlobalReplicationGroupId` and what is local (subnets, security groups, key), and nothing that the primary decides.',
    bad: example({ Engine: 'redis', CacheNodeType: 'cache.r6g.large' }),
    good: example({}),
  },
  *resource(group) {
    if (group.property('GlobalReplicationGroupId').isAbsent) return;
    const given = SETTINGS.map((name) => group.property(name)).filter(
      ({ isAbsent, value }) => !isAbsent && !(value.kind === 'unknown' && value.reason === 'condition'),
    );
    const [first] = given;
    if (first === undefined) return;
    yield {
      at: first,
      message: `This replication group joins a global datastore and sets ${given.map(({ path }) => path.at(-1)).join(', ')}, which it inherits from the primary: "Cannot use the given parameters when creating new replication group in an existing global replication group".`,
    };
  },
});
