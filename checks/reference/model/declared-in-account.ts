import type { Problem } from '../../../src/check/problem.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import type { NamedPlace } from '../../../src/queries/named-places.js';
import { nameAt, namedTypes } from './declared-elsewhere.js';

/** Properties beside a name that say in whose account it is looked up. */
const ACCOUNT_KEYS = ['CatalogId', 'RegistryId', 'DomainOwner', 'MeshOwner'];

/** What a place names, when the account where it is looked up does not declare it and another account of the app does. */
export function declaredInOtherAccount({ at, row }: NamedPlace): Problem | undefined {
  const types = namedTypes(row);
  const { account, graph, stack } = at.resource;
  // The account of what is referred to is checked where a service has a rule for it.
  if (types.length === 0 || (at.reference !== undefined && (row.account !== 'any' || at.reference.resource.account === account)))
    return undefined;
  const name = nameAt(at, row, types);
  if (name === undefined || name.startsWith('/aws/')) return undefined;
  const all = graph.names.named(name, types);
  const [found] = all;
  if (found === undefined || all.some((one) => mayBeOf(one, account)) || looksElsewhere(at.resource)) return undefined;
  const own = graph.stacks.filter(({ environment }) => environment.account === stack.environment.account);
  if (graph.mayLackResources(own)) return undefined;
  return {
    at,
    message: `The ${row.what} ${name} is looked up in account ${account}, and the app declares it in ${found.account} only.`,
    related: [{ at: found, message: `Declared in ${found.account}.` }],
  };
}

function mayBeOf({ account, existence }: Resource, own: string | undefined): boolean {
  return existence !== 'certain' || account === undefined || account === own;
}

function looksElsewhere(resource: Resource): boolean {
  // An action of a pipeline runs in the account of its role.
  if (resource.type === 'AWS::CodePipeline::Pipeline') return true;
  return ACCOUNT_KEYS.some((key) => resource.hasProperty(key) && resource.property(key).text !== resource.account);
}
