import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MAX_TEXT_BYTES, readRegularText } from '../../files/read-file.js';
import { foldersUpwards } from '../../source/project-root.js';

/** How the packages of a `package.json` are installed and run. */
export interface NodePackages {
  /** Steps of a workflow, lines of YAML. */
  readonly steps: readonly string[];
  readonly install: string;
  /** Runs the program of a package that is installed. */
  readonly run: string;
  readonly has: (name: string) => boolean;
}

interface Manager {
  readonly name: string;
  readonly lockfiles: readonly string[];
  /** Installs what the lockfile says, and nothing else. */
  readonly locked: (lockfile: string) => string;
  readonly run: string;
  /** What actions/setup-node keeps between runs: https://github.com/actions/setup-node#caching-global-packages-data */
  readonly cache?: string;
  readonly setup?: readonly string[];
}

const MANAGERS: readonly Manager[] = [
  { name: 'npm', lockfiles: ['package-lock.json', 'npm-shrinkwrap.json'], locked: () => 'npm ci', run: 'npx', cache: 'npm' },
  {
    name: 'pnpm',
    lockfiles: ['pnpm-lock.yaml'],
    locked: () => 'pnpm install --frozen-lockfile',
    run: 'pnpm exec',
    cache: 'pnpm',
    setup: ['- run: corepack enable'],
  },
  {
    name: 'yarn',
    lockfiles: ['yarn.lock'],
    // https://yarnpkg.com/cli/install, https://classic.yarnpkg.com/en/docs/cli/install
    locked: (lockfile) => `yarn install ${lockfile.includes('# yarn lockfile v1') ? '--frozen-lockfile' : '--immutable'}`,
    run: 'yarn',
    cache: 'yarn',
    setup: ['- run: corepack enable'],
  },
  {
    name: 'bun',
    lockfiles: ['bun.lock', 'bun.lockb'],
    locked: () => 'bun install --frozen-lockfile',
    run: 'bunx',
    setup: ['- uses: oven-sh/setup-bun@v2'],
  },
];

/** Of the `package.json` in this folder; the lockfile of a workspace is further up. Undefined when there is none. */
export function nodePackagesOf(folder: string, repository: string): NodePackages | undefined {
  const own = readJson(folder, 'package.json');
  if (own === undefined) return undefined;
  const root = foldersUpwards(folder, repository).find((above) => lockfileIn(above) !== undefined);
  const found = root === undefined ? undefined : lockfileIn(root);
  const manifests = root === undefined || root === folder ? [own] : [own, readJson(root, 'package.json') ?? {}];
  const has = (name: string): boolean => manifests.some((manifest) => dependsOn(manifest, name));
  if (root === undefined || found === undefined)
    return { steps: [...setupNode(), '- run: npm install'], install: 'npm install', run: 'npx', has };
  const { manager, lockfile } = found;
  const install = manager.locked(textOf(root, lockfile));
  const path = join(root, lockfile)
    .slice(repository.length + 1)
    .replaceAll('\\', '/');
  const cache = manager.cache === undefined ? [] : [`    cache: ${manager.cache}`];
  const where = cache.length === 0 || dirname(path) === '.' ? [] : [`    cache-dependency-path: ${path}`];
  return { steps: [...(manager.setup ?? []), ...setupNode(), ...cache, ...where, `- run: ${install}`], install, run: manager.run, has };
}

/** The CDK's command line is a program of Node in every language. */
export function setupNode(): readonly string[] {
  return ['- uses: actions/setup-node@v5', '  with:', '    node-version: 24'];
}

function lockfileIn(folder: string): { readonly manager: Manager; readonly lockfile: string } | undefined {
  for (const manager of MANAGERS) {
    const lockfile = manager.lockfiles.find((name) => existsSync(join(folder, name)));
    if (lockfile !== undefined) return { manager, lockfile };
  }
  return undefined;
}

function dependsOn(manifest: object, name: string): boolean {
  return ['dependencies', 'devDependencies', 'optionalDependencies'].some((kind) =>
    Object.hasOwn(Object((manifest as Readonly<Record<string, unknown>>)[kind]), name),
  );
}

function textOf(folder: string, file: string): string {
  const read = readRegularText(join(folder, file), { maxBytes: MAX_TEXT_BYTES, within: folder });
  return 'text' in read ? read.text : '';
}

function readJson(folder: string, file: string): object | undefined {
  if (!existsSync(join(folder, file))) return undefined;
  try {
    return Object(JSON.parse(textOf(folder, file)));
  } catch {
    return {};
  }
}
