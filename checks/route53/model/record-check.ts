import type { CheckContext } from '../../../src/check/check.js';
import { defineFamily } from '../../../src/check/family.js';
import type { Problem } from '../../../src/check/problem.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import { RECORD_TYPES, type RecordSet, recordsOf } from '../../../src/queries/record-sets.js';

interface RecordCheck {
  /** A property without which a record has nothing to be wrong. */
  readonly mustHave?: string;
  ofRecord(record: RecordSet, context: CheckContext): Iterable<Problem>;
}

/** Checks of one record at a time, whichever resource declares it. */
export const recordCheck = defineFamily(({ mustHave, ofRecord }: RecordCheck) => ({
  types: RECORD_TYPES,
  // Records of a group may have it.
  ...(mustHave !== undefined && { needs: [mustHave, 'RecordSets'] }),
  resource(resource: Resource, context: CheckContext): Iterable<Problem> {
    const records = recordsOf(resource);
    const [only] = records;
    return records.length === 1 && only ? ofRecord(only, context) : records.flatMap((record) => [...ofRecord(record, context)]);
  },
}));
