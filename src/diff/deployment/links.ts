import type { Stack } from '../../assembly/model.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import type { Pairing } from '../pair/resource-pairs.js';

/** References from one deployed stack to another, of one kind. */
export interface StackConnection {
  readonly from: Stack;
  readonly to: Stack;
  readonly kind: string;
  readonly names: readonly string[];
}

/** Which stacks refer to which others now and did not before, and the other way round. */
export function compareConnections(
  before: ResourceGraph,
  after: ResourceGraph,
  { matches }: Pairing,
): { readonly added: readonly StackConnection[]; readonly removed: readonly StackConnection[] } {
  const nameOf = (stack: Stack): string => {
    const pair = matches.stacksOf('before', stack);
    return pair === undefined ? `before ${before.idOf(stack)}` : after.idOf(pair.after);
  };
  const old = connectionsOf(before, nameOf);
  const current = connectionsOf(after, (stack) => after.idOf(stack));
  return {
    added: [...current].filter(([key]) => !old.has(key)).map(([, connection]) => connection),
    removed: [...old].filter(([key]) => !current.has(key)).map(([, connection]) => connection),
  };
}

function connectionsOf(graph: ResourceGraph, nameOf: (stack: Stack) => string): ReadonlyMap<string, StackConnection> {
  const connections = new Map<string, { from: Stack; to: Stack; kind: string; names: Set<string> }>();
  for (const { from, to, kind, name } of graph.stackLinks) {
    const [reader, producer] = [rootStackOf(from.stack), rootStackOf(to)];
    if (reader === producer) continue;
    const key = JSON.stringify([nameOf(reader), nameOf(producer), kind]);
    const connection = connections.get(key) ?? { from: reader, to: producer, kind, names: new Set() };
    connections.set(key, connection);
    connection.names.add(name);
  }
  return new Map([...connections].map(([key, { names, ...rest }]) => [key, { ...rest, names: [...names].sort() }]));
}
