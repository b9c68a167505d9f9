import { LEAVES_POLICIES } from '../facts/policy-documents.js';
import { sdkCallsOf } from '../graph/links/sdk-calls.js';
import { textsIn } from '../graph/model/json.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';

/** Whether a custom resource is given this text: it may do with it what no template shows (create a bucket, attach a policy). */
export function isGivenToCustomResource(graph: ResourceGraph, text: string): boolean {
  return graph.memo(textsOfCustomResources).includes(text);
}

/** Whether a custom resource is given this one by reference, and may write its policy. */
export function isHandledByCustomResource(resource: Resource): boolean {
  return resource.graph.memo(handledByCustomResources).has(resource.base);
}

function handledByCustomResources(graph: ResourceGraph): ReadonlySet<Resource> {
  const handlers = new Set([...graph.types()].filter(isCustom).flatMap((type) => graph.resourcesOfType(type).filter(mayChange)));
  const handled = new Set<Resource>();
  if (handlers.size === 0) return handled;
  for (const { from, to, kind } of graph.links) if (kind !== 'depends-on' && handlers.has(from)) handled.add(to);
  return handled;
}

/** All strings in the properties of custom resources that may do something, one a line. */
function textsOfCustomResources(graph: ResourceGraph): string {
  const all = [...graph.types()].filter(isCustom).flatMap((type) => graph.resourcesOfType(type));
  return all
    .filter(mayChange)
    .map(({ raw }) => textsIn(raw).join('\n'))
    .join('\n');
}

function isCustom(type: string): boolean {
  return type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
}

function mayChange(resource: Resource): boolean {
  if (LEAVES_POLICIES.has(resource.type) || onlyReads(textsIn(resource.raw).join('\n'))) return false;
  return sdkCallsOf(resource).length > 0 || resource.graph.producers.custom.readsOf(resource).length === 0;
}

/** `AwsCustomResource` writes its calls as JSON: `{"service":"SSM","action":"getParameter",…}`. */
function onlyReads(texts: string): boolean {
  const actions = [...texts.matchAll(/"action":"(\w+)"/g)].map(([, action = '']) => action);
  return actions.length > 0 && actions.every((action) => /^(?:[Gg]et|[Dd]escribe|[Ll]ist|[Hh]ead)[A-Z]/.test(action));
}
