import { IN_PLACE, unknown } from '../model/value.js';
import { exact } from './kind.js';
import { visitParameter } from './nested-parameter.js';
import type { Walk } from './walk.js';

export const REF = exact('Ref');

/** `Ref`: a resource or a parameter of the template. */
export function visitRef(name: string, walk: Walk): void {
  if (name.startsWith('AWS::')) return;
  const { graph, stack } = walk;
  const resource = graph.resource(stack, name);
  if (resource !== undefined) {
    walk.link('ref', { kind: 'reference', resource, attribute: undefined, via: IN_PLACE });
    return;
  }
  const parameter = stack.template.parameters.get(name);
  if (parameter !== undefined) visitParameter(name, parameter, walk);
  else if (!graph.isRemoved(stack, name)) walk.unresolved('ref', unknown('undeclared', name));
}
