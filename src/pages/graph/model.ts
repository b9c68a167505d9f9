import type { Finding } from '../../finding/report.js';
import type { GraphResource, GraphStack, GraphUnresolved } from '../../graph/document.js';
import { type Connection, connectionsOf } from '../../report/graph/connections.js';
import { Environments, shortPath, shortType, stackLabel } from '../../report/graph/words.js';
import type { Change, PageContent } from './page-content.js';

/** Worst first; `none` for what no finding is about. */
export const LEVELS = ['error', 'warning', 'info', 'none'] as const;
export type Level = (typeof LEVELS)[number];

export interface PageEnvironment {
  readonly kind: 'environment';
  readonly key: string;
  readonly label: string;
  readonly stacks: readonly PageStack[];
}

export interface PageStack extends GraphStack {
  readonly kind: 'stack';
  readonly key: string;
  readonly label: string;
  readonly environment: string;
  readonly inside: PageStack | undefined;
  /** The stack of the manifest that it is deployed with. */
  readonly top: PageStack;
  readonly resources: PageResource[];
  readonly nested: PageStack[];
  /** In a diff: what happens to it. */
  readonly change: Change | undefined;
  /** About the stack as a whole. */
  readonly findings: Finding[];
  readonly unresolved: GraphUnresolved[];
}

export interface PageResource extends GraphResource {
  readonly kind: 'resource';
  readonly key: string;
  readonly label: string;
  readonly typeLabel: string;
  readonly home: PageStack;
  readonly source: Finding['source'];
  /** In a diff: what happens to it. */
  readonly change: Change | undefined;
  readonly findings: Finding[];
  readonly out: PageLink[];
  readonly in: PageLink[];
  readonly unresolved: GraphUnresolved[];
  /** What the search looks at, in lower case. */
  readonly text: string;
}

export type PageNode = PageStack | PageResource;

export interface PageLink extends Omit<Connection, 'from' | 'to' | 'kind'> {
  readonly kind: string;
  readonly from: PageNode;
  readonly to: PageNode;
  readonly crossing: 'none' | 'stack' | 'environment';
}

interface ModelContent extends Pick<PageContent, 'graph' | 'sources'> {
  readonly findings: readonly Finding[];
  /** In the order of the graph's resources and stacks. */
  readonly changes?: { readonly resources: readonly (Change | null)[]; readonly stacks: readonly (Change | null)[] };
}

/** The content of the page with everything that belongs together connected. */
export class Model {
  readonly environments: readonly PageEnvironment[];
  readonly stacks: readonly PageStack[];
  readonly resources: readonly PageResource[];
  readonly links: readonly PageLink[];
  readonly findings: readonly Finding[];
  readonly unresolved: readonly GraphUnresolved[];
  readonly #byKey = new Map<string, PageNode>();
  readonly #byId: ReadonlyMap<string, PageNode>;
  readonly #byStackName: ReadonlyMap<string, PageStack>;

  constructor({ graph, findings, sources, changes }: ModelContent) {
    const environments = new Environments(graph.stacks);
    const stacks = new Map<string, PageStack>();
    const resources = new Map<string, PageResource>();
    for (const [index, stack] of graph.stacks.entries()) {
      const inside = stack.parent === null ? undefined : stacks.get(stack.parent);
      const made: PageStack = toStack(stack, `s${index}`, environments.nameOf(stack), inside, changes?.stacks[index] ?? undefined);
      stacks.set(stack.id, made);
      inside?.nested.push(made);
      this.#byKey.set(made.key, made);
    }
    for (const [index, resource] of graph.resources.entries()) {
      const home = stacks.get(resource.stack);
      if (home === undefined) continue;
      const made = toResource(resource, `r${index}`, home, sources[index] ?? null, changes?.resources[index] ?? undefined);
      resources.set(resource.id, made);
      home.resources.push(made);
      this.#byKey.set(made.key, made);
    }
    this.stacks = [...stacks.values()];
    this.resources = [...resources.values()];
    this.environments = [...new Set(this.stacks.map(({ environment }) => environment))].map((label, index) => ({
      kind: 'environment',
      key: `e${index}`,
      label,
      stacks: this.stacks.filter(({ inside, environment }) => inside === undefined && environment === label),
    }));

    this.links = connectionsOf(graph).flatMap((connection) => {
      const from = resources.get(connection.from) ?? stacks.get(connection.from);
      const to = resources.get(connection.to) ?? stacks.get(connection.to);
      if (from === undefined || to === undefined) return [];
      const link: PageLink = { ...connection, from, to, crossing: crossingOf(homeOf(from), homeOf(to)) };
      if (from.kind === 'resource') from.out.push(link);
      if (to.kind === 'resource') to.in.push(link);
      return [link];
    });
    this.unresolved = graph.unresolved;
    this.#byId = new Map<string, PageNode>([...stacks, ...resources]);
    for (const reference of graph.unresolved) this.nodeOfPlace(reference.from)?.unresolved.push(reference);

    this.findings = findings;
    this.#byStackName = new Map(this.stacks.map((stack) => [`${stack.assembly}\n${stack.name}`, stack]));
    for (const finding of findings) {
      const node = this.nodeOfFinding(finding);
      node?.findings.push(finding);
    }
  }

