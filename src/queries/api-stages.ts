import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';

/** Types that make a stage, and their properties that name the API and the stage. */
const STAGES: readonly (readonly [type: string, api: string, name: string])[] = [
  ['AWS::ApiGateway::Stage', 'RestApiId', 'StageName'],
  ['AWS::ApiGateway::Deployment', 'RestApiId', 'StageName'],
  ['AWS::ApiGatewayV2::Stage', 'ApiId', 'StageName'],
];

/** The names of an API's stages, in any stack; undefined when one of them is not known. */
export function stagesOf(api: Resource): readonly string[] | undefined {
  const stages = api.graph.memo(indexStages).get(api.id) ?? [];
  return stages.includes(undefined) ? undefined : (stages as readonly string[]);
}

function indexStages(graph: ResourceGraph): ReadonlyMap<string, readonly (string | undefined)[]> {
  const index = new Map<string, (string | undefined)[]>();
  for (const [type, apiKey, nameKey] of STAGES) {
    for (const stage of graph.resourcesOfType(type)) {
      const api = stage.property(apiKey).reference?.resource;
      const name = stage.property(nameKey);
      if (api === undefined || name.isAbsent) continue;
      const names = index.get(api.id);
      if (names === undefined) index.set(api.id, [name.text]);
      else names.push(name.text);
    }
  }
  return index;
}
