import {
  findingsWithin,
  homeOf,
  LEVELS,
  levelOf,
  type Model,
  type PageEnvironment,
  type PageLink,
  type PageNode,
  type PageResource,
  type PageStack,
  resourcesWithin,
  stacksWithin,
} from './model.js';

/** More than this takes a browser many seconds, and nobody can read it. */
export const MAX_BOXES = 2500;

/** A box of the picture: a resource, or a stack or environment, open or folded. */
export interface Box {
  readonly key: string;
  readonly of: PageEnvironment | PageStack | PageResource;
  readonly folded: boolean;
  readonly children: readonly Box[];
}

/** A line of the picture: all links between what two boxes stand for. */
export interface Line {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly links: readonly PageLink[];
  readonly crossing: PageLink['crossing'];
  /** Whether nothing says for certain that the two are linked. */
  readonly inferred: boolean;
}

export interface Scene {
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  /** The box that a resource, stack or environment is to be found in, by key. */
  readonly boxOf: ReadonlyMap<string, string>;
}

/** What is to be drawn. */
export interface Choice {
  readonly folded: ReadonlySet<string>;
  readonly isShown: (node: PageNode) => boolean;
  readonly isDrawn: (link: PageLink) => boolean;
}

export function composeScene(model: Model, { folded, isShown, isDrawn }: Choice): Scene {
  const boxOf = new Map<string, string>();
  const parentOf = new Map<string, string>();
  const compose = (of: Box['of'], hiddenIn: string | undefined, parent: string | undefined): readonly Box[] => {
    if (of.kind === 'resource' && !isShown(of)) return [];
    boxOf.set(of.key, hiddenIn ?? of.key);
    if (parent !== undefined && hiddenIn === undefined) parentOf.set(of.key, parent);
    if (of.kind === 'resource') return [{ key: of.key, of, folded: false, children: [] }];
    const isFolded = folded.has(of.key);
    const inner = of.kind === 'environment' ? of.stacks : [...of.resources, ...of.nested];
    const children = inner.flatMap((child) => compose(child, hiddenIn ?? (isFolded ? of.key : undefined), of.key));
    const isEmpty = children.length === 0 && !(of.kind === 'stack' && isShown(of));
    if (isEmpty) boxOf.delete(of.key);
    return isEmpty ? [] : [{ key: of.key, of, folded: isFolded, children: isFolded ? [] : children }];
  };
  const boxes = model.environments.flatMap((environment) => compose(environment, undefined, undefined));

  const isInside = (inner: string, outer: string): boolean => {
    for (let key: string | undefined = inner; key !== undefined; key = parentOf.get(key)) if (key === outer) return true;
    return false;
  };
  const together = new Map<string, { from: string; to: string; links: PageLink[] }>();
  for (const link of model.links) {
    const from = boxOf.get(link.from.key);
    const to = boxOf.get(link.to.key);
    if (from === undefined || to === undefined || !isDrawn(link) || isInside(from, to) || isInside(to, from)) continue;
    const key = `${from} ${to}`;
    const line = together.get(key);
    if (line === undefined) together.set(key, { from, to, links: [link] });
    else line.links.push(link);
  }
  const lines = [...together].map(([key, { from, to, links }]) => ({
    key,
    from,
    to,
    links,
    crossing: worstCrossing(links),
    inferred: links.every((link) => link.class === 'inferred'),
  }));
  return { boxes, lines, boxOf };
}

function worstCrossing(links: readonly PageLink[]): PageLink['crossing'] {
  if (links.some(({ crossing }) => crossing === 'environment')) return 'environment';
  return links.some(({ crossing }) => crossing === 'stack') ? 'stack' : 'none';
}

/** Folded at first: every stack when there is more than a screen holds, and regions whose stacks are too many to draw. */
export function initiallyFolded({ resources, stacks, environments }: Model): ReadonlySet<string> {
  const isMore = stacks.length > MAX_BOXES / 2;
  if (resources.length > 70 || isMore) return new Set([...stacks, ...(isMore ? environments : [])].map(({ key }) => key));
  return new Set();
}

export function countBoxes(boxes: readonly Box[]): number {
  return boxes.reduce((sum, { children }) => sum + 1 + countBoxes(children), 0);
}

/** What stays folded when as much is unfolded as can be drawn: stacks with the worst findings come first. */
export function foldTheRest(model: Model, isShown: Choice['isShown']): { readonly folded: ReadonlySet<string>; readonly open: number } {
  const tops = model.stacks.filter((stack) => stack.inside === undefined && isShown(stack));
  const rank = new Map(tops.map((stack) => [stack, LEVELS.indexOf(levelOf(findingsWithin(stack)))]));
  const folded = new Set<string>();
  let room = MAX_BOXES - model.environments.length - tops.length;
  for (const stack of [...tops].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))) {
    const inside = stacksWithin(stack);
    const size = inside.length + resourcesWithin(stack).filter(isShown).length;
    if (size <= room) room -= size;
    else for (const { key } of [stack, ...inside]) folded.add(key);
  }
  return { folded, open: tops.filter(({ key }) => !folded.has(key)).length };
}

/** What must be unfolded for a node to be seen. */
export function ancestorsOf(node: PageNode, model: Model): readonly string[] {
  const keys: string[] = [];
  const home = node.kind === 'stack' ? node.inside : node.home;
  for (let stack = home; stack !== undefined; stack = stack.inside) keys.push(stack.key);
  const environment = model.environments.find(({ label }) => label === homeOf(node).environment);
  return environment === undefined ? keys : [...keys, environment.key];
}
