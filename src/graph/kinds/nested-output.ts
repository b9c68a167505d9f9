import type { Resource } from '../model/resource.js';
import { exact } from './kind.js';
import type { Walk } from './walk.js';

export const NESTED_OUTPUT = exact('nested output');

/** `Fn::GetAtt` of `Outputs.Name`: what a nested stack hands to the stack around it. */
export function visitNestedOutput(resource: Resource, attribute: string, walk: Walk): void {
  const value = walk.evaluate({ 'Fn::GetAtt': [resource.logicalId, attribute] });
  const nested = walk.graph.nestedStack(resource.stack, resource.logicalId);
  if (value.kind === 'unknown' && value.reason === 'nested-output') walk.unresolved('nested-output', value);
  else if (nested !== undefined)
    walk.boundary('nested-output', { kind: 'produced', name: `${resource.logicalId}.${attribute}`, stack: nested, value });
}
