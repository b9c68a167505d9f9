import { kindName } from '../../report/graph/words.js';
import { homeOf, LEVELS, type Level, levelOf, type Model, type PageLink, type PageNode } from './model.js';
import type { Choice } from './scene.js';
import { levelName } from './words.js';

/** A property by which the picture is filtered, and its values with how often each occurs. */
export interface Facet {
  readonly id: 'severity' | 'environment' | 'stack' | 'kind' | 'type';
  readonly title: string;
  readonly values: readonly FacetValue[];
}

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly note?: string;
}

export function facetsOf(model: Model): readonly Facet[] {
  const { resources, stacks, links } = model;
  const tops = stacks.filter(({ inside }) => inside === undefined);
  // Resources, and stacks that findings are about.
  const withLevels: readonly PageNode[] = [...resources, ...stacks.filter(({ findings }) => findings.length > 0)];
  const levels = tally(withLevels, ({ findings }) => levelOf(findings));
  // A map of applications has none.
  const counted: readonly PageNode[] = resources.length > 0 ? resources : stacks;
  const inferred = new Set(links.filter((link) => link.class === 'inferred').map(({ kind }) => kind));
  const facets: readonly Facet[] = [
    {
      id: 'severity',
      title: 'Worst finding',
      values: LEVELS.map((level) => ({ value: level, label: levelName(level), count: levels.get(level) ?? 0 })),
    },
    {
      id: 'environment',
      title: 'Region',
      values: model.environments.map(({ label }) => ({
        value: label,
        label,
        count: counted.filter((node) => homeOf(node).environment === label).length,
      })),
    },
    {
      id: 'kind',
      title: 'Link',
      values: mostFirst(tally(links, ({ kind }) => kind)).map(([kind, count]) => ({
        value: kind,
        label: kindName(kind),
        count,
        ...(inferred.has(kind) && { note: 'inferred' }),
      })),
    },
    {
      id: 'stack',
      title: 'Stack',
      values: tops.map((stack) => ({
        value: stack.key,
        label: stack.label,
        count: counted.filter((node) => homeOf(node).top === stack).length,
      })),
    },
    {
      id: 'type',
      title: 'Type',
      values: mostFirst(tally(resources, ({ type }) => type)).map(([type, count]) => ({
        value: type,
        label: type.replace(/^AWS::/, ''),
        count,
      })),
    },
  ];
  return resources.length > 0 ? facets : facets.filter(({ id }) => id !== 'severity' && id !== 'type');
}

/** What the user chose to see. */
export class Choices {
  /** Values that are taken away, by facet. */
  readonly hidden: Readonly<Record<Facet['id'], Set<string>>> = {
    severity: new Set(),
    environment: new Set(),
    stack: new Set(),
    kind: new Set(),
    type: new Set(),
  };
  folded: Set<string>;
  /** In a diff: whether what stays as it is is left out. */
  onlyChanges = false;
  /** Only these nodes, when the user looks at the surroundings of one. */
  focus: ReadonlySet<PageNode> | undefined;

  constructor(folded: ReadonlySet<string>) {
    this.folded = new Set(folded);
  }

  /** As they are now, to come back to. */
  copy(): Choices {
    const copied = new Choices(this.folded);
    copied.restore(this);
    return copied;
  }

  restore({ hidden, folded, focus, onlyChanges }: Choices): void {
    for (const [facet, values] of Object.entries(this.hidden)) {
      values.clear();
      for (const value of hidden[facet as Facet['id']]) values.add(value);
    }
    this.folded = new Set(folded);
    this.focus = focus;
    this.onlyChanges = onlyChanges;
  }

  get isFiltered(): boolean {
    return Object.values(this.hidden).some(({ size }) => size > 0);
  }

  clear(): void {
    for (const values of Object.values(this.hidden)) values.clear();
    this.focus = undefined;
  }

  toChoice(): Choice {
    return { folded: this.folded, isShown: (node) => this.isShown(node), isDrawn: (link) => this.isDrawn(link) };
  }

  isShown(node: PageNode): boolean {
    const home = homeOf(node);
    if (this.hidden.environment.has(home.environment) || this.hidden.stack.has(home.top.key)) return false;
    if (this.focus !== undefined && !this.focus.has(node)) return false;
    if (this.onlyChanges && node.kind === 'resource' && node.change === undefined) return false;
    if (node.kind === 'stack') return this.hidden.type.size === 0 && this.#hasLevel(levelOf(node.findings));
    return !this.hidden.type.has(node.type) && this.#hasLevel(levelOf(node.findings));
  }

  isDrawn({ kind }: PageLink): boolean {
    return !this.hidden.kind.has(kind);
  }

  #hasLevel(level: Level): boolean {
    return !this.hidden.severity.has(level);
  }
}

/** A node and all that it is linked with. */
export function surroundingsOf(node: PageNode, model: Model): ReadonlySet<PageNode> {
  const isPart = (other: PageNode): boolean => other === node || (node.kind === 'stack' && isWithin(other, node));
  const found = new Set<PageNode>([node]);
  for (const part of model.resources) if (isPart(part)) found.add(part);
  for (const { from, to } of model.links) {
    if (!isPart(from) && !isPart(to)) continue;
    found.add(from);
    found.add(to);
  }
  return found;
}

function isWithin(node: PageNode, stack: PageNode): boolean {
  for (let home = node.kind === 'stack' ? node.inside : node.home; home !== undefined; home = home.inside) if (home === stack) return true;
  return false;
}

function tally<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

function mostFirst(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].sort(([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1));
}
