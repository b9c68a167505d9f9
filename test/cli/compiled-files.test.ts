import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/assembly-builder.js';
import { ensureBuilt } from '../support/built.js';
import { BROKEN, BROKEN_SOURCE, writeProject } from '../support/project.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CLI = join(ROOT, 'dist/src/cli.js');
const LEARNING_RUNS = 4;

interface Run {
  readonly cli?: string;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly argv?: readonly string[];
}

function run(home: string, { cli = CLI, cwd = project, env = {}, argv = ['check', '--lint', 'never'] }: Run = {}) {
  const { CI: _, NODE_V8_COVERAGE: __, NODE_DISABLE_COMPILE_CACHE: ___, ...others } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...argv], {
    cwd,
    encoding: 'utf8',
    env: { ...others, XDG_CACHE_HOME: home, NO_COLOR: '1', ...env },
  });
  return { status, stdout, stderr };
}

const project = writeProject(BROKEN, BROKEN_SOURCE);
const folderIn = (home: string): string => join(home, 'synthcheck/compiled');
const engineIn = (home: string): string => {
  const name = readdirSync(folderIn(home)).find((name) => name.startsWith('engine-'));
  if (name === undefined) throw new Error('nothing is kept of the engine');
  return join(folderIn(home), name);
};

describe('what V8 has compiled of the program', () => {
  beforeAll(ensureBuilt, 180_000);

  test('is kept in the user’s cache folder, and reports are the same with it', () => {
    const home = temporaryFolder();
    const first = run(home);
    expect(first).toMatchObject({ status: 1, stderr: '' });
    const names = readdirSync(folderIn(home));
    expect(names.map((name) => name.replace(/-.*/, '')).sort()).toEqual(['base', 'engine', 'main', 'rolldown', 'yargs']);
    for (const name of names) expect(statSync(join(folderIn(home), name)).mode & 0o777).toBe(0o600);
    expect(run(home)).toEqual(first);
  });

  test('grows with the first runs, and is written no more after them', () => {
    const home = temporaryFolder();
    run(home, { argv: ['checks'] });
    run(home);
    const sizeOfOne = statSync(engineIn(home)).size;
    for (let runs = 1; runs < LEARNING_RUNS; runs++) run(home, { argv: ['graph', '--format', 'json'] });
    expect(statSync(engineIn(home)).size).toBeGreaterThan(sizeOfOne);
    const kept = readFileSync(engineIn(home));
    run(home, { argv: ['check', '--lint', 'never', '--format', 'sarif'] });
    expect(readFileSync(engineIn(home)).equals(kept)).toBe(true);
  });

  test.each<readonly [string, (bytes: Buffer) => Uint8Array]>([
    ['cut off', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['changed in the middle', (bytes) => bytes.map((byte, index) => (index % 4096 === 4000 ? byte ^ 0xff : byte))],
    ['not of V8', () => Buffer.from('const { main } = require("elsewhere")')],
  ])('is made anew when it is %s', (_, damage) => {
    const home = temporaryFolder();
    const right = run(home);
    const size = statSync(engineIn(home)).size;
    writeFileSync(engineIn(home), damage(readFileSync(engineIn(home))));
    expect(run(home)).toEqual(right);
    expect(statSync(engineIn(home)).size).toBeGreaterThan(size / 2);
    expect(run(home)).toEqual(right);
  });

  test('is deleted after a month, when another version keeps its own; nothing else is', () => {
    const home = temporaryFolder();
    run(home, { argv: ['--version'] });
    const old = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
    const files = ['engine-12345678.cjs-0a1b2c3d-12.4.254.21-node.33-x64.bin', 'notes.txt'].map((name) => join(folderIn(home), name));
    for (const file of files) {
      writeFileSync(file, '');
      utimesSync(file, old, old);
    }
    run(home);
    const left = readdirSync(folderIn(home));
    expect(left).toContain('notes.txt');
    expect(left.filter((name) => name.startsWith('engine-'))).toHaveLength(1);
  });

  test('is kept for each installation', () => {
    const home = temporaryFolder();
    const other = temporaryFolder();
    cpSync(join(ROOT, 'dist'), join(other, 'dist'), { recursive: true });
    for (const file of ['package.json', 'node_modules']) symlinkSync(join(ROOT, file), join(other, file));
    const right = run(home);
    expect(run(home, { cli: join(other, 'dist/src/cli.js') })).toEqual(right);
    expect(readdirSync(folderIn(home)).filter((name) => name.startsWith('engine-'))).toHaveLength(2);
  });

  test.each([{ CI: 'true' }, { NODE_DISABLE_COMPILE_CACHE: '1' }])('is not kept with %o', (env) => {
    const home = temporaryFolder();
    expect(run(home, { env })).toMatchObject({ status: 1, stderr: '' });
    expect(readdirSync(home)).toEqual([]);
  });

  test('is not needed: no message where it cannot be written', () => {
    const home = temporaryFolder();
    const right = run(home);
    const other = temporaryFolder();
    run(other, { argv: ['--version'] });
    chmodSync(folderIn(other), 0o500);
    expect(run(other)).toEqual(right);
    chmodSync(folderIn(other), 0o700);
  });
});

test('a configuration that is code shares the program’s modules', () => {
  const index = new URL('../../dist/src/index.js', import.meta.url).href;
  const cwd = writeProject(BROKEN, {
    'synthcheck.config.mjs': `import { createRequire } from 'node:module';
      import { checks } from ${JSON.stringify(index)};
      const engines = Object.keys(createRequire(import.meta.url).cache).filter((file) => /[\\\\/]engine-[^\\\\/]*\\.cjs$/.test(file));
      process.stderr.write(engines.length + ' engine, ' + (checks.length > 100));
      export default { failOn: 'never' };`,
  });
  for (const env of [{}, { CI: 'true' }]) {
    expect(run(temporaryFolder(), { cwd, env })).toMatchObject({ status: 0, stderr: '1 engine, true' });
  }
});
