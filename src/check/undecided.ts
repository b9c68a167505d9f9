import type { Json, JsonObject, Stack, Template } from '../assembly/model.js';
import { intrinsicOf, isObject, own } from '../graph/model/json.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { oncePerResource } from '../graph/once-per-resource.js';

/** What the synthesized output leaves open in a resource. */
export interface Undecided {
  /** Comparisons that cannot be decided, under the conditions of the resource's `Fn::If`s. */
  readonly comparisons: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
  /** Whether the resource reads parameters that have nothing but a default. */
  readonly defaults: boolean;
  /** Whether it holds the account or region of a stack that names none, as names of resources do. */
  readonly environment: boolean;
}

/** Whether a resource is certainly there and nothing in it hangs on a condition or a default. */
export function isDecided(resource: Resource): boolean {
  const { stack, condition, graph } = resource;
  // Most templates leave nothing open, which need not be looked for in each of their resources.
  if (condition === undefined && stack.parent === undefined && !leavesOpen(stack.template) && !leavesEnvironmentOpen(graph, stack))
    return true;
  if (resource.existence !== 'certain') return false;
  const { comparisons, defaults, environment } = undecidedIn(resource);
  return comparisons.size === 0 && !defaults && !environment;
}

/** Whether names of resources hold the account or region, and this stack may be deployed to any. */
function leavesEnvironmentOpen({ names }: ResourceGraph, { environment }: Stack): boolean {
  return (environment.account === undefined || environment.region === undefined) && names.expectsEnvironments;
}

/** What is open in a resource, found once. */
export const undecidedIn: (resource: Resource) => Undecided = oncePerResource((resource) => {
  const { stack, assumptions, graph } = resource;
  const scope = { stack, assumptions };
  const comparisons = new Set<string>();
  const conditions = new Set<string>();
  let defaults = false;
  let environment = false;
  const isOpen = leavesEnvironmentOpen(graph, stack);
  const condition = (name: string): void => {
    const undecided = graph.evaluator.conditions.undecided(name, scope);
    if (undecided.size > 0) conditions.add(name);
    for (const comparison of undecided) comparisons.add(comparison);
    defaults ||= undecided.size > 0;
  };
  const visit = (raw: Json): void => {
    if (Array.isArray(raw)) for (const item of raw) visit(item as Json);
    if (!isObject(raw)) return;
    const [name, argument] = intrinsicOf(raw) ?? [];
    if (name === 'Fn::If' && Array.isArray(argument) && typeof argument[0] === 'string') condition(argument[0]);
    if (name === 'Ref' && typeof argument === 'string') {
      defaults ||= hasDefault(stack.template.parameters.get(argument));
      environment ||= isOpen && OPEN.has(argument);
    }
    const text = name === 'Fn::Sub' && Array.isArray(argument) ? argument[0] : argument;
    if (name === 'Fn::Sub' && typeof text === 'string') {
      for (const [, parameter = ''] of text.matchAll(SUBSTITUTED)) defaults ||= hasDefault(stack.template.parameters.get(parameter));
      environment ||= isOpen && OPEN_SUBSTITUTED.test(text);
    }
    for (const key in raw) visit(raw[key] as Json);
  };
  if (isOpen || leavesOpen(stack.template)) visit(resource.raw);
  defaults ||= resource.condition !== undefined && resource.existence === 'conditional';
  return { comparisons, conditions, defaults, environment };
});

/** What a stack may leave to whoever deploys it. */
const OPEN: ReadonlySet<string> = new Set(['AWS::AccountId', 'AWS::Region']);
const OPEN_SUBSTITUTED = /\$\{AWS::(?:AccountId|Region)\}/;

/** `${Name}` in an `Fn::Sub`. */
const SUBSTITUTED = /\$\{([A-Za-z0-9]+)\}/g;

/** Templates without conditions, or parameters but CDK's own, have nothing to look for. */
const open = new WeakMap<Template, boolean>();

function leavesOpen(template: Template): boolean {
  const known = open.get(template) ?? (template.conditions.size > 0 || [...template.parameters.values()].some(hasDefault));
  open.set(template, known);
  return known;
}

/** The default of an SSM parameter is its name, which counts anyway. */
function hasDefault(parameter: JsonObject | undefined): boolean {
  return own(parameter, 'Default') !== undefined && !String(own(parameter, 'Type')).startsWith('AWS::SSM::');
}
