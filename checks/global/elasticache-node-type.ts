import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';

const cache = (CacheNodeType: string) => ({
  Cache: stack('us-east-1', {
    Primary: resource('AWS::ElastiCache::ReplicationGroup', {
      ReplicationGroupDescription: 'sessions',
      Engine: 'redis',
      CacheNodeType,
      AutomaticFailoverEnabled: true,
    }),
    Global: resource('AWS::ElastiCache::GlobalReplicationGroup', {
      GlobalReplicationGroupIdSuffix: 'sessions',
      Members: [{ ReplicationGroupId: { Ref: 'Primary' }, ReplicationGroupRegion: 'us-east-1', Role: 'PRIMARY' }],
    }),
  }),
});

export default defineCheck({
  id: 'global/elasticache-node-type',
  title: 'Global datastore on a burstable node type',
  severity: 'error',
  types: ['AWS::ElastiCache::GlobalReplicationGroup'],
  docs: {
    why: 'Global datastores run on memory- and general-purpose node types. With a burstable one (`cache.t3`, `cache.t4g`) ElastiCache answers "Global replication group is not supported for the node type."',
    fix: 'Use `cacheNodeType: "cache.r7g.large"` or another of the supported families for the primary; its secondaries take the type from it.',
    sources: [
      'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Redis-Global-Datastores-Getting-Started.html',
      'https://github.com/hashicorp/terraform-provider-aws/issues/17768',
    ],
    templateFix:
      'Use `CacheNodeType: cache.r7g.large` or another of the supported families for the primary; its secondaries take the type from it.',
    bad: cache('cache.t4g.medium'),
    good: cache('cache.r6g.large'),
  },
  *resource(global) {
    const own = global.property('CacheNodeType');
    const members = (global.property('Members').items ?? []).map((member) => member.get('ReplicationGroupId'));
    const groups = members.map((at) => at.target('AWS::ElastiCache::ReplicationGroup')?.property('CacheNodeType'));
    for (const at of [own, ...groups]) {
      if (at === undefined || !/^cache\.t\d/.test(at.text ?? '')) continue;
      yield {
        at,
        message: `${at.text} is a burstable node type, and ${global.displayNameFrom(at.resource)} makes this a global datastore: "Global replication group is not supported for the node type."`,
        ...(!at.resource.is(global) && { related: [{ at: global, message: 'The global datastore.' }] }),
      };
    }
  },
});
