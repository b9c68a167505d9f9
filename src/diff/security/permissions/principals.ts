import { isEnabledByDefault, isRegion } from '../../../facts/regions.js';

/** Anybody, with or without an account: `"*"` and `{ "AWS": "*" }` mean the same in an Allow. */
export const EVERYONE = '*';

/**
 * A principal as all its spellings have it: `Service:states.eu-west-1.amazonaws.com` is `Service:states.amazonaws.com`, and an account's id is its root.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html and, for regions,
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.ServicePrincipalOpts.html ("This is only necessary for cross-region references
 * to opt-in regions")
 */
export function principalKey(text: string, ownRegion: string | undefined): string {
  if (text === 'AWS:*') return EVERYONE;
  const [, service, region] = /^Service:([a-z0-9-]+)(?:\.([a-z0-9-]+|\$\{AWS::Region\}))?\.amazonaws\.com(?:\.cn)?$/.exec(text) ?? [];
  if (service !== undefined) return isSameService(region, ownRegion) ? `Service:${service}.amazonaws.com` : text;
  const [, account] = /^AWS:(\d{12}|\$\{AWS::AccountId\})$/.exec(text) ?? [];
  return account === undefined ? text : `AWS:arn:aws:iam::${account}:root`;
}

function isSameService(region: string | undefined, ownRegion: string | undefined): boolean {
  if (region === undefined || region === '${AWS::Region}' || region === ownRegion) return true;
  return isRegion(region) && (isEnabledByDefault(region) || region.startsWith('cn-'));
}

/**
 * Whether a principal is, or stands for, another one: an account stands for its roles and users, which it lets in itself. `accounts`: of
 * principals that are resources of the app.
 */
export function includes(principal: string, other: string, accounts: ReadonlyMap<string, string>): boolean {
  if (principal === other || principal === EVERYONE) return true;
  const [, account] = /^AWS:arn:[a-z-]+:iam::(\d{12}|\$\{AWS::AccountId\}):root$/.exec(principal) ?? [];
  if (account === undefined || !other.startsWith('AWS:')) return false;
  const [, owner = accounts.get(other)] = /^AWS:arn:[a-z-]+:(?:iam|sts)::(\d{12}|\$\{AWS::AccountId\}):/.exec(other) ?? [];
  return owner === account;
}
