import { isRegion } from '../../facts/regions.js';
import { hasText } from '../../graph/model/json.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { knownPoliciesOf } from './of-role.js';

/** The regions that the policies of a role name, in ARNs and as `aws:RequestedRegion`. */
export function grantedRegions(role: Resource): ReadonlySet<string> {
  const statements = knownPoliciesOf(role).flatMap(({ statements = [] }) => statements);
  const places = statements.flatMap(({ at, effect }) => (effect === 'Allow' && at !== undefined ? [at] : []));
  return new Set(places.flatMap((at) => [...regionsOfArns(at), ...requestedRegions(at)]).filter(isRegion));
}

function regionsOfArns(statement: Property): readonly string[] {
  return (statement.get('Resource').items ?? []).flatMap(({ arn }) => arn?.region ?? []);
}

function requestedRegions(statement: Property): readonly string[] {
  const conditions = (statement.get('Condition').entries ?? []).flatMap(([, keys]) => keys.entries ?? []);
  return conditions
    .filter(([key]) => key.toLowerCase() === 'aws:requestedregion')
    .flatMap(([, values]) => (values.items ?? []).flatMap(({ text }) => text ?? []));
}

const HOLDERS = ['AWS::IAM::Role', 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'];

/** A quick look over the raw texts of all policies: most apps leave regions to CloudFormation. */
export function hasRegionsInPolicies(graph: ResourceGraph): boolean {
  const isRegional = (text: string): boolean => text.includes('-') && /[a-z]-\d(?::|$)/.test(text);
  return HOLDERS.some((type) => graph.resourcesOfType(type).some(({ raw }) => hasText(raw.Properties, isRegional)));
}
