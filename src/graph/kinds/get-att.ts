import type { Json } from '../../assembly/model.js';
import { attributesOf } from '../../facts/attributes.js';
import { isCustomResource } from '../../facts/custom-resources.js';
import { getAttArguments } from '../model/json.js';
import type { Resource } from '../model/resource.js';
import { IN_PLACE, unknown } from '../model/value.js';
import { visitExportsReader } from './cross-region-export.js';
import { visitCustomAttribute } from './custom-resource.js';
import { exact } from './kind.js';
import { visitNestedOutput } from './nested-output.js';
import type { Walk } from './walk.js';

export const GET_ATT = exact('GetAtt');

/** `Fn::GetAtt`: an attribute of a resource, which may itself come from elsewhere. */
export function visitGetAtt(argument: Json, walk: Walk): void {
  const [name, attribute] = getAttArguments(argument) ?? [];
  if (name === undefined || name.startsWith('AWS::')) return;
  const { graph, stack } = walk;
  const resource = graph.resource(stack, name);
  if (resource === undefined) {
    if (!graph.isRemoved(stack, name)) walk.unresolved('get-att', unknown('undeclared', name));
    return;
  }
  if (typeof attribute !== 'string') {
    walk.link('get-att', { kind: 'reference', resource, attribute: undefined, via: IN_PLACE });
    return;
  }
  if (resource.type === 'AWS::CloudFormation::Stack' && attribute.startsWith('Outputs.')) visitNestedOutput(resource, attribute, walk);
  else if (resource.type === 'Custom::CrossRegionExportReader') visitExportsReader(attribute, walk);
  else visitAttribute(resource, attribute, walk);
}

function visitAttribute(resource: Resource, attribute: string, walk: Walk): void {
  if (isCustomResource(resource.type)) visitCustomAttribute(resource, attribute, walk);
  const dot = attribute.indexOf('.');
  if (attributesOf(resource.type)?.includes(dot === -1 ? attribute : attribute.slice(0, dot)) === false)
    walk.unresolved('get-att', unknown('attribute', `${resource.logicalId}.${attribute}`));
  walk.link('get-att', { kind: 'reference', resource, attribute, via: IN_PLACE });
}
