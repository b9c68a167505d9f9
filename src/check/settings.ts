import type { Stack } from '../assembly/model.js';
import type { Contract } from './contract.js';

/** What the configuration says that templates cannot: how stacks are meant, and what exists outside of the assembly. */
export interface Settings {
  /** Stacks that must be removable with `cdk destroy`, leaving nothing behind. */
  isDestroyable(stack: Stack): boolean;
  /** Stacks whose data must stay when the stack goes. */
  isRetained(stack: Stack): boolean;
  /** Names that exist although nothing here declares them. */
  isExternal(kind: 's3' | 'exports' | 'ssm' | 'stacks' | 'globalClusters', name: string): boolean;
  /** Accounts that may be named although no stack here is deployed to them. */
  isKnownAccount(account: string): boolean;
  /** What applications promise to survive, as far as the configuration declares it. */
  readonly contracts: readonly Contract[];
}

export const NO_SETTINGS: Settings = {
  isDestroyable: () => false,
  isRetained: () => false,
  isExternal: () => false,
  isKnownAccount: () => false,
  contracts: [],
};
