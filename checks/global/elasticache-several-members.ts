import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';

const example = (...regions: readonly string[]) => ({
  Cache: stack('us-east-1', {
    Global: resource('AWS::ElastiCache::GlobalReplicationGroup', {
      GlobalReplicationGroupIdSuffix: 'sessions',
      Members: regions.map((region) => ({ ReplicationGroupId: `sessions-${region}`, ReplicationGroupRegion: region })),
    }),
  }),
});

export default defineCheck({
  id: 'global/elasticache-several-members',
  title: 'Global datastore that is created with several members',
  severity: 'warning',
  types: ['AWS::ElastiCache::GlobalReplicationGroup'],
  docs: {
    why: 'A global datastore is made from its primary alone; secondaries join it afterwards. When it does not exist yet, CloudFormation rejects a list of several: "GlobalReplicationGroup cannot be created with multiple members."',
    fix: 'List the primary in `members`, and set `globalReplicationGroupId` on the `CfnReplicationGroup` of each secondary, in a stack that depends on this one.',
    sources: [
      'https://github.com/awsdocs/aws-cloudformation-user-guide/issues/1120',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-globalreplicationgroup.html',
    ],
    templateFix:
      'List the primary in `Members`, and set `GlobalReplicationGroupId` on the `AWS::ElastiCache::ReplicationGroup` of each secondary, in a stack that is deployed later.',
    bad: example('us-east-1', 'us-west-2'),
    good: example('us-east-1'),
  },
  *resource(group) {
    const [, second] = group.property('Members').items ?? [];
    if (second === undefined) return;
    yield {
      at: second,
      message:
        'The datastore has more than one member: if it does not exist yet, "GlobalReplicationGroup cannot be created with multiple members".',
    };
  },
});
