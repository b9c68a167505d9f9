import { dirname, isAbsolute, join, resolve } from 'node:path';
import { memoizeByKey } from '../memoize.js';
import type { ContainedFiles } from './contained-files.js';
import { Mappings } from './mappings.js';

/** Where a place in a generated file comes from. */
export interface Original {
  /** Absolute path, or relative to the project (`webpack://` maps have no other). */
  readonly file: string;
  readonly line: number;
  readonly column: number | undefined;
  /** False when the generated line, of which no column is known, has parts of several lines. */
  readonly exact: boolean;
}

export type FindOriginal = (real: string, line: number, column: number | undefined) => Original | undefined;

interface LoadedMap {
  readonly mappings: Mappings;
  readonly sources: readonly string[];
  readonly directory: string;
  /** Of the mappings, in characters. */
  readonly size: number;
}

const COMMENT = '# sourceMappingURL=';
const MAX_MAPPINGS = 16 * 1024 * 1024;
/** Of all maps of a project together: each is read once from end to end. */
const MAX_ALL_MAPPINGS = 64 * 1024 * 1024;

export function isGenerated(file: string): boolean {
  return /\.[cm]?jsx?$/i.test(file);
}

/** Maps back through what compilers write (https://tc39.es/ecma426/): an inline `data:` map, or a file inside the project. */
export function createSourceMaps(files: ContainedFiles): FindOriginal {
  let room = MAX_ALL_MAPPINGS;
  const load = memoizeByKey((real) => {
    if (room <= 0) return undefined;
    const loaded = loadMap(files, real);
    room -= loaded?.size ?? 0;
    return loaded;
  });
  return (real, line, column) => {
    const loaded = load(real);
    if (loaded === undefined) return undefined;
    const end = loaded.mappings.find(line - 1, column === undefined ? Number.MAX_SAFE_INTEGER : column - 1);
    const entry = column === undefined ? (loaded.mappings.find(line - 1, 0) ?? end) : end;
    const source = entry && loaded.sources[entry.source];
    if (entry === undefined || source === undefined) return undefined;
    return {
      file: toFile(source, loaded.directory),
      line: entry.originalLine + 1,
      column: column === undefined ? undefined : entry.originalColumn + 1,
      exact: entry.originalLine === end?.originalLine,
    };
  };
}

function loadMap(files: ContainedFiles, real: string): LoadedMap | undefined {
  const text = files.read(real);
  if (text === undefined) return undefined;
  const comment = text.lastIndexOf(COMMENT);
  const url = comment < 0 ? '' : (/^\S*/.exec(text.slice(comment + COMMENT.length))?.[0] ?? '');
  if (url.startsWith('data:')) return parseMap(decodeData(url), dirname(real));
  const file = files.contain(resolve(dirname(real), decode(url))) ?? files.contain(`${real}.map`);
  return file === undefined ? undefined : parseMap(files.read(file), dirname(file));
}

/** Maps in sections (`sections` in place of `mappings`) are not written by tsc, esbuild, webpack or Babel. */
function parseMap(json: string | undefined, directory: string): LoadedMap | undefined {
  try {
    const payload: unknown = JSON.parse(json ?? '');
    if (typeof payload !== 'object' || payload === null) return undefined;
    const { sources, mappings, sourceRoot } = payload as Record<string, unknown>;
    if (!Array.isArray(sources) || typeof mappings !== 'string' || mappings.length > MAX_MAPPINGS) return undefined;
    const root = typeof sourceRoot === 'string' ? decode(sourceRoot.replace(/^file:\/\//, '')) : '';
    return { mappings: new Mappings(mappings), sources: sources.map(String), size: mappings.length, directory: resolve(directory, root) };
  } catch {
    return undefined;
  }
}

function toFile(source: string, directory: string): string {
  const inBundle = /^webpack:\/\/[^/]*\/(?:\.\/)?(.*)$/.exec(source)?.[1];
  if (inBundle !== undefined) return inBundle;
  const path = decode(source.replace(/^file:\/\//, ''));
  return isAbsolute(path) ? path : join(directory, path);
}

function decodeData(url: string): string | undefined {
  const comma = url.indexOf(',');
  if (comma < 0) return undefined;
  return url.slice(0, comma).endsWith(';base64')
    ? Buffer.from(url.slice(comma + 1), 'base64').toString('utf8')
    : decode(url.slice(comma + 1));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
