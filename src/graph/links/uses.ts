import type { Json, JsonObject, Stack } from '../../assembly/model.js';
import { LINK_KINDS } from '../kinds/kinds.js';
import { own, stepInto } from '../model/json.js';
import type { OutputPlace, StackLink, StackPlace } from '../model/link.js';
import type { TemplatePath } from '../model/property.js';
import { Resource } from '../model/resource.js';
import type { ResourceGraph } from '../model/resource-graph.js';
import { NO_ASSUMPTIONS } from '../model/scope.js';

/** Where a template refers to something: in a resource or in an output. */
export interface Use {
  readonly from: Resource | OutputPlace | StackPlace;
  readonly path: TemplatePath;
}

/** What stands in the template where something is used. */
export function rawAt({ from, path }: Use): Json | undefined {
  const start: Json | undefined = from instanceof Resource ? from.raw : outputOf(from);
  return path.reduce<Json | undefined>(stepInto, start);
}

/** Whether what is used is needed whatever the open conditions turn out to be. */
export function isCertainUse(graph: ResourceGraph, { from, path }: Use): boolean {
  const scope = { stack: from.stack, assumptions: NO_ASSUMPTIONS };
  if (!isDeployed(graph, from.stack) || (from instanceof Resource && from.existence !== 'certain')) return false;
  if (!(from instanceof Resource)) {
    const condition = own(outputOf(from), 'Condition');
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

function outputOf(place: OutputPlace | StackPlace): JsonObject | undefined {
  return place.kind === 'output' ? place.stack.template.outputs.get(place.output) : undefined;
}

/** Whether a link is one that CloudFormation follows when it deploys: an export, an output, a parameter. */
export function isLookup({ kind }: StackLink): boolean {
  return LINK_KINDS[kind].isLookup;
}
