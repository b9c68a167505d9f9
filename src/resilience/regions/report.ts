import { regionsWithData } from '../../facts/availability/lookup.js';
import { AVAILABILITY_VERSION } from '../../facts/availability/types.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { missingClasses, missingTypes } from './missing.js';
import { findTies, type TieKind } from './ties.js';

/** Whether the resources of an assembly can be in a region, and what ties them to their own: what `synthcheck regions --format json` prints. */
export interface RegionsReport {
  readonly version: 1;
  /** Whose tables say what a region has. */
  readonly tables: { readonly package: string; readonly version: string };
  readonly regions: readonly RegionReport[];
}

export interface RegionReport {
  readonly region: string;
  /** False: the tables have no data of it, and nothing is known to be missing. */
  readonly isKnown: boolean;
  readonly types: readonly { readonly type: string; readonly resources: readonly string[] }[];
  readonly classes: readonly { readonly name: string; readonly type: string; readonly at: string; readonly property: string }[];
  readonly ties: readonly { readonly kind: TieKind; readonly text: string; readonly stack: string; readonly path: string }[];
}

export function toRegionsReport(graph: ResourceGraph, regions: readonly string[]): RegionsReport {
  return {
    version: 1,
    tables: { package: '@aws/cloudformation-validate', version: AVAILABILITY_VERSION },
    regions: regions.map((region) => regionReport(graph, region)),
  };
}

function regionReport(graph: ResourceGraph, region: string): RegionReport {
  return {
    region,
    isKnown: regionsWithData().includes(region),
    types: missingTypes(graph, region).map(({ type, resources }) => ({
      type,
      resources: resources.map(({ id, constructPath }) => constructPath ?? id),
    })),
    classes: missingClasses(graph, region).map(({ at, name }) => ({
      name,
      type: at.resource.type,
      at: at.resource.constructPath ?? at.resource.id,
      property: at.path.slice(1).join('.'),
    })),
    ties: findTies(graph, region).map(({ kind, text, at }) => ({ kind, text, stack: at.stack.displayName, path: at.path.join('.') })),
  };
}
