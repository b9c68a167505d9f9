import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { WITH_DEFAULTS } from '../graph/model/scope.js';
import { oncePerResource } from '../graph/once-per-resource.js';
import { RecordFields } from './record-fields.js';
import { type Group, groupRecords } from './record-groups.js';
import { mayBeOne } from './record-zones.js';

/** Both ways to declare records. */
export const RECORD_TYPES = ['AWS::Route53::RecordSet', 'AWS::Route53::RecordSetGroup'] as const;

/** A record: an `AWS::Route53::RecordSet`, or one of an `AWS::Route53::RecordSetGroup`, among the others. */
export class RecordSet extends RecordFields {
  #earlier: readonly RecordSet[] | undefined;
  #isOtherWithDefaults: boolean | undefined;

  /** The records of its group, itself included, in the order of the stacks. Some may stand under a condition. */
  get members(): readonly RecordSet[] {
    const { group } = this;
    return (group === undefined ? undefined : this.#index.groups.get(group))?.records ?? [];
  }

  /** The other records of its group that are certainly there. */
  get others(): readonly RecordSet[] {
    return this.members.filter(({ key, resource }) => key !== this.key && resource.existence === 'certain');
  }

  /** Those of the others that stand before it, so that of two that exclude each other only one is reported. */
  get earlier(): readonly RecordSet[] {
    const { group } = this;
    this.#earlier ??= this.#certainlyBefore(group === undefined ? undefined : this.#index.groups.get(group));
    return this.#earlier;
  }

  /** A record that only an assumption puts among others stands behind them all. */
  #certainlyBefore(group: Group<RecordSet> | undefined): readonly RecordSet[] {
    if (group === undefined) return [];
    const count = group.countBefore(this);
    // What stands behind them all sees all of them: half a million records may, and share one list.
    if (count === undefined || count === group.certain.length) return group.certain;
    const before = group.certain.slice(0, count);
    if (!this.#dependsOnDefaults) return before;
    // Those that stand behind it and do not depend on defaults are not asked with them: this one reports what the two have in common.
    return [...before, ...group.certain.slice(count).filter((other) => other.key !== this.key && !other.#dependsOnDefaults)];
  }

  /** Whether it is another record without the defaults of parameters that are assumed. */
  get #dependsOnDefaults(): boolean {
    if (!this.resource.assumptions.defaults) return false;
    this.#isOtherWithDefaults ??= this.#differsFromWritten();
    return this.#isOtherWithDefaults;
  }

  #differsFromWritten(): boolean {
    const written = recordsOf(this.resource.base).find(({ key }) => key === this.key);
    return written === undefined || written.#signature !== this.#signature;
  }

  get #signature(): string {
    return [this.group, this.identity, this.policy, this.location, this.get('Region').text, this.get('Failover').text].join('\n');
  }

  /**
   * Whether its group may have members that are not known to be: records whose zone, name or type is not known, and those of its name and
   * type where one of the two zones is known by its id alone and the other by its name alone.
   */
  get mayHaveMore(): boolean {
    const { graph } = this.resource;
    const { group, zone, name, type } = this;
    if (graph.memo(anyOpen) || graph.mayLackResources()) return true;
    const namesakes = name && type ? recordsAt(graph, name, type) : [];
    return namesakes.some((other) => other.group !== group && mayBeOne(zone, other.zone));
  }

  /** The records of any type that stand before it under the same name in the same zone. */
  get earlierAtName(): readonly RecordSet[] {
    const { zone, name } = this;
    return this.#certainlyBefore(zone && name ? this.#index.names.get([zone.id, name].join('\n')) : undefined);
  }

  /** Under the defaults of parameters, the other records are read with them as well. */
  get #index(): RecordIndex {
    const { graph, assumptions } = this.resource;
    return graph.memo(assumptions.defaults ? indexWithDefaults : indexAsWritten);
  }
}

/** The records that a resource declares; none when it is not known which they are. A dozen checks ask for them. */
export const recordsOf: (resource: Resource) => readonly RecordSet[] = oncePerResource((resource) => {
  if (resource.type === 'AWS::Route53::RecordSet') return [new RecordSet(resource, resource.property())];
  return (resource.property('RecordSets').items ?? []).map((item) => new RecordSet(resource, item));
});

/** Every record of the graph. */
export function allRecords(graph: ResourceGraph): readonly RecordSet[] {
  return RECORD_TYPES.flatMap((type) => graph.resourcesOfType(type)).flatMap(recordsOf);
}

/** All records of a name and type, in whatever zone, in the order of the stacks. */
export function recordsAt(graph: ResourceGraph, name: string, type: string): readonly RecordSet[] {
  return graph.memo(typedNamesIn).get(`${name} ${type}`)?.records ?? [];
}

/** Whether some record may belong to any group, since its zone, name or type is not known. */
function anyOpen(graph: ResourceGraph): boolean {
  return allRecords(graph).some((record) => record.group === undefined || record.isOpen);
}

interface RecordIndex {
  readonly groups: ReadonlyMap<string, Group<RecordSet>>;
  readonly names: ReadonlyMap<string, Group<RecordSet>>;
}

function indexAsWritten(graph: ResourceGraph): RecordIndex {
  return indexOf(graph.memo(inOrder));
}

function indexWithDefaults(graph: ResourceGraph): RecordIndex {
  const resources = new Set(graph.memo(inOrder).map(({ resource }) => resource));
  return indexOf([...resources].flatMap((resource) => recordsOf(resource.assuming(WITH_DEFAULTS))));
}

function indexOf(records: readonly RecordSet[]): RecordIndex {
  return {
    groups: groupRecords(records, ({ group }) => group),
    names: groupRecords(records, ({ zone, name }) => (zone && name ? [zone.id, name].join('\n') : undefined)),
  };
}

function typedNamesIn(graph: ResourceGraph): ReadonlyMap<string, Group<RecordSet>> {
  return groupRecords(graph.memo(inOrder), ({ name, type }) => (name && type ? [name, type].join(' ') : undefined));
}

function inOrder(graph: ResourceGraph): readonly RecordSet[] {
  const position = new Map(graph.stacks.map((stack, index) => [stack, index]));
  return allRecords(graph).toSorted((one, other) => (position.get(one.resource.stack) ?? 0) - (position.get(other.resource.stack) ?? 0));
}
