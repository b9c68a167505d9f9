import { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Check } from '../check/check.js';
import { describeInvalidCheck } from '../check/check-shape.js';
import { InputError } from '../diagnostic.js';
import { importModule } from '../import-module.js';
import type { LoadedConfig } from './loaded-config.js';
import { describeModuleFailure, requireModule } from './modules.js';

/** Loads the checks that the configuration adds to the given ones, and gives all. */
export async function loadOwnChecks(loaded: LoadedConfig, checks: readonly Check[]): Promise<readonly Check[]> {
  const modules: LoadedModule[] = [];
  for (const { path, origin } of findModules(loaded)) {
    try {
      modules.push({ origin, module: await importModule(pathToFileURL(path).href) });
    } catch (error) {
      throw describeModuleFailure(error, path, origin);
    }
  }
  return addChecks(checks, modules);
}

/** The same for callers that cannot wait. */
export function loadOwnChecksSync(loaded: LoadedConfig, checks: readonly Check[]): readonly Check[] {
  return addChecks(
    checks,
    findModules(loaded).map(({ path, origin }) => ({ origin, module: requireModule(path, origin) })),
  );
}

interface LoadedModule {
  readonly module: object;
  readonly origin: string;
}

function findModules({ config, origin, folder, isTrusted }: LoadedConfig): readonly { readonly path: string; readonly origin: string }[] {
  const names = config.ownChecks ?? [];
  if (names.length > 0 && !isTrusted)
    throw new InputError(`${origin} is beside the assembly and adds checks, which are code: name it with --config to run them`);
  return names.map((name, index) => ({
    path: pathOf(name, folder, `${origin}: \`ownChecks[${index}]\``),
    origin: `${origin}: \`${name}\``,
  }));
}

function pathOf(name: string, folder: string, origin: string): string {
  if (/^\.{1,2}\//.test(name) || isAbsolute(name)) return resolve(folder, name);
  try {
    return createRequire(join(folder, 'package.json')).resolve(name);
  } catch {
    throw new InputError(`${origin}: the package \`${name}\` is not installed; a file begins with \`./\``);
  }
}

function addChecks(checks: readonly Check[], modules: readonly LoadedModule[]): readonly Check[] {
  const all = new Map(checks.map((check) => [check.id, check]));
  for (const { module, origin } of modules) {
    const found = checksIn(module);
    if (found.length === 0) throw new InputError(`${origin} exports no check: write \`export const name = defineCheck({ … })\``);
    for (const value of found) {
      const problem = describeInvalidCheck(value);
      if (problem !== undefined) throw new InputError(`${origin}: ${problem}`);
      const check = value as Check;
      if (all.has(check.id)) throw new InputError(`${origin}: there is a check \`${check.id}\` already`);
      all.set(check.id, check);
    }
  }
  return [...all.values()];
}

/** A check as default, a list of checks as default or as `checks`, or checks under any names. */
function checksIn(module: object): readonly unknown[] {
  // `module.exports = defineCheck({ … })`
  if (isCheckLike(module)) return [module];
  const exported = Object.entries(module).filter(([name]) => name !== '__esModule' && name !== 'module.exports');
  return exported.flatMap(([, value]: [string, unknown]) => value).filter(isCheckLike);
}

function isCheckLike(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'id' in value;
}
