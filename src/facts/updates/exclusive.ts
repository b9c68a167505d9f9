import { threads } from '../identities/row.js';

/** What the service answers, how to deploy all the same, and where both were read. */
export interface ExclusiveUse {
  readonly says: string;
  readonly fix: string;
  readonly sources: readonly string[];
}

/** A target group has one load balancer. */
export const TARGET_GROUP: ExclusiveUse = {
  says: 'The following target groups cannot be associated with more than one load balancer',
  fix: 'Give the target group another construct id with this change (`listener.addTargets(…)`, `new elbv2.ApplicationTargetGroup(…)`), so that it is created with the load balancer; or deploy in two steps, first without the listeners and rules that name it.',
  sources: threads('aws/aws-cdk#5440', 'aws/aws-cdk#33253', 'aws-cloudformation/cloudformation-coverage-roadmap#780'),
};

/** Ranges of the subnets of a VPC do not overlap. */
export const SUBNET_RANGE: ExclusiveUse = {
  says: 'The CIDR … conflicts with another subnet',
  fix: 'Give the subnet a range that no deployed subnet has: append new subnets and zones at the end, and reserve ranges (`reserved: true`, `reservedAzs`); or remove the old subnet in a deployment of its own first.',
  sources: threads('aws/aws-cdk#6683', 'aws/aws-cdk#23013', 'aws/aws-cdk#24708'),
};
