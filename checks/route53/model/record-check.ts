import type { CheckContext } from '../../../src/check/check.js';
import { defineFamily } from '../../../src/check/family.js';
import type { Problem } from '../../../src/check/problem.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../../src/graph/model/resource-graph.js';
import { memoizeByKey } from '../../../src/memoize.js';
import { allRecords, RECORD_TYPES, type RecordSet, recordsOf } from '../../../src/queries/record-sets.js';

interface RecordCheck {
  /** A property without which a record has nothing to be wrong. */
  readonly needs?: string;
  ofRecord(record: RecordSet, context: CheckContext): Iterable<Problem>;
}

/** Checks of one record at a time, whichever resource declares it. */
export const recordCheck = defineFamily(({ needs, ofRecord }: RecordCheck) => ({
  types: RECORD_TYPES,
  ...(needs !== undefined && { among: (graph: ResourceGraph) => graph.memo(resourcesWith(needs)) }),
  resource(resource: Resource, context: CheckContext): Iterable<Problem> {
    const records = recordsOf(resource);
    const [only] = records;
    return records.length === 1 && only ? ofRecord(only, context) : records.flatMap((record) => [...ofRecord(record, context)]);
  },
}));

/** The resources that declare a record with a property. */
const resourcesWith = memoizeByKey((property: string) => (graph: ResourceGraph): ReadonlySet<Resource> => {
  const having = allRecords(graph).filter((record) => !record.get(property).isAbsent);
  return new Set(having.map(({ resource }) => resource));
});
