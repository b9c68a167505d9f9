import type { Stack } from '../assembly/model.js';
import { cyclicStacksOf, needsOf } from './deployment.js';
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
  readonly deployment: GraphDeployment;
}

/** In what order stacks have to be deployed. */
export interface GraphDeployment {
  /** What stacks use of one another; `ordered` when the manifest makes `needs` deploy first. */
  readonly needs: readonly {
    readonly stack: string;
    readonly needs: string;
    readonly kinds: Readonly<Record<string, number>>;
    readonly ordered: boolean;
  }[];
  /** Groups of stacks each of which is to be deployed before all others of its group. */
  readonly cycles: readonly (readonly string[])[];
}

export interface GraphStack {
  /** The artifact's id; of a nested stack the parent's id, `/`, and its logical id there. After the assembly's path when two assemblies have it. */
  readonly id: string;
  readonly name: string;
  /** Path of its construct: what CDK calls the stack on its command line (`ProdUse1/Data`). */
  readonly constructPath: string | null;
  /** Path of the assembly that it belongs to, as it was named. */
  readonly assembly: string;
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
  const ids = new Ids(graph.stacks);
  return {
    version: 1,
    stacks: graph.stacks.map((stack) => toStack(stack, ids)),
    resources: [...graph.resources()].map((resource) => ({
      id: ids.of(resource),
      stack: ids.ofStack(resource.stack),
      logicalId: resource.logicalId,
      type: resource.type,
      constructPath: resource.constructPath ?? null,
      physicalName: resource.physicalName ?? null,
    })),
    links: graph.links.map(({ from, to, path, attribute, kind, via, condition }) => ({
      from: ids.of(from),
      to: ids.of(to),
      property: path,
      attribute: attribute ?? null,
      kind,
      class: LINK_CLASS[kind],
      via,
      condition: condition ?? null,
    })),
    stackLinks: graph.stackLinks.map(({ from, path, to, kind, name }) => ({
      from: ids.of(from),
      fromStack: ids.ofStack(from.stack),
      property: path,
      to: ids.ofStack(to),
      kind,
      class: LINK_CLASS[kind],
      name,
    })),
    unresolved: graph.unresolved.map(({ from, path, kind, class: unresolvedClass, reason, name }) => ({
      from: ids.of(from),
      property: path,
      kind,
      class: unresolvedClass,
      reason,
      name,
    })),
    deployment: {
      needs: needsOf(graph).map(({ stack, needs, kinds, isOrdered }) => ({
        stack: graph.idOf(stack),
        needs: graph.idOf(needs),
        kinds: Object.fromEntries(kinds),
        ordered: isOrdered,
      })),
      cycles: cyclicStacksOf(graph).map((group) => [...group].map((stack) => graph.idOf(stack)).sort()),
    },
  };
}

function toStack(stack: Stack, ids: Ids): GraphStack {
  const { name, environment, parent, dependencies, assembly } = stack;
  return {
    id: ids.ofStack(stack),
    name,
    constructPath: constructPathOf(stack) ?? null,
    assembly: assembly.path,
    account: environment.account ?? null,
    region: environment.region ?? null,
    parent: parent === undefined ? null : ids.ofStack(parent.stack),
    dependencies: dependencies.map((dependency) => ids.ofStack(dependency)),
  };
}

/** CDK puts the resource of a nested stack `Api/Monitoring` at `Api/Monitoring.NestedStack/Monitoring.NestedStackResource`. */
function constructPathOf({ parent, displayName }: Stack): string | undefined {
  if (parent === undefined) return displayName;
  return parent.stack.constructs.pathOf(parent.logicalId)?.replace(/\.NestedStack\/[^/]+\.NestedStackResource$/, '');
}

/** A stack's id is unique in its assembly only, and several assemblies can be one graph. */
class Ids {
  readonly #ids = new Map<Stack, string>();

  constructor(stacks: readonly Stack[]) {
    const holders = new Map<string, Stack['assembly']>();
    for (const stack of stacks) {
      const holder = holders.get(stack.id) ?? stack.assembly;
      holders.set(stack.id, holder);
      this.#ids.set(stack, holder === stack.assembly ? stack.id : `${stack.assembly.path}:${stack.id}`);
    }
  }

  ofStack(stack: Stack): string {
    return this.#ids.get(stack) ?? stack.id;
  }

  of(place: Resource | OutputPlace): string {
    return 'output' in place ? `${this.ofStack(place.stack)}.Outputs.${place.output}` : `${this.ofStack(place.stack)}.${place.logicalId}`;
  }
}
