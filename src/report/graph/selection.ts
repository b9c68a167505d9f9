import type { GraphDocument } from '../../graph/document.js';

/** The part of a graph that concerns some stacks: all that is in them, and of the others what they are linked with. */
export function selectStacksOf(document: GraphDocument, chosen: ReadonlySet<string>): GraphDocument {
  const stackOf = new Map(document.resources.map(({ id, stack }) => [id, stack]));
  const isChosen = (place: string): boolean => chosen.has(stackOf.get(place) ?? stackOfPlace(place));
  const links = document.links.filter(({ from, to }) => isChosen(from) || isChosen(to));
  const stackLinks = document.stackLinks.filter(({ fromStack, to }) => chosen.has(fromStack) || chosen.has(to));
  const linked = new Set([...links.flatMap(({ from, to }) => [from, to]), ...stackLinks.map(({ from }) => from)]);
  const resources = document.resources.filter(({ id, stack }) => chosen.has(stack) || linked.has(id));

  const kept = new Set([...chosen, ...resources.map(({ stack }) => stack), ...stackLinks.flatMap(({ fromStack, to }) => [fromStack, to])]);
  // Parents stand before their nested stacks.
  for (const { id, parent } of document.stacks.toReversed()) if (parent !== null && kept.has(id)) kept.add(parent);
  const stacks = document.stacks.filter(({ id }) => kept.has(id));
  return {
    ...document,
    stacks: stacks.map((stack) => ({ ...stack, dependencies: stack.dependencies.filter((id) => kept.has(id)) })),
    resources,
    links,
    stackLinks,
    deployment: {
      needs: document.deployment.needs.filter(({ stack, needs }) => chosen.has(stack) || chosen.has(needs)),
      cycles: document.deployment.cycles.filter((cycle) => cycle.some((id) => chosen.has(id))),
    },
    unresolved: document.unresolved.filter(({ from }) => isChosen(from)),
  };
}

/** Of an output (`<stack>.Outputs.<key>`), or of a stack itself. Keys of outputs hold no dots. */
function stackOfPlace(id: string): string {
  return id.replace(/\.Outputs\.[^.]*$/, '');
}
