import type { Settings } from '../check/settings.js';
import type { Config } from './config.js';
import { toContract } from './contracts.js';
import { matcher, stackMatcher } from './globs.js';

/** The part of a configuration that checks may ask. */
export function toSettings({ deletion, external, accounts, resilience = [] }: Config): Settings {
  const isExternal = {
    s3: matcher(external?.s3 ?? []),
    exports: matcher(external?.exports ?? []),
    ssm: matcher(external?.ssm ?? []),
    stacks: matcher(external?.stacks ?? []),
    globalClusters: matcher(external?.globalClusters ?? []),
  };
  const known = new Set(accounts);
  return {
    isDestroyable: stackMatcher(deletion?.destroyable ?? []),
    isRetained: stackMatcher(deletion?.retained ?? []),
    isExternal: (kind, name) => isExternal[kind](name),
    isKnownAccount: (account) => known.has(account),
    contracts: resilience.map(toContract),
  };
}
