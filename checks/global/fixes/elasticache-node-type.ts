import type { Stack } from 'aws-cdk-lib';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';

declare const stack: Stack;

/// !show
new elasticache.CfnReplicationGroup(stack, 'Sessions', {
  replicationGroupDescription: 'Sessions',
  engine: 'valkey',
  cacheNodeType: 'cache.r7g.large',
  automaticFailoverEnabled: true,
  numCacheClusters: 2,
});
