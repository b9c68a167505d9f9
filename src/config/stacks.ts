import type { ConfiguredStack } from '../generated/config.js';
import type { Config } from './config.js';

/** The stacks whose findings are reported, as globs; undefined for all. */
export function stackGlobs({ stacks }: Pick<Config, 'stacks'>): readonly string[] | undefined {
  const globs = stacks?.filter((entry) => typeof entry === 'string') ?? [];
  return globs.length === 0 ? undefined : globs;
}

/** The stacks of templates that the CDK did not write. */
export function declaredStacks({ stacks = [] }: Pick<Config, 'stacks'>): readonly Exclude<ConfiguredStack, string>[] {
  return stacks.filter((entry) => typeof entry !== 'string');
}
