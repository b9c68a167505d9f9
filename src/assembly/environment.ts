import type { Environment } from './model.js';

export interface ParsedEnvironment extends Environment {
  /** What is wrong with the text, undefined when nothing is. */
  readonly complaint: { readonly severity: 'warning' | 'info'; readonly problem: string } | undefined;
}

/** Words that the CDK writes for a part that the app left open. */
const OPEN = new Set(['unknown-account', 'unknown-region', 'current_account', 'current_region', '']);

/** `aws://482731905566/eu-west-1`; each part may be known while the other is not. */
export function parseEnvironment(text: string | undefined): ParsedEnvironment {
  const unknown = { account: undefined, region: undefined };
  if (text === undefined) return { ...unknown, complaint: { severity: 'warning', problem: 'has no environment' } };
  const parts = /^aws:\/\/([^/]*)\/([^/]*)$/.exec(text);
  if (parts === null) {
    const problem = `has the environment \`${text}\`, which is not of the form aws://ACCOUNT/REGION`;
    return { ...unknown, complaint: { severity: 'warning', problem } };
  }
  const [, account = '', region = ''] = parts;
  return { account: parseAccount(account), region: parseRegion(region), complaint: describeParts(account, region) };
}

function parseAccount(text: string): string | undefined {
  return /^\d+$/.test(text) ? text : undefined;
}

/** Names of regions are not checked against a list here: partitions and regions are added faster than a release of ours. */
function parseRegion(text: string): string | undefined {
  return OPEN.has(text) || !/^[A-Za-z0-9-]+$/.test(text) ? undefined : text;
}

/** An app that forgets a value deploys to `aws://replaceMe/…` or leaves a token (`${Token[AWS.AccountId.0]}`): not a broken assembly, but worth a word. */
function describeParts(account: string, region: string): ParsedEnvironment['complaint'] {
  const isAccountUsable = OPEN.has(account) || parseAccount(account) !== undefined;
  const isRegionUsable = OPEN.has(region) || parseRegion(region) !== undefined;
  const unusable = [
    ...(isAccountUsable ? [] : [`\`${account}\` for an account`]),
    ...(isRegionUsable ? [] : [`\`${region}\` for a region`]),
  ];
  return unusable.length === 0 ? undefined : { severity: 'info', problem: `has ${unusable.join(' and ')}` };
}
