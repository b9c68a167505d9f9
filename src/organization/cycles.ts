import { cyclesOf } from '../graph/deployment/cycles.js';
import { groupBy } from '../group-by.js';
import type { Row } from './database.js';

/** Applications each of which needs all others, by way of others or directly. */
export interface ApplicationCycle {
  /** By name. */
  readonly applications: readonly string[];
  /**
   * Whether stacks of them need each other in a circle, too: then no order deploys all of them from nothing. Else their stacks
   * can be deployed in turns.
   */
  readonly isOfStacks: boolean;
}

/** @param edges the rows of `edges.sql`; those that are only possible do not count */
export function applicationCycles(edges: readonly Row[]): readonly ApplicationCycle[] {
  const certain = edges.filter((edge) => edge.certain === true);
  const ofStacks = new Set(
    components(certain, (edge) => [stackKey(edge.application, edge.stack), stackKey(edge.provider, edge.provider_stack)])
      .flatMap((group) => [...group])
      .map((key) => (JSON.parse(key) as readonly string[])[0]),
  );
  return components(certain, ({ application, provider }) => [String(application), String(provider)]).map((group) => ({
    applications: [...group].sort(),
    isOfStacks: [...group].some((application) => ofStacks.has(application)),
  }));
}

/**
 * The order in which applications can be deployed: those of one group at the same time, after the groups before it. Applications of
 * a cycle stand in one group.
 * @param applications all, those without an edge too
 */
export function deploymentOrder(applications: readonly string[], edges: readonly Row[]): readonly (readonly string[])[] {
  const cycles = applicationCycles(edges);
  const cycleOf = new Map(
    cycles.flatMap((cycle) => cycle.applications.map((application) => [application, cycle.applications[0] ?? application])),
  );
  const groupOf = (application: string): string => cycleOf.get(application) ?? application;
  const needs = new Map<string, Set<string>>();
  for (const application of applications) needs.set(groupOf(application), needs.get(groupOf(application)) ?? new Set());
  for (const { application, provider, certain } of edges) {
    const [from, to] = [groupOf(String(application)), groupOf(String(provider))];
    if (certain === true && from !== to) needs.get(from)?.add(to);
  }
  const level = levels(needs);
  const byLevel = groupBy(applications, (application) => level.get(groupOf(application)) ?? 0);
  return [...byLevel].sort(([one], [other]) => one - other).map(([, names]) => [...names].sort());
}

/** How many steps after the first each can be done: one more than the latest of what it needs. */
function levels(needs: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, number> {
  const waiting = new Map([...needs].map(([node, needed]) => [node, needed.size]));
  const neededBy = new Map<string, string[]>();
  for (const [node, needed] of needs) for (const provider of needed) add(neededBy, provider, node);
  const level = new Map<string, number>();
  let ready = [...needs.keys()].filter((node) => waiting.get(node) === 0);
  for (let step = 0; ready.length > 0; step++) {
    const next: string[] = [];
    for (const node of ready) {
      level.set(node, step);
      for (const consumer of neededBy.get(node) ?? []) {
        const left = (waiting.get(consumer) ?? 0) - 1;
        waiting.set(consumer, left);
        if (left === 0) next.push(consumer);
      }
    }
    ready = next;
  }
  return level;
}

function components(edges: readonly Row[], endsOf: (edge: Row) => readonly [string, string]): readonly ReadonlySet<string>[] {
  const next = new Map<string, string[]>();
  for (const edge of edges) {
    const [from, to] = endsOf(edge);
    add(next, from, to);
  }
  return cyclesOf(next.keys(), (node) => next.get(node) ?? []);
}

function add(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function stackKey(application: unknown, stack: unknown): string {
  return JSON.stringify([application, stack]);
}
