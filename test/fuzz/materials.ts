import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checks } from '../../checks/index.js';
import type { Example } from '../../src/check/example.js';
import { writeExample } from '../../src/testing/example-assembly.js';

/** Files of a `cdk.out`, by path. */
export type Files = ReadonlyMap<string, string>;

const MAX_BYTES = 400_000;
const SAMPLES = fileURLToPath(new URL('../../samples/', import.meta.url));

/** Assemblies to be spoilt: the examples of all checks, the samples, and those of a further folder. */
export function readMaterials(corpus?: string): readonly Files[] {
  const folders = [SAMPLES, ...(corpus === undefined ? [] : [corpus])].flatMap(assembliesBelow);
  return [...exampleAssemblies(), ...folders.map(readAssembly).filter((files) => sizeOf(files) <= MAX_BYTES)];
}

function exampleAssemblies(): readonly Files[] {
  const folder = mkdtempSync(join(tmpdir(), 'synthcheck-materials-'));
  try {
    const examples: readonly Example[] = checks.flatMap(({ docs }) => [docs.bad, docs.good]);
    return examples.map((example, index) => {
      writeExample(join(folder, String(index)), example);
      return readAssembly(join(folder, String(index)));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function assembliesBelow(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const found = files
    .filter((path) => /(^|\/)manifest\.json$/.test(path) && !path.includes('node_modules'))
    .map((path) => path.slice(0, -13));
  // Stages are parts of the assembly around them.
  return found
    .filter((path) => !found.some((other) => path.startsWith(`${other}`) && path !== other))
    .sort()
    .map((path) => join(folder, path));
}

/** What lies in the folders of assets is never read. */
function readAssembly(folder: string): Files {
  const files = new Map<string, string>();
  const add = (prefix: string): void => {
    for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
      const path = prefix + entry.name;
      if (entry.isDirectory() && entry.name.startsWith('assembly-')) add(`${path}/`);
      else if (/\.json$/.test(path) && entry.isFile() && statSync(join(folder, path)).size <= MAX_BYTES && entry.name !== 'tree.json')
        files.set(path, readFileSync(join(folder, path), 'utf8'));
    }
  };
  add('');
  return files;
}

function sizeOf(files: Files): number {
  return [...files.values()].reduce((sum, text) => sum + text.length, 0);
}

export interface Vocabulary {
  readonly types: readonly string[];
  readonly properties: readonly string[];
  readonly values: readonly string[];
}

/** The words that checks look for, so that what is generated reaches them. */
export function readVocabulary(materials: readonly Files[]): Vocabulary {
  const types = new Set(checks.flatMap((check) => ('types' in check ? check.types : [])));
  const [properties, values] = [new Set<string>(), new Set<string>()];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') values.add(value);
    else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) {
        properties.add(key);
        if (key === 'Type' && typeof item === 'string' && item.includes('::')) types.add(item);
        visit(item);
      }
  };
  for (const files of materials) for (const [path, text] of files) if (path.endsWith('.template.json')) visit(parse(text));
  return { types: [...types], properties: [...properties], values: [...values].filter((value) => value.length < 200) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
