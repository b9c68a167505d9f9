import { counted } from '../../counted.js';
import type { GraphDocument, GraphStack } from '../../graph/document.js';
import { groupBy } from '../../group-by.js';
import { connectionsOf } from './connections.js';
import { Environments, kindsInWords, shortPath, shortType, stackLabel } from './words.js';

/** How much a picture shows: everything, stacks without what is in them, or regions without their stacks. */
export const LEVELS = ['resources', 'stacks', 'regions'] as const;
export type Level = (typeof LEVELS)[number];

/** What a picture of a graph shows: boxes in boxes, and lines. */
export interface Outline {
  readonly level: Level;
  readonly boxes: readonly OutlineBox[];
  /** Lines between keys of boxes; several links between the same two are one line. */
  readonly lines: readonly OutlineLine[];
}

export interface OutlineBox {
  /** Unique over all kinds of boxes. */
  readonly key: string;
  /** Lines of text. */
  readonly label: readonly string[];
  readonly children: readonly OutlineBox[];
}

export interface OutlineLine {
  readonly from: string;
  readonly to: string;
  /** The kinds of its links; empty inside a stack, where they would hide the picture. */
  readonly label: string;
  readonly crosses: 'none' | 'stack' | 'region';
  /** Whether nothing but equal names says that the two are linked. */
  readonly inferred: boolean;
}

/** Arranges a graph for drawing. */
export function outlineOf(document: GraphDocument, level: Level): Outline {
  const { stacks, resources } = document;
  const environments = new Environments(stacks);
  const byId = new Map(stacks.map((stack) => [stack.id, stack]));
  const regionKey = (stack: GraphStack | undefined): string => `region ${stack && environments.nameOf(stack)}`;
  const topOf = (id: string): string => {
    const parent = byId.get(id)?.parent;
    return parent == null ? id : topOf(parent);
  };
  const keyOf = (id: string, stack: string): string => {
    if (level === 'regions') return regionKey(byId.get(stack));
    return id === stack || level === 'stacks' ? `stack ${stack}` : `resource ${id}`;
  };

  const resourcesOf = groupBy(resources, ({ stack }) => stack);
  const nestedIn = groupBy(stacks, ({ parent }) => parent);
  const stackBox = (stack: GraphStack): OutlineBox => {
    const own = resourcesOf.get(stack.id) ?? [];
    return {
      key: `stack ${stack.id}`,
      label: [stackLabel(stack, byId.get(stack.parent ?? '')), ...(level === 'stacks' ? [counted(own.length, 'resource')] : [])],
      children: [
        ...(level === 'stacks' ? [] : own).map(({ id, logicalId, type, constructPath }) => ({
          key: `resource ${id}`,
          label: [shortPath(constructPath, stack.constructPath) ?? logicalId, shortType(type)],
          children: [],
        })),
        ...(nestedIn.get(stack.id) ?? []).map(stackBox),
      ],
    };
  };
  const boxes = [...groupBy(stacks, regionKey)].map(([key, inRegion]): OutlineBox => {
    const tops = inRegion.filter(({ parent }) => parent === null);
    const [first] = inRegion;
    const sum = inRegion.reduce((number, { id }) => number + (resourcesOf.get(id)?.length ?? 0), 0);
    const folded = level === 'regions' ? [counted(inRegion.length, 'stack'), counted(sum, 'resource')] : [];
    return { key, label: [environments.nameOf(first), ...folded], children: level === 'regions' ? [] : tops.map(stackBox) };
  });

  const connections = connectionsOf(document).map((connection) => ({
    ...connection,
    fromKey: keyOf(connection.from, connection.fromStack),
    toKey: keyOf(connection.to, connection.toStack),
  }));
  const lines = [...groupBy(connections, ({ fromKey, toKey }) => JSON.stringify([fromKey, toKey])).values()].flatMap((together) => {
    const [{ fromKey: from, toKey: to, fromStack, toStack }] = together;
    // A stack and what it holds are one in the picture already.
    if (from === to || isWithin(fromStack, to, byId) || isWithin(toStack, from, byId)) return [];
    const isElsewhere = regionKey(byId.get(fromStack)) !== regionKey(byId.get(toStack));
    const crosses = isElsewhere ? 'region' : topOf(fromStack) === topOf(toStack) ? 'none' : 'stack';
    const inferred = together.every((link) => link.class === 'inferred');
    return [{ from, to, label: crosses === 'none' ? '' : kindsInWords(together), crosses, inferred } as const];
  });
  return { level, boxes, lines };
}

/** Whether a stack is, or is nested in, the one that a key names. */
function isWithin(stack: string, key: string, byId: ReadonlyMap<string, GraphStack>): boolean {
  for (let id: string | null | undefined = stack; id != null; id = byId.get(id)?.parent) if (`stack ${id}` === key) return true;
  return false;
}

/** What the picture leaves out, for the text of it. Empty when it leaves out nothing. */
export function foldedInWords({ stacks, resources, links }: GraphDocument, { level }: Outline): string {
  const all = `${counted(resources.length, 'resource')} and ${counted(links.length, 'link')} in ${counted(stacks.length, 'stack')}`;
  if (level === 'stacks') return `${all}, folded to stacks`;
  return level === 'regions' ? `${all}, folded to regions` : '';
}
