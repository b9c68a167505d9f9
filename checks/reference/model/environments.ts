import type { Environment, Stack } from '../../../src/assembly/model.js';

/** Whether two stacks go to different places for certain: another account, or another region. What is open may be the same. */
export function differs(one: Environment, other: Environment): 'account' | 'region' | undefined {
  if (isOther(one.account, other.account)) return 'account';
  return isOther(one.region, other.region) ? 'region' : undefined;
}

function isOther(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

/** Where a stack goes, in words: `us-east-1`, or `us-east-1 of account 482731905566` where that is what matters. */
export function placeName({ environment: { account, region } }: Stack, matters: 'account' | 'region'): string {
  const place = region ?? 'an unspecified region';
  return matters === 'account' && account !== undefined ? `${place} of account ${account}` : place;
}
