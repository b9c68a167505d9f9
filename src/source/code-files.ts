import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The languages of CDK apps. */
const CODE = /\.(?:[cm]?[jt]sx?|py|java|kt|cs|fs|vb|go)$/i;

export function isCode(file: string): boolean {
  return CODE.test(file);
}

/** More than most apps have; what lies beyond is not looked at. */
const MAX_FILES = 2_000;
const MAX_FOLDERS = 2_000;
const MAX_DEPTH = 16;

/** Packages, what compilers write, and what tests: the constructs of tests have the ids of those of the app. */
const OTHER_FOLDERS =
  /^(?:\..*|node_modules|cdk\.out.*|dist|build|target|obj|out|vendor|site-packages|__pycache__|tests?|__tests__|.*\.tests?)$/i;
const OTHER_FILES =
  /(?:\.d\.[cm]?ts|[._-](?:test|spec)\.[cm]?[jt]sx?|_test\.(?:go|py)|Tests?\.(?:java|kt|cs))$|^(?:test_.*\.py|conftest\.py)$/;

const JAVA_PACKAGES = /[\\/]src[\\/]main[\\/]/;

/** The code below a folder, as paths; links are not followed. Tests, packages and generated code are left out. */
export function listCode(folder: string | undefined): readonly string[] {
  if (folder === undefined) return [];
  const files: string[] = [];
  const folders: { readonly path: string; readonly depth: number }[] = [{ path: folder, depth: 0 }];
  for (let at = 0; at < folders.length && at < MAX_FOLDERS && files.length < MAX_FILES; at++) {
    const { path, depth } = folders[at] as (typeof folders)[number];
    const entries = entriesOf(path);
    const names = new Set(entries.map(({ name }) => name));
    // A virtual environment of Python, whatever its name.
    if (depth > 0 && names.has('pyvenv.cfg')) continue;
    // Packages of Java may have any name.
    const isOther = JAVA_PACKAGES.test(path) ? /^\./ : OTHER_FOLDERS;
    for (const entry of entries) {
      const { name } = entry;
      if (entry.isDirectory() && depth < MAX_DEPTH && !isOther.test(name)) folders.push({ path: join(path, name), depth: depth + 1 });
      if (entry.isFile() && isCode(name) && !OTHER_FILES.test(name) && !isCompiled(name, names)) files.push(join(path, name));
    }
  }
  return files.slice(0, MAX_FILES);
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

/** `data.js` beside `data.ts`. */
function isCompiled(name: string, names: ReadonlySet<string>): boolean {
  return /\.[cm]?jsx?$/.test(name) && (names.has(name.replace(/js(x?)$/, 'ts$1')) || names.has(name.replace(/js(x?)$/, 'tsx')));
}

/** The folder of the app that wrote an assembly: the nearest one with a `cdk.json` among these. */
export function findAppFolder(folders: readonly string[]): string | undefined {
  return folders.find((folder) => existsSync(join(folder, 'cdk.json')));
}
