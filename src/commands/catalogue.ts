import type { Check } from '../check/check.js';
import type { Io } from './io.js';

/** The built-in checks, and those that the configuration adds. */
export async function loadCatalogue(config: string | undefined, io: Io): Promise<readonly Check[]> {
  const [{ checks }, { loadConfig }] = await Promise.all([import('../../checks/index.js'), import('../config/load-config.js')]);
  const loaded = await loadConfig({ config, assemblies: [], workingDirectory: io.cwd });
  if (loaded.config.ownChecks === undefined) return checks;
  const { loadOwnChecks } = await import('../config/own-checks.js');
  return loadOwnChecks(loaded, checks);
}
