import { tableOf } from '../table-of.js';

/**
 * How many availability zones the regions have that have more than three: no account sees more of them.
 * Source: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
 */
const ZONES: Readonly<Record<string, number>> = tableOf({ 'us-east-1': 6, 'us-west-2': 4, 'ap-northeast-1': 4, 'ap-northeast-2': 4 });

/**
 * Regions of which an account sees fewer zones than there are, except for some old ones.
 * Source: https://github.com/buildkite/elastic-ci-stack-for-aws/pull/157, https://github.com/aws-samples/1click-hpc/issues/1
 */
const SEEN: Readonly<Record<string, number>> = tableOf({ 'us-west-1': 2 });

/** The most zones that `Fn::GetAZs` gives in a region, and how many it gives most accounts. */
export function zonesOf(region: string): { readonly most: number; readonly usual: number } {
  const most = ZONES[region] ?? 3;
  return { most, usual: SEEN[region] ?? most };
}
