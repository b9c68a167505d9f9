import type { Stack } from '../assembly/model.js';
import { type PlaceParts, partsOfPlace } from '../finding/place.js';
import type { ReportResource, ReportStack } from '../finding/report.js';
import type { Sources } from '../finding/sources.js';
import { findTemplatePositions } from '../finding/template-positions.js';
import { Resource } from '../graph/model/resource.js';
import { memoize } from '../memoize.js';
import type { DiffPlace } from './report.js';

/** Where resources and stacks stand. All lines are found when the first is asked for, so that each template is read again once, or not at all. */
export class Places {
  readonly #places: ReadonlyMap<Resource, DiffPlace>;

  constructor(resources: Iterable<Resource>, sources: Sources) {
    const parts = [...new Set(resources)].map((resource) => [resource, partsOfPlace(resource)] as const);
    const positions = memoize(() => findTemplatePositions(parts.map(([, part]) => part)));
    this.#places = new Map(parts.map(([resource, part]) => [resource, describe(resource, part, positions, sources)]));
  }

  of(place: Resource | Stack | undefined): DiffPlace | null {
    return place instanceof Resource ? (this.#places.get(place.base) ?? null) : null;
  }
}

function describe(
  resource: Resource,
  part: PlaceParts,
  positions: () => ReturnType<typeof findTemplatePositions>,
  sources: Sources,
): DiffPlace {
  return {
    stack: describeStack(resource.stack),
    resource: describeResource(resource),
    physicalName: resource.physicalName ?? null,
    // Reports for people have none.
    get template() {
      return { file: resource.stack.templateFile, ...(positions().get(part) ?? { line: 1, column: 1 }) };
    },
    source: sources.find(part),
  };
}

export function describeStack({ id, name, environment, assembly }: Stack): ReportStack {
  return { id, name, account: environment.account ?? null, region: environment.region ?? null, assembly: assembly.path };
}

export function describeResource({ logicalId, type, constructPath }: Resource): NonNullable<ReportResource> {
  return { logicalId, type, constructPath: constructPath ?? null };
}
