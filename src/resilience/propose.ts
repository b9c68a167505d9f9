import type { Contract } from '../check/contract.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { rootStackOf } from '../graph/model/root-stack.js';
import { pathOf, scopeOf } from './scope.js';
import { assessStores } from './stores.js';

/** A contract that fits what the graph shows, to start from. */
export interface Proposal {
  readonly name: string;
  readonly stacks: readonly string[];
  readonly regions: readonly string[];
  /** In seconds: the longest time between two copies, where data is copied by a schedule. */
  readonly rpo: number;
  /** Paths of constructs whose data stays in the first region today. */
  readonly notReplicated: readonly string[];
}

const USUAL_RPO = 900;

/** Undefined for an app in one region. The region with most resources comes first. */
export function proposeContract(graph: ResourceGraph): Proposal | undefined {
  const counts = new Map<string, number>();
  for (const { region, existence } of graph.resources())
    if (region !== undefined && existence === 'certain') counts.set(region, (counts.get(region) ?? 0) + 1);
  const regions = [...counts].sort(([, one], [, other]) => other - one).map(([region]) => region);
  if (regions.length < 2) return undefined;
  const names = [
    ...new Set(
      graph.stacks.filter(({ parent, environment }) => parent === undefined && environment.region !== undefined).map(({ name }) => name),
    ),
  ];
  const prefix = commonPrefix(names);
  const contract: Contract = {
    name: prefix || 'app',
    origin: 'a proposal',
    regions,
    mode: 'active-passive',
    rpo: undefined,
    rto: undefined,
    covers: (stack) => rootStackOf(stack).environment.region !== undefined,
    exceptions: [],
  };
  const stores = assessStores(scopeOf(graph, contract)).filter(
    ({ notCounted, type }) => notCounted === undefined && type.kind !== 'messages',
  );
  const points = stores.flatMap(({ reaches }) =>
    reaches.flatMap(({ way }) => (way?.recoveryPoint.class === 'schedule' ? [way.recoveryPoint.seconds] : [])),
  );
  return {
    name: contract.name,
    stacks: prefix === '' ? names : [`${prefix}-*`],
    regions,
    rpo: Math.max(USUAL_RPO, ...points),
    notReplicated: stores
      .filter(({ reaches }) => reaches.some(({ verdict }) => verdict.level === 'not-met'))
      .map(({ store }) => pathOf(store).replace(/\/Resource$/, '')),
  };
}

/** The words that all names begin with: `payments` of `payments-data` and `payments-api`. */
function commonPrefix(names: readonly string[]): string {
  const [first = '', ...others] = names.map((name) => name.split('-'));
  const words = [...first].slice(0, -1);
  while (words.length > 0 && !others.every((other) => words.every((word, index) => other[index] === word) && other.length > words.length))
    words.pop();
  return words.join('-');
}
