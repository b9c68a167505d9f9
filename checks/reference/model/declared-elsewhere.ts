import type { Stack } from '../../../src/assembly/model.js';
import type { Problem } from '../../../src/check/problem.js';
import type { ReferenceRow } from '../../../src/facts/references/row.js';
import { partitionOf } from '../../../src/facts/regions.js';
import { NAMED_TYPES } from '../../../src/facts/resource-names.js';
import type { Arn } from '../../../src/graph/model/arn.js';
import type { Property } from '../../../src/graph/model/property.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../../src/graph/model/resource-graph.js';
import { memoizeByKey } from '../../../src/memoize.js';
import { fixOf, type NamedPlace, regionNamedBy } from '../../../src/queries/named-places.js';
import { mayBeIn } from './replicated.js';

/** Values that other checks follow, by name, into other regions. */
const CHECKED_ELSEWHERE: ReadonlySet<string> = new Set(['AWS::SSM::Parameter', 'AWS::SecretsManager::Secret']);

/** The types that a row means by a name, which is looked up in one region. */
export const namedTypes = memoizeByKey((row: ReferenceRow): readonly string[] =>
  row.region === 'any'
    ? []
    : [...row.types, ...(row.services.includes('kms') ? ['AWS::KMS::Alias'] : [])].filter(
        (type) => NAMED_TYPES.get(type)?.scope === 'region' && !CHECKED_ELSEWHERE.has(type),
      ),
);

/** What a place names, when the region where it is looked up does not declare it and another region of the app does. */
export function declaredElsewhere(place: NamedPlace): Problem | undefined {
  const { at, row, wantedRegion, decidedBy } = place;
  const types = namedTypes(row);
  if (wantedRegion === undefined || types.length === 0) return undefined;
  const { reference } = at;
  // Most places name something of their own stack.
  if (reference?.resource.region === wantedRegion) return undefined;
  const arn = reference === undefined && at.text?.startsWith('arn:') !== false ? at.arn : undefined;
  if (arn !== undefined) return namedByArn(place, arn, types);
  const name = nameAt(at, row, types);
  if (name === undefined) return undefined;
  const { graph, account } = at.resource;
  const all = graph.names.named(name, types);
  // Services create log groups of these names by themselves.
  if (name.startsWith('/aws/') || all.some((one) => mayBeIn(one, wantedRegion))) return undefined;
  const found = all.find((one) => one.account === account);
  if (found?.region === undefined || partitionOf(found.region) !== partitionOf(wantedRegion)) return undefined;
  if (graph.mayLackResources(stacksIn(graph, wantedRegion))) return undefined;
  const because = decidedBy?.isAbsent === false ? `, as ${decidedBy.path.at(-1)} says` : '';
  return {
    at,
    message: `The ${row.what} ${name} is looked up in ${wantedRegion}${because}, and the app declares it in ${found.region} only.`,
    fix: decidedBy?.isAbsent === false ? fixOf(row, wantedRegion) : `Declare it in ${wantedRegion}, or use one that exists there.`,
    related: [{ at: found, message: `Declared in ${found.region}.` }],
  };
}

/** An ARN of a region where stacks of the app are, and none of them declares what it names. */
function namedByArn({ at, row, wantedRegion }: NamedPlace, arn: Arn, types: readonly string[]): Problem | undefined {
  const { graph } = at.resource;
  const { region, account, service } = arn;
  if (region === undefined || region !== wantedRegion || account === undefined || !row.services.includes(service ?? '')) return undefined;
  const regions = graph.memo(regionsByAccount).get(account);
  if (regions?.has(region) !== true || graph.names.findArn(arn, types) !== undefined) return undefined;
  const found = [...regions].map((other) => graph.names.findArn({ ...arn, region: other }, types)).find((one) => one !== undefined);
  const name = found?.physicalName;
  if (found === undefined || name === undefined || mayBeIn(found, region) || name.startsWith('/aws/')) return undefined;
  if (graph.mayLackResources(stacksIn(graph, region))) return undefined;
  return {
    at,
    message: `The ${row.what} ${name} of ${region} is not declared by any stack: the app declares one of this name in ${found.region} only.`,
    fix: `Declare it in ${region}, too, or use one that exists there.`,
    related: [{ at: found, message: `Declared in ${found.region}.` }],
  };
}

function stacksIn({ stacks }: ResourceGraph, region: string): readonly Stack[] {
  return stacks.filter(({ environment }) => environment.region === region);
}

function regionsByAccount(graph: ResourceGraph): ReadonlyMap<string, ReadonlySet<string>> {
  const regions = new Map<string, Set<string>>();
  for (const { environment } of graph.stacks) {
    const { account, region } = environment;
    if (account !== undefined && region !== undefined) regions.set(account, (regions.get(account) ?? new Set()).add(region));
  }
  return regions;
}

/** A name alone: what an ARN or an id says of the region is checked by itself. */
export function nameAt(at: Property, row: ReferenceRow, types: readonly string[]): string | undefined {
  const { reference, text } = at;
  if (reference === undefined) return text?.startsWith('arn:') === true ? undefined : text;
  const { resource } = reference;
  return types.includes(resource.type) && regionNamedBy(at, row) === undefined && isName(resource, reference.attribute)
    ? resource.physicalName
    : undefined;
}

function isName({ type }: Resource, attribute: string | undefined): boolean {
  return attribute === undefined ? NAMED_TYPES.has(type) : /name$/i.test(attribute);
}
