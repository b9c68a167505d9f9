import { RUN_TIME_PLACES } from '../facts/resilience/run-time-places.js';
import type { Resource } from '../graph/model/resource.js';
import { isOfProvider } from '../queries/cdk-providers.js';
import type { Assessment } from './assess.js';
import { type PlaceRef, placeRef } from './report.js';
import { callersOf } from './standby/dependencies.js';

/** What is left of an application when one region is lost. */
export interface Loss {
  readonly contract: string;
  readonly region: string;
  /** How many resources of the application are lost with it. */
  readonly lost: number;
  readonly waysIn: readonly { readonly name: string; readonly works: boolean | null; readonly because: string }[];
  readonly paths: readonly LossPath[];
  readonly data: readonly { readonly at: PlaceRef; readonly what: string; readonly works: boolean | null; readonly because: string }[];
}

/** From where a region that is left is called to what works there, and all that this uses. */
export interface LossPath {
  readonly region: string;
  /** Logical ids, the first caller first. */
  readonly path: readonly string[];
  readonly uses: readonly string[];
  readonly works: boolean;
  /** What it needs of the lost region. */
  readonly needs: readonly string[];
}

/** What works without one of the regions of a contract, which must be one that may be lost. */
export function lossOf({ contract, scope, stores, entryPoints, dependencies }: Assessment, region: string): Loss {
  const broken = new Map<Resource, string[]>();
  for (const { at, lost, target, effect } of dependencies()) {
    if (lost !== region || effect !== 'serving') continue;
    const { base } = at.resource;
    broken.set(base, [...(broken.get(base) ?? []), target]);
  }
  return {
    contract: contract.name,
    region,
    lost: scope.resourcesIn(region).length,
    waysIn: entryPoints()
      .filter(({ lost }) => lost === region)
      .map(({ kind, name, regions, movement }) => ({
        name: `${kind} ${name}`,
        works: movement.kind === 'unknown' ? null : movement.kind === 'moves',
        because: movement.kind === 'moves' ? `leads to ${regions.filter((other) => other !== region).join(', ')}` : movement.because,
      })),
    paths: scope.takeOverFrom(region).flatMap((other) => pathsIn(scope.resourcesIn(other), other, broken)),
    data: stores()
      .filter(({ store, notCounted }) => store.region === region && notCounted === undefined)
      .map(({ store, type, reaches }) => {
        const reached = reaches.filter(({ way }) => way !== undefined);
        const works = reached.length > 0 ? true : reaches.some(({ verdict }) => verdict.level === 'unknown') ? null : false;
        const because = reached.map(({ to, way }) => `${to}: ${way?.row.name}`).join(', ') || (reaches[0]?.verdict.because ?? '');
        return { at: placeRef(store), what: type.what, works, because };
      }),
  };
}

/** What does the work: the ends of the ways through a region. */
const WORKERS: ReadonlySet<string> = new Set([
  'AWS::Lambda::Function',
  'AWS::ECS::TaskDefinition',
  'AWS::StepFunctions::StateMachine',
  'AWS::EC2::Instance',
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::AppRunner::Service',
]);

function pathsIn(resources: readonly Resource[], region: string, broken: ReadonlyMap<Resource, readonly string[]>): readonly LossPath[] {
  return resources
    .filter((resource) => WORKERS.has(resource.type) && !isOfProvider(resource))
    .map((worker) => {
      const callers = callersOf(worker);
      const needs = callers.flatMap((resource) => broken.get(resource.base) ?? []);
      return { region, path: callers.map(({ logicalId }) => logicalId), uses: usesOf(worker), works: needs.length === 0, needs };
    });
}

/** What a resource uses while it works, by logical id. */
function usesOf(worker: Resource): readonly string[] {
  const places = new Set((RUN_TIME_PLACES.get(worker.type) ?? []).map(({ property }) => property));
  const links = worker.graph.linksFrom(worker).filter(({ path, kind }) => kind !== 'depends-on' && places.has(String(path[1])));
  return [...new Set(links.map(({ to }) => to.logicalId))];
}
