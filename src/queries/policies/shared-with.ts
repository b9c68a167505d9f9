import { AWS_ACCOUNTS } from '../../facts/aws-accounts.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import { policiesAbout } from './about.js';
import { accountsIn } from './principal.js';
import { coversAction } from './statement.js';

/**
 * The accounts that the policies about a resource let do one of these, by number, other than its own and those of AWS: a bucket for
 * the access logs of a Network Load Balancer names the region's account of load balancers, and its key only needs `delivery.logs`.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/enable-access-logs.html
 */
export function sharedWith(
  resource: Resource,
  { actions }: { readonly actions: readonly string[] },
): readonly { readonly at: Property; readonly account: string }[] {
  if (resource.account === undefined) return [];
  const statements = (policiesAbout(resource) ?? []).flatMap((policy) => policy.statements ?? []);
  return statements
    .filter((statement) => statement.effect === 'Allow' && actions.some((action) => coversAction(statement, action.toLowerCase()) === true))
    .flatMap(({ at }) => (at === undefined ? [] : accountsIn(at)))
    .filter(({ account }) => account !== resource.account && !AWS_ACCOUNTS.has(account));
}
