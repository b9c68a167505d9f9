import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { isInside } from '../files/inside.js';
import { findRepository } from './project-root.js';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The user's own folder for what is kept between runs, made when it is missing. Undefined when there is none that this user alone can write, or when it would lie in
 * the checkout: whoever can commit a file there, could commit the result of a check.
 */
export function cacheFolder(name: 'lint' | 'compiled', workingDirectory: string, env: Env): string | undefined {
  const base = userCacheFolder(env);
  if (base === undefined) return undefined;
  try {
    mkdirSync(base, { recursive: true });
    let folder = realpathSync.native(base);
    const here = realpathSync.native(workingDirectory);
    if (isInside(folder, findRepository(here) ?? here)) return undefined;
    for (const part of ['synthcheck', name]) {
      folder = join(folder, part);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (!isOwnFolder(folder)) return undefined;
    }
    return folder;
  } catch {
    return undefined;
  }
}

/** https://specifications.freedesktop.org/basedir-spec/latest/: a path that is not absolute is to be ignored. */
function userCacheFolder(env: Env): string | undefined {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = env;
  if (XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  if (process.platform === 'win32') return LOCALAPPDATA && isAbsolute(LOCALAPPDATA) ? LOCALAPPDATA : undefined;
  const home = env.HOME && isAbsolute(env.HOME) ? env.HOME : homeFolder();
  if (home === undefined || home === '/') return undefined;
  return process.platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache');
}

/** Throws for a user without an entry in the system's list. */
function homeFolder(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}

/** A folder, not a link to one, that nobody else can write. */
function isOwnFolder(folder: string): boolean {
  const stats = lstatSync(folder);
  if (!stats.isDirectory()) return false;
  const isOthers = process.getuid !== undefined && (stats.uid !== process.getuid() || (stats.mode & 0o022) !== 0);
  return !isOthers;
}
