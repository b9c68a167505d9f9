import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/assembly-builder.js';
import { ensureBuilt } from '../support/built.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SAMPLE = join(ROOT, 'samples/payments-dr/broken/cdk.out');
const OTHER = join(ROOT, 'samples/payments-dr/fixed/cdk.out');
const CLI = join(ROOT, 'dist/src/cli.js');
const door = (path: string): string => JSON.stringify(pathToFileURL(join(ROOT, 'dist/src', path)).href);

const PROGRAMS = {
  version: [CLI, '--version'],
  check: [CLI, 'check', SAMPLE, '--lint', 'never'],
  help: [CLI, '--help'],
  graph: [CLI, 'graph', SAMPLE, '--format', 'json'],
  diff: [CLI, 'diff', SAMPLE, OTHER],
  'graph as a page': [CLI, 'graph', SAMPLE, '--format', 'html'],
  'check of the API': [
    '--input-type=module',
    '-e',
    `const { check } = await import(${door('index.js')}); await check({ assemblies: [${JSON.stringify(SAMPLE)}], lint: 'never' });`,
  ],
  plugin: [
    '--input-type=module',
    '-e',
    `const { SynthcheckPlugin } = await import(${door('cdk/plugin.js')});
     new SynthcheckPlugin().validate({ templatePaths: [${JSON.stringify(join(SAMPLE, 'payments-data.template.json'))}] });`,
  ],
} as const;

/** Words that only one part of the program has, and packages that only it needs. */
const PARTS = {
  engine: ['s3/replication-destination-missing'],
  diff: ['Once unblocked: '],
  // The specification of resource types among them, which takes half a second to load.
  'packages of the CDK': ['/node_modules/@aws-cdk/'],
  'cfn-lint': ['/node_modules/@aws/cloudformation-validate/'],
  yaml: ['/node_modules/yaml/'],
  page: ['Stacks and resources; arrow keys move, Enter'],
  'command line': ['YargsInstance'],
  'MCP server': ['resources/templates/list'],
} as const;
type Part = keyof typeof PARTS;

/** The scripts of files that a process loads: V8 tells of each that it has seen. */
function scriptsOf(argv: readonly string[]): readonly string[] {
  const folder = temporaryFolder();
  const env = { ...process.env, NODE_V8_COVERAGE: folder };
  const { stderr } = spawnSync(process.execPath, argv, { env, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  // The sample has a configuration beside its assembly.
  expect(stderr.replace(/^synthcheck: info: .*\n/, '')).toBe('');
  const urls = readdirSync(folder).flatMap((file): readonly string[] =>
    JSON.parse(readFileSync(join(folder, file), 'utf8')).result.map(({ url }: { readonly url: string }) => url),
  );
  return [...new Set(urls)].filter((url) => /^file:.*\.[cm]?js$/.test(url));
}

function loadedBy(argv: readonly string[]): readonly Part[] {
  const scripts = scriptsOf(argv).map((url) => url + readFileSync(new URL(url), 'utf8'));
  return (Object.keys(PARTS) as Part[]).filter((part) => PARTS[part].some((words) => scripts.some((script) => script.includes(words))));
}

describe('a process loads no more than it needs:', () => {
  beforeAll(ensureBuilt, 180_000);
  test.each<readonly [keyof typeof PROGRAMS, readonly Part[]]>([
    ['version', []],
    ['check', ['engine', 'command line']],
    ['help', ['command line']],
    ['graph', ['engine', 'command line']],
    ['diff', ['engine', 'diff', 'command line']],
    ['graph as a page', ['engine', 'page', 'command line']],
    ['check of the API', ['engine']],
    ['plugin', ['engine']],
  ])('%s', (name, parts) => {
    expect(loadedBy(PROGRAMS[name])).toEqual(parts);
  });

  test('check in few files, each of which Node takes half a millisecond to find', () => {
    expect(scriptsOf(PROGRAMS.check).length).toBeLessThan(18);
  });
});
