import type { Json } from '../assembly/model.js';
import type { ResourceGraph } from '../graph/graph.js';
import { isObject } from '../graph/json.js';

/** Whether a custom resource is given this text: it may do with it what no template shows (create a bucket, attach a policy). */
export function isGivenToCustomResource(graph: ResourceGraph, text: string): boolean {
  return graph.memo(textsOfCustomResources).includes(text);
}

/** All strings in the properties of custom resources, one a line. */
function textsOfCustomResources(graph: ResourceGraph): string {
  const texts: string[] = [];
  const visit = (raw: Json): void => {
    if (typeof raw === 'string') texts.push(raw);
    else if (Array.isArray(raw)) for (const item of raw) visit(item as Json);
    else if (isObject(raw)) for (const key of Object.keys(raw)) visit(raw[key] as Json);
  };
  for (const type of graph.types()) {
    if (!type.startsWith('Custom::') && type !== 'AWS::CloudFormation::CustomResource') continue;
    for (const { raw } of graph.declared(type)) visit(raw);
  }
  return texts.join('\n');
}
