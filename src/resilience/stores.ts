import { STORE_TYPES, type StoreType } from '../facts/resilience/stores.js';
import { WAYS } from '../facts/resilience/ways.js';
import type { Resource } from '../graph/model/resource.js';
import { membershipOf } from '../queries/global-clusters.js';
import { useOfBucket } from './bucket-use.js';
import { type Counterparts, findCounterparts } from './counterparts.js';
import type { Scope } from './scope.js';
import { compare, isBetter, type Verdict } from './verdict.js';
import { type Way, type Ways, wayOf } from './way.js';
import { waysOf } from './ways/find.js';

/** A store, and how its data reaches one region that has to take over. */
export interface StoreReach {
  readonly to: string;
  /** The best way; undefined when there is none. */
  readonly way: Way | undefined;
  /** What plays its part there, replicated or not. */
  readonly counterpart: Resource | undefined;
  /** Undefined when the promise does not ask for it. */
  readonly verdict: Verdict;
}

export interface StoreAssessment {
  readonly store: Resource;
  readonly type: StoreType;
  readonly reaches: readonly StoreReach[];
  /** Why it does not count: excepted by the contract, or what it holds. */
  readonly notCounted: string | undefined;
}

/** Every store of the regions that may be lost, with its ways to those that take over. */
export function assessStores(scope: Scope): readonly StoreAssessment[] {
  const ways = new Map<Resource, Ways>();
  for (const resource of scope.resources) if (STORE_TYPES.has(resource.type)) ways.set(resource, waysOf(resource));
  const copies = new Set([...ways.values()].flatMap((found) => found.ways.map(({ copy }) => copy)));
  return scope.lost.flatMap((region) => {
    const counterparts = new Map(scope.takeOverFrom(region).map((to) => [to, findCounterparts(scope, region, to)] as const));
    return [...ways].flatMap(([store, found]) => {
      const type = STORE_TYPES.get(store.type);
      if (type === undefined || store.region !== region || isPartOfAnother(store)) return [];
      // What another region writes, and nothing carries back.
      if (copies.has(store) && found.ways.length === 0) return [];
      const use = store.type === 'AWS::S3::Bucket' ? useOfBucket(store) : undefined;
      const exception = scope.exceptionFor(store);
      const kind = use === 'deployed files' ? 'content' : type.kind;
      const reaches = [...counterparts].map(([to, pairs]) => reachOf({ store, kind, to, found, pairs, rpo: scope.contract.rpo }));
      const notCounted = exception ?? (use === undefined || use === 'deployed files' ? undefined : `it holds ${use}`);
      return [{ store, type: { ...type, kind }, reaches, notCounted }];
    });
  });
}

/** Copies that another region writes, and instances of a cluster. */
function isPartOfAnother(store: Resource): boolean {
  if (store.type.endsWith('::DBInstance'))
    return ['DBClusterIdentifier', 'SourceDBInstanceIdentifier'].some((name) => !store.property(name).isAbsent);
  if (membershipOf(store)?.member.role === 'secondary') return true;
  return ['ReplicationSourceIdentifier', 'DataReplicationPrimaryBrokerArn'].some((name) => !store.property(name).isAbsent);
}

interface Question {
  readonly store: Resource;
  readonly kind: StoreType['kind'];
  readonly to: string;
  readonly found: Ways;
  readonly pairs: Counterparts;
  readonly rpo: number | undefined;
}

/** Stores whose content each region may have on its own: who deploys fills both. */
const FILLED_BY_DEPLOYMENT: ReadonlySet<string> = new Set(['AWS::SecretsManager::Secret', 'AWS::ECR::Repository']);

function reachOf({ store, kind, to, found, pairs, ...contract }: Question): StoreReach {
  // What comes with a deployment is there again after the next one: no objective is about it.
  const rpo = kind === 'content' ? undefined : contract.rpo;
  const counterpart = pairs.get(store);
  const [first, ...others] = found.ways.filter((way) => way.to === to);
  const way = others.reduce<Way | undefined>(
    (best, other) =>
      best !== undefined && isBetter(compare(other.recoveryPoint, rpo).level, compare(best.recoveryPoint, rpo).level) ? other : best,
    first,
  );
  if (way !== undefined) return { to, way, counterpart, verdict: compare(way.recoveryPoint, rpo) };
  if (counterpart !== undefined && (kind === 'content' || FILLED_BY_DEPLOYMENT.has(store.type))) {
    const deployed = wayOf(WAYS.deployedTwice, to, counterpart, counterpart);
    return { to, way: deployed, counterpart, verdict: compare(deployed.recoveryPoint, rpo) };
  }
  return { to, way: undefined, counterpart, verdict: withoutWay({ kind, counterpart, open: found.open, to }) };
}

function withoutWay({
  kind,
  counterpart,
  open,
  to,
}: Pick<Question, 'kind' | 'to'> & Pick<StoreReach, 'counterpart'> & Pick<Ways, 'open'>): Verdict {
  if (open !== undefined) return { level: 'unknown', because: open };
  if (kind === 'messages')
    return counterpart === undefined
      ? { level: 'not-met', because: `there is none in ${to}` }
      : { level: 'unknown', because: 'what waits in the lost region stays there until it is back' };
  return {
    level: 'not-met',
    because: counterpart === undefined ? `nothing of it reaches ${to}` : `${to} has one of its own, and nothing replicates between them`,
  };
}
