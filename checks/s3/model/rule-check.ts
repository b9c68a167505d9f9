import type { CheckContext } from '../../../src/check/check.js';
import { defineFamily } from '../../../src/check/family.js';
import type { Problem } from '../../../src/check/problem.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import { destinationsOf, type Replication, replicationsOf } from './bucket-replication.js';

interface RuleCheck {
  /** Once for each destination, not for each rule. */
  readonly isOfDestination?: true;
  ofRule(replication: Replication, bucket: Resource, context: CheckContext): Iterable<Problem>;
}

/** Checks of one rule of a bucket's replication at a time. */
export const ruleCheck = defineFamily(({ isOfDestination, ofRule }: RuleCheck) => ({
  types: ['AWS::S3::Bucket'],
  needs: ['ReplicationConfiguration'],
  *resource(bucket: Resource, context: CheckContext): Iterable<Problem> {
    for (const replication of (isOfDestination ? destinationsOf : replicationsOf)(bucket)) yield* ofRule(replication, bucket, context);
  },
}));
