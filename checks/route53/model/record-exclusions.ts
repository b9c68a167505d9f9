import type { ResourceGraph } from '../../../src/graph/model/resource-graph.js';
import { identityWithin } from '../../../src/graph/model/value.js';
import { normalName } from '../../../src/queries/dns-names.js';
import type { RecordSet } from '../../../src/queries/record-sets.js';

export interface Exclusion {
  readonly twin: RecordSet;
  /** What the record is, so that the two cannot be together. */
  readonly reason: string;
  /** What to write instead, where it is not the general advice. */
  readonly fix?: string;
}

/**
 * The earlier record that a record cannot be together with, although both have the same routing policy.
 * Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html
 */
export function excludedBy(record: RecordSet): Exclusion | undefined {
  return (
    first(MAY_EXCLUDE.has(record.policy) ? record.earlier : [], (twin) => twice(record, twin), FIXES.get(record.policy)) ??
    first(record.earlierAtName, (twin) => besideCname(record, twin), CNAME_FIX)
  );
}

/** Records that have a routing policy already need another value of it. */
const FIXES: ReadonlyMap<string | undefined, string> = new Map([
  [
    'latency',
    'Declare one latency record for each region: `region: this.region` in the stack of each. For several endpoints in one region, point the latency record at a weighted group under a name of its own.',
  ],
  ['geolocation', 'Declare one record for each place (`geoLocation`), or give the two records different places.'],
]);

const CNAME_FIX =
  'A CNAME is the only record of its name. Give one of the two another name; where the CNAME points at an AWS resource, use an alias record instead (`ARecord` with `RecordTarget.fromAlias(…)`), beside which records of other types are allowed.';

/** With another policy, records of one name and type may be as many as their identifiers. */
const MAY_EXCLUDE: ReadonlySet<RecordSet['policy']> = new Set(['simple', 'latency', 'geolocation'] as const);

function first(twins: readonly RecordSet[], reasonOf: (twin: RecordSet) => string | undefined, fix?: string): Exclusion | undefined {
  for (const twin of twins) {
    const reason = reasonOf(twin);
    if (reason !== undefined) return { twin, reason, ...(fix && { fix }) };
  }
  return undefined;
}

function twice(record: RecordSet, twin: RecordSet): string | undefined {
  const { policy } = record;
  if (policy !== twin.policy) return undefined;
  if (policy === 'simple' && [record, twin].some(isDeletedBefore)) return undefined;
  if (policy === 'simple') return 'declared twice in the same zone, without a routing policy';
  // The same set identifier twice has a check of its own.
  if (record.identity === twin.identity) return undefined;
  const region = policy === 'latency' ? record.get('Region').text : undefined;
  if (region !== undefined && region === twin.get('Region').text) return `one of two latency records for ${region}`;
  if (policy !== 'geolocation') return undefined;
  const { location } = record;
  return location !== undefined && location === twin.location ? `one of two geolocation records for ${location}` : undefined;
}

/** Whether `deleteExisting` of the CDK deletes what is under the record's name before it is created. */
function isDeletedBefore(record: RecordSet): boolean {
  return record.resource.graph.memo(deletedNames).has(`${record.name} ${record.type}`);
}

function deletedNames(graph: ResourceGraph): ReadonlySet<string> {
  return new Set(
    graph.resourcesOfType('Custom::DeleteExistingRecordSet').flatMap((deletion) => {
      const [name, type] = [deletion.property('RecordName'), deletion.property('RecordType')];
      const identity = identityWithin(name.value, graph.idOf(deletion.stack));
      return identity === undefined || type.text === undefined ? [] : [`${normalName(identity)} ${type.text.toUpperCase()}`];
    }),
  );
}

function besideCname(record: RecordSet, twin: RecordSet): string | undefined {
  if (record.type === undefined || twin.type === undefined) return undefined;
  if (record.type === twin.type || (record.type !== 'CNAME' && twin.type !== 'CNAME')) return undefined;
  return record.type === 'CNAME' ? `a CNAME beside a record of type ${twin.type}` : 'beside a CNAME of the same name';
}
