import type { Config } from './config.js';
import { type ConfigSearch, findConfig, type LoadedConfig, noConfig } from './loaded-config.js';

/** Reads the configuration that applies; an empty one when there is none. What reads and validates one is loaded when there is one. */
export async function loadConfig(search: ConfigSearch): Promise<LoadedConfig> {
  const { config, workingDirectory } = search;
  const found = typeof config === 'object' ? undefined : findConfig(config, search);
  if (typeof config !== 'object' && found === undefined) return noConfig(workingDirectory);
  const { givenConfig, readConfig } = await import('./read-config.js');
  return found === undefined ? givenConfig(config as Config, workingDirectory) : readConfig(found, workingDirectory);
}
