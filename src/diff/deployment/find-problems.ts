import type { Stack } from '../../assembly/model.js';
import { deletedRecords } from './deleted-records.js';
import { deletionHolds } from './deletion-holds.js';
import { exportOwnerProblems } from './export-owners.js';
import { exportProblems } from './exports.js';
import { functionVersionProblems } from './function-versions.js';
import { handlerDeletions } from './handler-deletions.js';
import { identityProblems } from './identities.js';
import { logGroupProblems } from './log-groups.js';
import { nameProblems } from './names.js';
import type { DiffContext, Problem } from './problem.js';
import { recordPolicyProblems } from './record-policies.js';
import { rejectedUpdates } from './rejected-updates.js';
import { staleConsumers } from './stale.js';
import { subnetRangeProblems } from './subnet-ranges.js';
import { targetGroupProblems } from './target-groups.js';
import { updateProblems } from './updates.js';

/** All that keeps the change from being deployed in one go. */
export function findProblems(context: DiffContext, isChanged: (root: Stack) => boolean): readonly Problem[] {
  return [
    ...exportProblems(context),
    ...exportOwnerProblems(context),
    ...nameProblems(context),
    ...identityProblems(context),
    ...recordPolicyProblems(context),
    ...targetGroupProblems(context),
    ...subnetRangeProblems(context),
    ...logGroupProblems(context),
    ...deletedRecords(context),
    ...handlerDeletions(context),
    ...functionVersionProblems(context),
    ...deletionHolds(context),
    ...updateProblems(context),
    ...rejectedUpdates(context),
    ...staleConsumers(context, isChanged),
  ];
}
