import type { Contract } from '../check/contract.js';
import type { Settings } from '../check/settings.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { memoize } from '../memoize.js';
import { contractsOf } from './contracts.js';
import { type Scope, scopeOf } from './scope.js';
import { assessStores, type StoreAssessment } from './stores.js';

/** What the graph shows of one contract. Each part is found when it is first asked for. */
export interface Assessment {
  readonly contract: Contract;
  readonly scope: Scope;
  stores(): readonly StoreAssessment[];
}

/** Every contract of the configuration and the templates, assessed. Nothing is done without one. */
export function assessmentsOf(graph: ResourceGraph, settings: Settings): readonly Assessment[] {
  const known = graph.memo(assessmentsBySettings);
  const assessments = known.get(settings) ?? contractsOf(graph, settings).map((contract) => assess(graph, contract));
  known.set(settings, assessments);
  return assessments;
}

function assessmentsBySettings(_: ResourceGraph): WeakMap<Settings, readonly Assessment[]> {
  return new WeakMap();
}

function assess(graph: ResourceGraph, contract: Contract): Assessment {
  const scope = scopeOf(graph, contract);
  return { contract, scope, stores: memoize(() => assessStores(scope)) };
}