  nodeOfId(id: string): PageNode | undefined {
    return this.#byId.get(id);
  }

  node(key: string): PageNode | undefined {
    return this.#byKey.get(key);
  }

  /** The resource or stack that a finding, or a place related to one, is about. */
  nodeOfFinding({ stack, resource }: Pick<Finding, 'stack' | 'resource'>): PageNode | undefined {
    const home = this.#byStackName.get(`${stack.assembly}\n${stack.name}`);
    return resource === null || home === undefined ? home : this.#byId.get(`${home.id}.${resource.logicalId}`);
  }

  /** A resource, or the stack of an output (`Stack.Outputs.Key`). */
  nodeOfPlace(id: string): PageNode | undefined {
    return this.#byId.get(id) ?? this.#byId.get(id.replace(/\.Outputs\.[^.]*$/, ''));
  }
}

function toStack(
  stack: GraphStack,
  key: string,
  environment: string,
  inside: PageStack | undefined,
  change: Change | undefined,
): PageStack {
  const made = {
    ...stack,
    kind: 'stack' as const,
    key,
    label: stackLabel(stack, inside),
    environment,
    inside,
    change,
    resources: [],
    nested: [],
    findings: [],
    unresolved: [],
  };
  return Object.defineProperty(made, 'top', { get: () => inside?.top ?? made }) as typeof made & { readonly top: PageStack };
}

function toResource(
  resource: GraphResource,
  key: string,
  home: PageStack,
  source: Finding['source'],
  change: Change | undefined,
): PageResource {
  const { logicalId, type, constructPath, physicalName } = resource;
  return {
    ...resource,
    kind: 'resource',
    key,
    label: shortPath(constructPath, home.constructPath) ?? logicalId,
    typeLabel: shortType(type),
    home,
    source,
    change,
    findings: [],
    out: [],
    in: [],
    unresolved: [],
    text: [constructPath, logicalId, type, physicalName].join('\n').toLowerCase(),
  };
}

export function homeOf(node: PageNode): PageStack {
  return node.kind === 'stack' ? node : node.home;
}

function crossingOf(from: PageStack, to: PageStack): PageLink['crossing'] {
  if (from.environment !== to.environment) return 'environment';
  return from.top === to.top ? 'none' : 'stack';
}

/** The worst of the findings. */
export function levelOf(findings: readonly Finding[]): Level {
  return LEVELS.find((level) => findings.some(({ severity }) => severity === level)) ?? 'none';
}

/** All findings about a stack and what is in it. */
export function findingsWithin(stack: PageStack): readonly Finding[] {
  return [...stack.findings, ...stack.resources.flatMap(({ findings }) => findings), ...stack.nested.flatMap(findingsWithin)];
}

/** Nested stacks, on every level. */
export function stacksWithin({ nested }: PageStack): readonly PageStack[] {
  return nested.flatMap((stack) => [stack, ...stacksWithin(stack)]);
}

export function resourcesWithin(stack: PageStack): readonly PageResource[] {
  return [...stack.resources, ...stack.nested.flatMap(resourcesWithin)];
}
