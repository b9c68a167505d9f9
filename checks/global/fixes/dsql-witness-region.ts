import type { Stack } from 'aws-cdk-lib';
import * as dsql from 'aws-cdk-lib/aws-dsql';

declare const stack: Stack;
declare const peer: dsql.CfnCluster;

/// !show
new dsql.CfnCluster(stack, 'Orders', {
  multiRegionProperties: {
    witnessRegion: 'us-west-2',
    clusters: [peer.attrResourceArn],
  },
});
