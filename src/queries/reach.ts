import type { Link } from '../graph/model/link.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';

/** `users`: what refers to a resource. `needs`: what it refers to. */
export type Direction = 'users' | 'needs';

export interface Reached {
  readonly resource: Resource;
  /** The link over which it was reached first. */
  readonly link: Link;
  /** Links from the start; 1 for what is linked directly. */
  readonly distance: number;
}

/** What is linked with any of these resources in one direction, over at most so many links, the nearest first. Without the start itself. */
export function reach(
  graph: ResourceGraph,
  start: Iterable<Resource>,
  direction: Direction,
  { most = Number.POSITIVE_INFINITY, follows = () => true }: { readonly most?: number; readonly follows?: (link: Link) => boolean } = {},
): readonly Reached[] {
  const seen = new Set<Resource>(start);
  let border: readonly Resource[] = [...seen];
  const reached: Reached[] = [];
  for (let distance = 1; border.length > 0 && distance <= most; distance++) {
    const next: Resource[] = [];
    for (const from of border)
      for (const link of direction === 'users' ? graph.linksTo(from) : graph.linksFrom(from)) {
        const resource = (direction === 'users' ? link.from : link.to).base;
        if (seen.has(resource) || !follows(link)) continue;
        seen.add(resource);
        next.push(resource);
        reached.push({ resource, link, distance });
      }
    border = next;
  }
  return reached;
}

/** The shortest chain of links by which one of `starts` needs one of `ends`; undefined when there is none. */
export function shortestPath(graph: ResourceGraph, starts: Iterable<Resource>, ends: Iterable<Resource>): readonly Link[] | undefined {
  const wanted = new Set(ends);
  const byResource = new Map<Resource, Reached>();
  for (const found of reach(graph, starts, 'needs')) {
    byResource.set(found.resource, found);
    if (wanted.has(found.resource)) return pathTo(found, byResource);
  }
  return undefined;
}

function pathTo(end: Reached, byResource: ReadonlyMap<Resource, Reached>): readonly Link[] {
  const links = [end.link];
  for (let before = byResource.get(end.link.from.base); before !== undefined; before = byResource.get(before.link.from.base))
    links.push(before.link);
  return links.reverse();
}
