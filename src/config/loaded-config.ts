import { dirname, extname, relative, resolve } from 'node:path';
import { InputError } from '../diagnostic.js';
import { LINK_OUT, leadsOut } from '../files/read-file.js';
import type { Config } from './config.js';
import { findConfigFile, linkLimit } from './find-config.js';

/** A configuration, what to call it in messages, and where it is from. */
export interface LoadedConfig {
  readonly config: Config;
  readonly origin: string;
  /** The file as messages name it; left out when there is none. */
  readonly file?: string | undefined;
  /** Absolute: what its paths are relative to. */
  readonly folder: string;
  /** Whether the user named it or it lies in the working directory. One beside an assembly that was downloaded may be anybody's. */
  readonly isTrusted: boolean;
}

export interface ConfigSearch {
  /** The file that the user names, or the configuration itself, when a program gives it as a value. */
  readonly config: string | Config | undefined;
  readonly assemblies: readonly string[];
  readonly workingDirectory: string;
}

/** A file that was named or found, and what to call it in messages. */
export interface FoundConfig {
  readonly path: string;
  readonly origin: string;
  /** A folder that no link may lead out of, when the file was found and not named. */
  readonly within: string | undefined;
  readonly isNamed: boolean;
}

/** The file of the configuration that applies; undefined when there is none. */
export function findConfig(file: string | undefined, { assemblies, workingDirectory }: ConfigSearch): FoundConfig | undefined {
  const path = file === undefined ? findConfigFile(assemblies, workingDirectory) : resolve(workingDirectory, file);
  if (path === undefined) return undefined;
  const origin = relative(workingDirectory, path) || path;
  const within = file === undefined ? linkLimit(dirname(path), workingDirectory) : undefined;
  // What a module holds is quoted where it is wrong.
  if (within !== undefined && isCode(path) && leadsOut(path, within)) throw new InputError(`${origin} ${LINK_OUT}`);
  return { path, origin, within, isNamed: file !== undefined };
}

export function noConfig(workingDirectory: string): LoadedConfig {
  return { config: {}, origin: 'the configuration', folder: resolve(workingDirectory), isTrusted: true };
}

/** Whether a configuration is a program. */
export function isCode(path: string): boolean {
  return ['.ts', '.mjs', '.js'].includes(extname(path));
}
