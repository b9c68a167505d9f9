import type { Stack } from '../assembly/model.js';
import type { ResourceGraph } from './graph.js';
import { LINK_CLASS, type OutputPlace } from './link.js';
import type { Resource } from './resource.js';

/** The graph as data: what `synthcheck graph --format json` prints, and what the pictures are drawn from. `schemas/graph.schema.json` describes it. */
export interface GraphDocument {
  readonly version: 1;
  readonly stacks: readonly GraphStack[];
  readonly resources: readonly GraphResource[];
  readonly links: readonly GraphLink[];
  /** Uses of a name that another stack offers; also those whose value is no resource, and so no link. */
  readonly stackLinks: readonly GraphStackLink[];
  readonly unresolved: readonly GraphUnresolved[];
}

export interface GraphStack {
  readonly id: string;
  readonly name: string;
  readonly account: string | null;
  readonly region: string | null;
  /** Id of the stack that this one is nested in. */
  readonly parent: string | null;
  /** Ids of stacks that the manifest makes deploy before this one. */
  readonly dependencies: readonly string[];
}

export interface GraphResource {
  readonly id: string;
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly constructPath: string | null;
  readonly physicalName: string | null;
}

type PathSteps = readonly (string | number)[];

export interface GraphLink {
  readonly from: string;
  readonly to: string;
  /** Path below the resource's entry in the template: `["Properties", "Role"]`. */
  readonly property: PathSteps;
  readonly attribute: string | null;
  readonly kind: string;
  readonly class: 'exact' | 'inferred';
  /** Borders between templates on the way, from reader to producer. */
  readonly via: readonly string[];
  /** Condition that decides whether the link is there. */
  readonly condition: string | null;
}

export interface GraphStackLink {
  /** Id of a resource, or `<stack>.Outputs.<key>`. */
  readonly from: string;
  readonly fromStack: string;
  readonly property: PathSteps;
  readonly to: string;
  readonly kind: string;
  readonly class: 'exact' | 'inferred';
  readonly name: string;
}

export interface GraphUnresolved {
  readonly from: string;
  readonly property: PathSteps;
  readonly kind: string;
  readonly class: 'external' | 'unknown' | 'conditional';
  readonly reason: string;
  readonly name: string;
}

export function toGraphDocument(graph: ResourceGraph): GraphDocument {
  return {
    version: 1,
    stacks: graph.stacks.map((stack) => toStack(graph, stack)),
    resources: [...graph.resources()].map(({ id, stack, logicalId, type, constructPath, physicalName }) => ({
      id,
      stack: graph.idOf(stack),
      logicalId,
      type,
      constructPath: constructPath ?? null,
      physicalName: physicalName ?? null,
    })),
    links: graph.links.map(({ from, to, path, attribute, kind, via, condition }) => ({
      from: from.id,
      to: to.id,
      property: path,
      attribute: attribute ?? null,
      kind,
      class: LINK_CLASS[kind],
      via,
      condition: condition ?? null,
    })),
    stackLinks: graph.stackLinks.map(({ from, path, to, kind, name }) => ({
      from: idOf(graph, from),
      fromStack: graph.idOf(from.stack),
      property: path,
      to: graph.idOf(to),
      kind,
      class: LINK_CLASS[kind],
      name,
    })),
    unresolved: graph.unresolved.map(({ from, path, kind, class: unresolvedClass, reason, name }) => ({
      from: idOf(graph, from),
      property: path,
      kind,
      class: unresolvedClass,
      reason,
      name,
    })),
  };
}

function toStack(graph: ResourceGraph, stack: Stack): GraphStack {
  const { name, environment, parent, dependencies } = stack;
  return {
    id: graph.idOf(stack),
    name,
    account: environment.account ?? null,
    region: environment.region ?? null,
    parent: parent === undefined ? null : graph.idOf(parent.stack),
    dependencies: dependencies.map((dependency) => graph.idOf(dependency)),
  };
}

function idOf(graph: ResourceGraph, place: Resource | OutputPlace): string {
  return 'output' in place ? `${graph.idOf(place.stack)}.Outputs.${place.output}` : place.id;
}
