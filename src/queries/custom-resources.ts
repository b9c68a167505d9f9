import { textsIn } from '../graph/model/json.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';

/** Whether a custom resource is given this text: it may do with it what no template shows (create a bucket, attach a policy). */
export function isGivenToCustomResource(graph: ResourceGraph, text: string): boolean {
  return graph.memo(textsOfCustomResources).includes(text);
}

/** All strings in the properties of custom resources that may do something, one a line. */
function textsOfCustomResources(graph: ResourceGraph): string {
  const types = [...graph.types()].filter((type) => type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource');
  const all = types.flatMap((type) => graph.resourcesOfType(type)).map(({ raw }) => textsIn(raw).join('\n'));
  return all.filter((texts) => !onlyReads(texts)).join('\n');
}

/** `AwsCustomResource` writes its calls as JSON: `{"service":"SSM","action":"getParameter",…}`. */
function onlyReads(texts: string): boolean {
  const actions = [...texts.matchAll(/"action":"(\w+)"/g)].map(([, action = '']) => action);
  return actions.length > 0 && actions.every((action) => /^(?:[Gg]et|[Dd]escribe|[Ll]ist|[Hh]ead)[A-Z]/.test(action));
}
