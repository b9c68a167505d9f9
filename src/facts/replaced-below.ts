import { tableOf } from '../table-of.js';

/** Properties below others whose change is reported to replace the resource: what their pages say, and what happened. */
export const REPLACED_BELOW: Readonly<Record<string, readonly string[]>> = tableOf({
  // https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2340
  'AWS::MSK::Cluster': ['BrokerNodeGroupInfo.SecurityGroups', 'BrokerNodeGroupInfo.ClientSubnets'],
});
