import { SIZES, type Size } from '../../facts/resilience/sizes.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import { stepsOf } from '../../queries/steps-of.js';
import { findCounterparts } from '../counterparts.js';
import type { Scope } from '../scope.js';
import type { StoreAssessment } from '../stores.js';

/** A setting of a region that has to take over, which is smaller than its counterpart's. */
export interface Smaller {
  readonly at: Property;
  readonly counterpart: Property;
  readonly lost: string;
  /** What is promoted has to carry the writes at once. */
  readonly isStore: boolean;
}

const MEMBERS = ['AWS::RDS::DBInstance', 'AWS::DocDB::DBInstance', 'AWS::Neptune::DBInstance'];

/** All settings that are smaller in a standby which must be of full size. A warm standby is scaled down by design, a pilot light switched off. */
export function findSmaller(scope: Scope, stores: readonly StoreAssessment[]): readonly Smaller[] {
  const { mode } = scope.contract;
  if (mode === 'pilot-light' || mode === 'backup-and-restore') return [];
  const pairs = scope.lost.flatMap((lost) =>
    scope.takeOverFrom(lost).flatMap((region) => [...findCounterparts(scope, lost, region)].map(([own, other]) => ({ lost, own, other }))),
  );
  const settings = pairs.flatMap(({ lost, own, other }) =>
    SIZES.filter(({ type }) => type === own.type && !isMember(own) && !isMember(other)).flatMap((size) =>
      compare(size, { lost, own, other, mode }),
    ),
  );
  return [...settings, ...copiesOf(stores)];
}

/** An instance of a cluster or a replica, which is compared with what it is a copy of. */
function isMember(instance: Resource): boolean {
  const links = ['DBClusterIdentifier', 'SourceDBInstanceIdentifier'];
  return MEMBERS.includes(instance.type) && links.some((name) => !instance.property(name).isAbsent);
}

interface Pair {
  readonly lost: string;
  readonly own: Resource;
  readonly other: Resource;
  readonly mode: Scope['contract']['mode'];
}

function compare(size: Size, { lost, own, other, mode }: Pair): readonly Smaller[] {
  if (size.of === 'compute' && (mode === 'warm-standby' || (mode === 'active-passive' && canGrow(other, own, size)))) return [];
  const [counterpart, at] = [own, other].map((resource) => resource.property(...stepsOf(size.path))) as [Property, Property];
  const [most, least] = [counterpart, at].map((place) => (size.form === 'number' ? place.number : weightOf(place.text)));
  if (most === undefined || least === undefined || least >= most) return [];
  return [{ at, counterpart, lost, isStore: size.of === 'store' }];
}

/** Whether something scales it up to what its counterpart has. */
function canGrow(resource: Resource, counterpart: Resource, { path }: Size): boolean {
  const wanted = counterpart.property(...stepsOf(path)).number ?? 0;
  if (resource.type === 'AWS::AutoScaling::AutoScalingGroup') return (resource.property('MaxSize').number ?? wanted) >= wanted;
  if (resource.type === 'AWS::EKS::Nodegroup') return (resource.property('ScalingConfig', 'MaxSize').number ?? wanted) >= wanted;
  const targets = resource.graph
    .linksTo(resource)
    .flatMap(({ from }) =>
      from.type === 'AWS::ApplicationAutoScaling::ScalableTarget' ? [from.property('MaxCapacity').number ?? wanted] : [],
    );
  return targets.some((most) => most >= wanted);
}

/** The copies of stores: the largest instance of a secondary cluster, or the replica, has to do the work of what it stands in for. */
function copiesOf(stores: readonly StoreAssessment[]): readonly Smaller[] {
  return stores.flatMap(({ store, reaches, notCounted }) =>
    reaches.flatMap(({ way }) => {
      const copy = way?.copy;
      if (notCounted !== undefined || copy === undefined || !/::DB(?:Cluster|Instance)$/.test(store.type)) return [];
      const [largest, standby] = [largestOf(store), largestOf(copy)];
      if (largest === undefined || standby === undefined || standby.weight >= largest.weight) return [];
      return [{ at: standby.place, counterpart: largest.place, lost: store.region ?? '', isStore: true }];
    }),
  );
}

/** Undefined when there is none, or when not all are known. */
function largestOf(cluster: Resource): { readonly place: Property; readonly weight: number } | undefined {
  const instances = cluster.type.endsWith('::DBInstance') ? [cluster] : instancesOf(cluster);
  const classes = instances.map((instance) => instance.property('DBInstanceClass'));
  const weighed = classes.flatMap((place) => {
    const weight = weightOf(place.text);
    return weight === undefined ? [] : [{ place, weight }];
  });
  if (weighed.length < classes.length) return undefined;
  return weighed.toSorted((one, other) => other.weight - one.weight)[0];
}

export function instancesOf(cluster: Resource): readonly Resource[] {
  return cluster.graph
    .linksTo(cluster)
    .flatMap(({ from, path }) => (MEMBERS.includes(from.type) && path[1] === 'DBClusterIdentifier' ? [from] : []));
}

/** `db.r6g.2xlarge` → 8, four times a large. Undefined for what has no size, as `db.serverless`. */
function weightOf(name: string | undefined): number | undefined {
  const size = /\.(nano|micro|small|medium|large|(\d{0,3})xlarge)(?:\.search)?$/.exec(name ?? '');
  if (size === null) return undefined;
  const [, word = '', count] = size;
  return count === undefined ? ['nano', 'micro', 'small', 'medium', 'large'].indexOf(word) * 0.5 : 4 * Number(count || 1);
}
