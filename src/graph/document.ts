import type { Stack } from '../assembly/model.js';
import { scopeOfStack } from '../assembly/stack-scope.js';
import { cyclicStacksOf, needsOf } from './deployment/needs.js';
import { LINK_KINDS, linkClassOf } from './kinds/kinds.js';
import type { LinkClass, OutputPlace, StackPlace } from './model/link.js';
import type { Resource } from './model/resource.js';
import type { ResourceGraph } from './model/resource-graph.js';

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
  /** The artifact's id; of a nested stack the parent's id, `/`, and its logical id there. After the assembly's path when an assembly before has a stack of this id. */
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
  readonly class: LinkClass;
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
  /** Id of a resource, `<stack>.Outputs.<key>`, or, for what a template generates, of a stack. */
  readonly from: string;
  readonly property: PathSteps;
  readonly kind: string;
  readonly class: 'external' | 'public' | 'unknown' | 'conditional';
  readonly reason: string;
  readonly name: string;
}

/** With `only`, what lies in these stacks and between them. */
export function toGraphDocument(graph: ResourceGraph, only?: ReadonlySet<Stack>): GraphDocument {
  const id = (place: Resource | OutputPlace | StackPlace): string => idOf(graph, place);
  const has = (stack: Stack): boolean => only === undefined || only.has(stack);
  return {
    version: 1,
    stacks: graph.stacks.filter(has).map((stack) => toStack(graph, stack)),
    resources: (only === undefined ? graph.resources() : [...only].flatMap((stack) => [...graph.resourcesOf(stack)])).map((resource) => ({
      id: resource.id,
      stack: graph.idOf(resource.stack),
      logicalId: resource.logicalId,
      type: resource.type,
      constructPath: resource.constructPath ?? null,
      physicalName: resource.physicalName ?? null,
    })),
    links: graph.links
      .filter(({ from, to }) => has(from.stack) && has(to.stack))
      .map((link) => ({
        from: link.from.id,
        to: link.to.id,
        property: link.path,
        attribute: link.attribute ?? null,
        kind: link.kind,
        class: linkClassOf(link),
        via: link.via,
        condition: link.condition ?? null,
      })),
    stackLinks: graph.stackLinks
      .filter(({ from, to }) => has(from.stack) && has(to))
      .map(({ from, path, to, kind, name }) => ({
        from: id(from),
        fromStack: graph.idOf(from.stack),
        property: path,
        to: graph.idOf(to),
        kind,
        class: LINK_KINDS[kind].class,
        name,
      })),
    unresolved: graph.unresolved
      .filter(({ from }) => has(from.stack))
      .map(({ from, path, kind, class: unresolvedClass, reason, label }) => ({
        from: id(from),
        property: path,
        kind,
        class: unresolvedClass,
        reason,
        name: label,
      })),
    deployment: {
      needs: needsOf(graph)
        .filter(({ stack, needs }) => has(stack) && has(needs))
        .map(({ stack, needs, kinds, isOrdered }) => ({
          stack: graph.idOf(stack),
          needs: graph.idOf(needs),
          kinds: Object.fromEntries(kinds),
          ordered: isOrdered,
        })),
      cycles: cyclicStacksOf(graph)
        .filter((group) => [...group].every(has))
        .map((group) => [...group].map((stack) => graph.idOf(stack)).sort()),
    },
  };
}

function toStack(graph: ResourceGraph, stack: Stack): GraphStack {
  const { name, environment, parent, dependencies, assembly } = stack;
  return {
    id: graph.idOf(stack),
    name,
    constructPath: scopeOfStack(stack) ?? null,
    assembly: assembly.path,
    account: environment.account ?? null,
    region: environment.region ?? null,
    parent: parent === undefined ? null : graph.idOf(parent.stack),
    dependencies: dependencies.map((dependency) => graph.idOf(dependency)),
  };
}

/** Of a resource its id; of an output `<stack>.Outputs.<key>`; of a template the id of its stack. */
function idOf(graph: ResourceGraph, place: Resource | OutputPlace | StackPlace): string {
  if (!('kind' in place)) return place.id;
  return place.kind === 'output' ? `${graph.idOf(place.stack)}.Outputs.${place.output}` : graph.idOf(place.stack);
}
