import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { ResourceMap } from '../graph/model/resource-map.js';

const FUNCTION = 'AWS::Lambda::Function';
const VERSION = 'AWS::Lambda::Version';
const ALIAS = 'AWS::Lambda::Alias';

/** A behavior of a distribution that runs a function. */
export interface EdgeAssociation {
  /** The function's ARN in the distribution. */
  readonly at: Property;
  /** `viewer-request`, …; undefined when it is not known. */
  readonly event: string | undefined;
  /** The version, function or alias that the ARN names, when it is declared here. */
  readonly named: Resource | undefined;
}

/** The cache behaviors of a distribution, the default first. */
export function behaviorsOf(distribution: Resource): readonly Property[] {
  const config = distribution.property('DistributionConfig');
  return [config.get('DefaultCacheBehavior'), ...(config.get('CacheBehaviors').items ?? [])];
}

/** The functions that a distribution runs, behavior by behavior. */
export function edgeAssociationsOf(distribution: Resource): readonly EdgeAssociation[] {
  return behaviorsOf(distribution)
    .flatMap((behavior) => behavior.get('LambdaFunctionAssociations').items ?? [])
    .map((association) => {
      const at = association.get('LambdaFunctionARN');
      const named = at.reference?.resource ?? (/:\d+$/.test(at.text ?? '') ? undefined : at.target(FUNCTION));
      const isOfLambda = named !== undefined && [FUNCTION, VERSION, ALIAS].includes(named.type);
      return { at, event: association.get('EventType').text, named: isOfLambda ? named : undefined };
    });
}

/** By function: the behaviors of distributions that certainly run it. */
export function edgeUses(graph: ResourceGraph): ReadonlyMap<Resource, readonly EdgeAssociation[]> {
  const uses = new ResourceMap<EdgeAssociation[]>();
  for (const association of graph.certainResourcesOfType('AWS::CloudFront::Distribution').flatMap(edgeAssociationsOf)) {
    const { named } = association;
    const functionOf = named?.type === FUNCTION ? named : named?.property('FunctionName').target(FUNCTION);
    if (functionOf === undefined) continue;
    uses.set(functionOf, [...(uses.get(functionOf) ?? []), association]);
  }
  return uses;
}
