import type { Stack } from '../assembly/model.js';
import { GLOBAL_SERVICE_TYPES } from '../facts/global-services.js';
import { STORE_TYPES } from '../facts/resilience/stores.js';
import type { Link } from '../graph/model/link.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { GLOBAL_CLUSTERS } from '../queries/global-clusters.js';
import { type Reached, reach } from '../queries/reach.js';
import { waysOf } from '../resilience/ways/find.js';

/** What the graph says of a region that is gone. */
export interface RegionLoss {
  readonly stacks: readonly Stack[];
  /** What is deployed to it, less what is in no region. */
  readonly lost: readonly Resource[];
  readonly data: readonly Store[];
  /** Of services that are in no region, by service: it keeps working, and stacks of the region cannot change it. */
  readonly global: readonly Resource[];
  /** What is elsewhere, or in no region, and refers to what is lost, over any number of links. */
  readonly affected: readonly Reached[];
}

/** Something of the region that holds data, and where else the data is. */
export interface Store {
  readonly resource: Resource;
  readonly copies: readonly { readonly region: string; readonly by: string }[];
  /** Why there may be copies that the templates do not show. */
  readonly open: string | undefined;
}

export function loseRegion(graph: ResourceGraph, region: string): RegionLoss {
  const there = graph.resources().filter((resource) => resource.region === region && resource.type !== 'AWS::CDK::Metadata');
  const lost = there.filter((resource) => !isGlobal(resource));
  return {
    stacks: graph.stacks.filter(({ environment }) => environment.region === region),
    lost,
    data: lost.filter(isStore).map((resource) => toStore(resource, region)),
    global: there.filter(isGlobal),
    affected: reach(
      graph,
      lost.filter((resource) => !isServedElsewhere(resource, region)),
      'users',
      { follows: isNeeded },
    ).filter(({ resource }) => resource.region !== region || isGlobal(resource)),
  };
}

/** A global cluster is in several regions, and lives on in the others. */
function isGlobal({ type }: Resource): boolean {
  return GLOBAL_CLUSTERS.includes(type) || GLOBAL_SERVICE_TYPES.some(({ types }) => type.startsWith(types));
}

/** An instance of a cluster holds what its cluster holds. */
function isStore(resource: Resource): boolean {
  return STORE_TYPES.get(resource.type)?.kind === 'data' && resource.property('DBClusterIdentifier').isAbsent;
}

function toStore(resource: Resource, region: string): Store {
  const { ways, open } = waysOf(resource);
  const copies = ways.map(({ to, row }) => ({ region: to, by: row.name }));
  const originals = (resource.graph.memo(originalsByCopy).get(resource) ?? []).filter(({ region: there }) =>
    copies.every((copy) => copy.region !== there),
  );
  return { resource, copies: [...copies, ...originals].filter((copy) => copy.region !== region), open };
}

/** What a copy holds is where it is copied from, too. */
function originalsByCopy(graph: ResourceGraph): ReadonlyMap<Resource, Store['copies']> {
  const originals = new Map<Resource, Store['copies']>();
  for (const store of graph.resources()) {
    const { region } = store;
    if (region === undefined || !isStore(store)) continue;
    for (const { copy, row } of waysOf(store).ways)
      if (copy !== undefined) originals.set(copy, [...(originals.get(copy) ?? []), { region, by: `the source of the ${row.name}` }]);
  }
  return originals;
}

/** What names it elsewhere reads a replica there, which serves without a failover. */
function isServedElsewhere(resource: Resource, region: string): boolean {
  return STORE_TYPES.has(resource.type) && waysOf(resource).ways.some(({ to, row }) => to !== region && row.atFailover === 'none');
}

/** Types that grant something, pass values on when they are deployed, or are in several regions: they fail with nothing that they name. */
const ONLY_NAMES = /^(?:AWS::IAM::|AWS::Lambda::Permission$|Custom::CrossRegionExport)|::GlobalCluster$/;

/** Whether what refers fails when what it refers to is gone. An order of deployment says nothing of that. */
function isNeeded({ kind, from, to }: Link): boolean {
  return kind !== 'depends-on' && !ONLY_NAMES.test(from.type) && !GLOBAL_CLUSTERS.includes(to.type);
}
