import type { Stack } from 'aws-cdk-lib';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';

declare const stack: Stack;
declare const primary: elasticache.CfnReplicationGroup;

/// !show
new elasticache.CfnGlobalReplicationGroup(stack, 'Global', {
  globalReplicationGroupIdSuffix: 'sessions',
  members: [
    {
      replicationGroupId: primary.ref,
      replicationGroupRegion: 'us-east-1',
      role: 'PRIMARY',
    },
  ],
});
