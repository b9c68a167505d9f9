import type { GraphDocument, GraphLink } from '../../graph/document.js';

/** Something that a picture draws as a line: a link, or the use of another stack's name whose value is no resource. */
export interface Connection {
  /** Id of a resource; of a stack when an output refers. */
  readonly from: string;
  readonly fromStack: string;
  /** Id of a resource; of a stack when the value is no resource of it. */
  readonly to: string;
  readonly toStack: string;
  readonly kind: string;
  readonly class: GraphLink['class'];
  readonly property: GraphLink['property'];
  readonly attribute: string | null;
  readonly via: readonly string[];
  readonly condition: string | null;
  /** The export, output or parameter, when the value is no resource. */
  readonly name: string | null;
}

export function connectionsOf({ resources, links, stackLinks }: GraphDocument): readonly Connection[] {
  const stackOf = new Map(resources.map(({ id, stack }) => [id, stack]));
  const placeOf = (from: string, property: GraphLink['property']): string => JSON.stringify([from, property]);
  const drawn = new Set(links.map(({ from, property }) => placeOf(from, property)));
  return [
    ...links.map((link) => ({ ...link, fromStack: stackOf.get(link.from) ?? '', toStack: stackOf.get(link.to) ?? '', name: null })),
    ...stackLinks
      .filter(({ from, property }) => !drawn.has(placeOf(from, property)))
      .map(({ from, fromStack, to, ...rest }) => ({
        ...rest,
        from: stackOf.has(from) ? from : fromStack,
        fromStack,
        to,
        toStack: to,
        attribute: null,
        via: [],
        condition: null,
      })),
  ];
}

/** What is not known about a graph is as telling as what is. */
export interface ConnectionCounts {
  readonly exact: number;
  readonly inferred: number;
  readonly external: number;
  readonly unknown: number;
}

/** The same numbers as in the reports of the checks. */
export function countConnections({ links, unresolved }: GraphDocument): ConnectionCounts {
  const exact = links.filter((link) => link.class === 'exact').length;
  const inferred = links.filter((link) => link.class === 'inferred').length;
  const external = unresolved.filter((reference) => reference.class === 'external').length;
  const known = unresolved.filter((reference) => reference.class === 'public').length;
  return { exact, inferred, external, unknown: unresolved.length - external - known };
}
