import { parseJsonText } from '../graph/evaluate/json-text.js';
import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import type { Value } from '../graph/model/value.js';
import { nameTheSame } from './names-same.js';

/** What `eks.KubernetesManifest` and `eks.HelmChart` of the CDK write. */
const MANIFEST = 'Custom::AWSCDK-EKS-KubernetesResource';
const CHART = 'Custom::AWSCDK-EKS-HelmChart';

/** The manifests and charts that use a namespace which another manifest for the same cluster creates. */
export function namespacesInManifests(graph: ResourceGraph) {
  const manifests = graph.resourcesOfType(MANIFEST).map((resource) => ({ resource, objects: objectsOf(resource) }));
  const creators = manifests.flatMap(({ resource, objects }) => objects.flatMap((object) => createdBy(resource, object)));
  if (creators.length === 0) return [];
  const uses = [
    ...manifests.flatMap(({ resource, objects }) => usedIn(resource.property('Manifest'), objects)),
    ...graph.resourcesOfType(CHART).flatMap(usedByChart),
  ];
  return uses.flatMap(({ at, name }) => {
    const named = creators.filter(
      (creator) => creator.name === name && nameTheSame(creator.resource.property('ClusterName'), at.resource.property('ClusterName')),
    );
    const isOwn = named.some(({ resource }) => resource.base === at.resource.base);
    const { order } = graph;
    const target = named.find(({ resource }) => order.createdBefore(resource, at.resource)) ?? named[0];
    return target === undefined || isOwn ? [] : [{ at, target: target.resource, name, answer: `namespaces "${name}" not found` }];
  });
}

interface Used {
  readonly at: Property;
  readonly name: string;
}

/** Each namespace of a manifest once. */
function usedIn(at: Property, objects: readonly Value[]): readonly Used[] {
  const names = new Set(objects.flatMap((object) => textIn(object, 'metadata', 'namespace') ?? []));
  return [...names].map((name) => ({ at, name }));
}

/** Helm creates the namespace itself where the chart says so. */
function usedByChart(chart: Resource): readonly Used[] {
  const [at, creates] = [chart.property('Namespace'), chart.property('CreateNamespace')];
  const name = at.text;
  return name === undefined || !(creates.isAbsent || creates.boolean === false) ? [] : [{ at, name }];
}

function createdBy(resource: Resource, object: Value): readonly { readonly resource: Resource; readonly name: string }[] {
  const name = textIn(object, 'kind') === 'Namespace' ? textIn(object, 'metadata', 'name') : undefined;
  return name === undefined ? [] : [{ resource, name }];
}

/** The objects of a manifest, which stands there as JSON. */
function objectsOf(resource: Resource): readonly Value[] {
  const json = parseJsonText(resource.property('Manifest').value);
  return json?.kind === 'list' ? json.items : [];
}

function textIn(value: Value, ...keys: readonly string[]): string | undefined {
  const found = keys.reduce<Value | undefined>((at, key) => (at?.kind === 'map' ? at.entries.get(key) : undefined), value);
  return found?.kind === 'literal' && typeof found.value === 'string' ? found.value : undefined;
}
