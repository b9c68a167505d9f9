import type { Stack } from '../assembly/model.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import type { Example } from './example.js';
import type { Problem, Severity } from './problem.js';
import type { Settings } from './settings.js';

export interface Docs {
  /** Why it matters, with the service's own words where it has any. One paragraph. */
  readonly why: string;
  /** What to write instead, in CDK terms: a sentence, with code in backticks. */
  readonly fix: string;
  /** The same for a template that the CDK did not write: properties as the template has them, with YAML in backticks. Left out where `fix` says it. */
  readonly templateFix?: string;
  /** Pages that say so: documentation, or the thread that quotes the service's error. */
  readonly sources: readonly string[];
  /** An assembly in which the check finds a problem, and the same one fixed. The tests run both. */
  readonly bad: Example;
  readonly good: Example;
}

/** What every check says of itself. */
export interface Described {
  /** `service/what-is-wrong`: the path of its file under `checks/`, or, in a family, the folder of the file and the name of the export. */
  readonly id: string;
  /** What is wrong, as a heading: "Replica encryption without table encryption". */
  readonly title: string;
  /** The worst severity it yields. */
  readonly severity: Severity;
  readonly docs: Docs;
}

/** Looks at each resource of some types. The resource is certainly there when its stack is deployed. */
export interface ResourceCheck extends Described {
  /** `Custom::*` stands for all types that begin so. */
  readonly types: readonly string[];
  /**
   * True: whether something is a fault depends on what the stack is meant for, as the configuration says. Such a check reports nothing that
   * stands in one branch of an open condition alone: that branch may be the one for other stacks.
   */
  readonly isAboutIntent?: true;
  /** Top-level properties of which a resource must have one, whatever its value. The check is not asked about others. */
  readonly needs?: readonly string[];
  /**
   * The resources that it may report something on, where all of them are found at once. The check is not asked about others, unless a
   * condition or a default is open in them.
   */
  readonly among?: (graph: ResourceGraph) => ResourceFilter;
  resource(resource: Resource, context: CheckContext): Iterable<Problem>;
}

/** A set of resources, or what stands for one. */
export interface ResourceFilter {
  has(resource: Resource): boolean;
}

/** Looks at each stack, nested ones included. */
export interface StackCheck extends Described {
  stack(stack: Stack, context: CheckContext): Iterable<Problem>;
}

/** Looks at the graph as a whole. Prefer the other two: they are asked again where a condition or a default is open. */
export interface GraphCheck extends Described {
  graph(context: CheckContext): Iterable<Problem>;
}

export type Check = ResourceCheck | StackCheck | GraphCheck;

/** All that a check sees. */
export interface CheckContext {
  readonly graph: ResourceGraph;
  readonly settings: Settings;
}

/** Declares a check, so that its shape is verified where it is written. */
export function defineCheck<T extends Check>(check: T): T {
  return check;
}
