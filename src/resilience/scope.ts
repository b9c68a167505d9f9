import type { Contract } from '../check/contract.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { groupBy } from '../group-by.js';

/** What a contract covers: the resources of its stacks, by region. */
export interface Scope {
  readonly graph: ResourceGraph;
  readonly contract: Contract;
  /** The regions whose loss has to be survived: all of them in active-active, otherwise the primary one. */
  readonly lost: readonly string[];
  /** The regions that have to take over when one is lost. */
  takeOverFrom(region: string): readonly string[];
  /** What is certainly deployed to a region by the stacks of the contract, less what is excepted. */
  resourcesIn(region: string): readonly Resource[];
  /** All that is certainly deployed by them, in whatever region, what is excepted included. */
  readonly resources: readonly Resource[];
  /** Of these types, less what is excepted: for what is in no region. */
  ofTypes(...types: readonly string[]): readonly Resource[];
  /** Why a resource is left out; undefined when it is not. */
  exceptionFor(resource: Resource): string | undefined;
}

export function scopeOf(graph: ResourceGraph, contract: Contract): Scope {
  const { regions, mode } = contract;
  const resources = graph.stacks
    .filter((stack) => contract.covers(stack))
    .flatMap((stack) => [...graph.resourcesOf(stack)].filter(({ existence }) => existence === 'certain'));
  const exceptionFor = (resource: Resource): string | undefined =>
    contract.exceptions.find(({ covers }) => covers(pathOf(resource)))?.reason;
  const byRegion = groupBy(
    resources.filter((resource) => exceptionFor(resource) === undefined),
    ({ region }) => region,
  );
  return {
    graph,
    contract,
    lost: mode === 'active-active' ? regions : regions.slice(0, 1),
    takeOverFrom: (region) => regions.filter((other) => other !== region),
    resourcesIn: (region) => byRegion.get(region) ?? [],
    resources,
    ofTypes: (...types) => resources.filter((resource) => types.includes(resource.type) && exceptionFor(resource) === undefined),
    exceptionFor,
  };
}

/** The path of its construct, or what stands for one. */
export function pathOf({ constructPath, stack, logicalId }: Resource): string {
  return constructPath ?? `${stack.displayName}/${logicalId}`;
}
