import { type ConfigSearch, findConfig, type LoadedConfig, noConfig } from './loaded-config.js';

/** Reads the configuration that applies; an empty one when there is none. What reads and validates one is loaded when there is one. */
export async function loadConfig(search: ConfigSearch): Promise<LoadedConfig> {
  const { config, workingDirectory } = search;
  if (typeof config === 'object') return (await import('./read-config.js')).givenConfig(config, workingDirectory);
  const found = findConfig(config, search);
  return found === undefined ? noConfig(workingDirectory) : (await import('./read-config.js')).readConfig(found, workingDirectory);
}
