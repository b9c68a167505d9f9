import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { referencesIn } from '../../graph/model/value.js';
import { groupBy } from '../../group-by.js';
import { hostAt } from '../../queries/health-check-host.js';
import { allRecords, type RecordSet } from '../../queries/record-sets.js';

/** What a host name, an address or an alias leads to. */
export interface Target {
  readonly at: Property;
  /** Undefined when it is in no region, or in one that is not known. */
  readonly region: string | undefined;
  readonly resource: Resource | undefined;
  /** The records that it is the name of. */
  readonly records: readonly RecordSet[];
}

const GLOBAL = /^AWS::(?:CloudFront|GlobalAccelerator|Route53|IAM|S3::MultiRegionAccessPoint)/;

export function targetAt(at: Property): Target {
  const host = hostAt(at);
  const resource = (host?.whole ?? host?.first ?? host?.cutOf ?? referencesIn(at.value)[0])?.resource;
  const records = host === undefined ? [] : (at.resource.graph.memo(recordsByName).get(host.text) ?? []);
  const region = resource === undefined ? host?.endpoint?.region : GLOBAL.test(resource.type) ? undefined : resource.region;
  return { at, region, resource, records };
}

/** The targets of a record: of its alias, or each of its values. */
export function targetsOf(record: RecordSet): readonly Target[] {
  const alias = record.get('AliasTarget');
  if (!alias.isAbsent) return [targetAt(alias.get('DNSName'))];
  return (record.get('ResourceRecords').items ?? []).map(targetAt);
}

/** Aliases of aliases. */
const MAX_STEPS = 5;

/** The regions that records lead to, over the records that they name; undefined for what is not known. */
export function regionsOf(records: readonly RecordSet[], steps = MAX_STEPS): ReadonlySet<string | undefined> {
  const regions = new Set<string | undefined>();
  if (steps === 0) return regions.add(undefined);
  for (const record of records) {
    for (const { region, records: named } of targetsOf(record)) {
      if (named.length === 0) regions.add(region);
      else for (const further of regionsOf(named, steps - 1)) regions.add(further);
    }
  }
  return regions;
}

/** Records by their name; of those that would be many, a few. */
function recordsByName(graph: ResourceGraph): ReadonlyMap<string, readonly RecordSet[]> {
  const groups = groupBy(allRecords(graph), ({ name }) => name);
  return new Map([...groups].flatMap(([name, records]) => (name === undefined ? [] : [[name, records.slice(0, 20)] as const])));
}
