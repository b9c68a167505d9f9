import type { CheckContext } from '../../../src/check/check.js';
import { defineFamily } from '../../../src/check/family.js';
import type { Problem } from '../../../src/check/problem.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import { RECORD_TYPES, type RecordSet, recordsOf } from '../../../src/queries/record-sets.js';

/** Checks of one record at a time, whichever resource declares it. */
export const recordCheck = defineFamily((row: { ofRecord(record: RecordSet, context: CheckContext): Iterable<Problem> }) => ({
  types: RECORD_TYPES,
  *resource(resource: Resource, context: CheckContext): Iterable<Problem> {
    for (const record of recordsOf(resource)) yield* row.ofRecord(record, context);
  },
}));
