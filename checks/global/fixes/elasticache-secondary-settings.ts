import type { Stack } from 'aws-cdk-lib';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';

declare const stack: Stack;
declare const globalGroupId: string;

/// !show
new elasticache.CfnReplicationGroup(stack, 'Sessions', {
  replicationGroupDescription: 'Sessions in the standby region',
  globalReplicationGroupId: globalGroupId,
  cacheSubnetGroupName: 'sessions',
});
