import type { Json, Stack } from '../assembly/model.js';
import type { ResourceGraph } from '../graph/graph.js';
import { own } from '../graph/json.js';
import type { LinkKind, OutputPlace, StackLink, Unresolved } from '../graph/link.js';
import { artifactOf } from '../graph/order.js';
import { Property, type TemplatePath } from '../graph/property.js';
import { Resource } from '../graph/resource.js';
import { NO_ASSUMPTIONS } from '../graph/scope.js';

/** Where a template refers to something: in a resource or in an output. */
export interface Use {
  readonly from: Resource | OutputPlace;
  readonly path: TemplatePath;
}

/** The place of a use: the property, or the stack for an output. */
export function placeOfUse({ from, path: [first, ...rest] }: Use): Property | Resource | Stack {
  if (!(from instanceof Resource)) return from.stack;
  if (first === undefined) return from;
  let place = Property.of(from, String(first));
  for (let step = place.path.length - 1; step < rest.length; step = place.path.length - 1) {
    // A decided `Fn::If` is stepped through by the property itself, to the same branch.
    place = place.get(rest[step] as string | number);
  }
  return place;
}

/** What stands in the template where something is used. */
export function rawAt({ from, path }: Use): Json | undefined {
  const start: Json | undefined = from instanceof Resource ? from.raw : from.stack.template.outputs.get(from.output);
  return path.reduce<Json | undefined>(stepInto, start);
}

function stepInto(raw: Json | undefined, step: string | number): Json | undefined {
  return Array.isArray(raw) ? (raw[Number(step)] as Json | undefined) : own(raw, String(step));
}

/** Whether what is used is needed whatever the open conditions turn out to be. */
export function isCertainUse(graph: ResourceGraph, { from, path }: Use): boolean {
  const scope = { stack: from.stack, assumptions: NO_ASSUMPTIONS };
  if (!isDeployed(graph, from.stack) || (from instanceof Resource && from.existence !== 'certain')) return false;
  if (!(from instanceof Resource)) {
    const condition = own(from.stack.template.outputs.get(from.output), 'Condition');
    if (typeof condition === 'string' && graph.evaluator.conditions.named(condition, scope) !== true) return false;
  }
  return path.every((step, index) => {
    if (step !== 'Fn::If') return true;
    const argument = own(rawAt({ from, path: path.slice(0, index) }), 'Fn::If');
    return argument !== undefined && graph.evaluator.branch(argument, scope) !== undefined;
  });
}

/** Whether a stack is there for certain: a nested one may stand under a condition. */
function isDeployed(graph: ResourceGraph, { parent }: Stack): boolean {
  if (parent === undefined) return true;
  return graph.resource(parent.stack, parent.logicalId)?.existence === 'certain' && isDeployed(graph, parent.stack);
}

/** How a message calls the place of a use. */
export function nameOfUse({ from }: Use): string {
  return from instanceof Resource ? from.logicalId : `the output ${from.output}`;
}

/** The same at the beginning of a sentence. */
export function subjectOfUse({ from }: Use): string {
  return from instanceof Resource ? from.logicalId : `The output ${from.output}`;
}

/** References of a kind that lead nowhere in the graph: the first of each name in each deployed stack that is needed for certain. */
export function unresolvedUses(graph: ResourceGraph, kind: LinkKind | 'mapping'): readonly Unresolved[] {
  const found = new Map<string, Unresolved>();
  for (const use of graph.unresolved) {
    const key = `${graph.idOf(artifactOf(use.from.stack))} ${use.name}`;
    // A name with a space in it is the graph's word for one that is not known.
    if (use.kind === kind && !use.name.includes(' ') && !found.has(key) && isCertainUse(graph, use)) found.set(key, use);
  }
  return [...found.values()];
}

/** Whether a link is one that CloudFormation follows when it deploys: an export, an output, a parameter. */
export function isLookup({ kind }: StackLink): boolean {
  return kind === 'import' || kind === 'stack-output' || kind === 'ssm' || kind === 'cross-region-export';
}
