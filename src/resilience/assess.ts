import type { Contract } from '../check/contract.js';
import type { Settings } from '../check/settings.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { memoize } from '../memoize.js';
import { contractsOf } from './contracts.js';
import { findJointSteps, type JointStep } from './deployments.js';
import type { EntryPoint } from './entry-points/entry-point.js';
import { findEntryPoints } from './entry-points/find.js';
import { type Scope, scopeOf } from './scope.js';
import { type Dependency, findDependencies } from './standby/dependencies.js';
import { findHeadless } from './standby/headless.js';
import { findUnobserved, type Unobserved } from './standby/lag.js';
import { findMissing, type Missing } from './standby/missing.js';
import { findSmaller, type Smaller } from './standby/sizes.js';
import { assessStores, type StoreAssessment } from './stores.js';

/** What the graph shows of one contract. Each part is found when it is first asked for. */
export interface Assessment {
  readonly contract: Contract;
  readonly scope: Scope;
  stores(): readonly StoreAssessment[];
  entryPoints(): readonly EntryPoint[];
  /** What the standby needs of the region that is lost. */
  dependencies(): readonly Dependency[];
  missing(): readonly Missing[];
  /** Clusters of the standby that no instance can open. */
  headless(): readonly Resource[];
  smaller(): readonly Smaller[];
  unobserved(): readonly Unobserved[];
  jointSteps(): readonly JointStep[];
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
  const stores = memoize(() => assessStores(scope));
  return {
    contract,
    scope,
    stores,
    entryPoints: memoize(() => findEntryPoints(scope)),
    dependencies: memoize(() => findDependencies(scope)),
    missing: memoize(() => findMissing(scope)),
    headless: memoize(() => findHeadless(contract, stores())),
    smaller: memoize(() => findSmaller(scope, stores())),
    unobserved: memoize(() => findUnobserved(stores())),
    jointSteps: memoize(() => findJointSteps(scope)),
  };
}
