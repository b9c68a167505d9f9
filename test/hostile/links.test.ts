import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { openCache } from '../../src/external/cfn-lint/cache.js';
import { temporaryFolder, writeFiles } from '../support/assembly-builder.js';
import { BROKEN, writeProject } from '../support/project.js';
import { runMain } from '../support/run-main.js';

const SECRET = 'ghp_abcdefTOKEN';
const never = ['--lint', 'never', '--format', 'json'];

/** A project beside a folder that is not a part of it. */
function writeBoth(): { readonly cwd: string; readonly outside: string; link(to: string, from: string): void } {
  const cwd = writeProject(BROKEN);
  const outside = temporaryFolder();
  writeFileSync(join(outside, 'secret'), `${SECRET}\n`);
  return { cwd, outside, link: (to, from) => symlinkSync(join(outside, to), join(cwd, from)) };
}

describe('a link out of the project in place of', () => {
  const files = ['synthcheck.config.json', 'synthcheck.config.yaml', 'synthcheck.config.yml', 'baseline.json'];
  test.each(files)('%s is not read, and nothing of it is quoted', async (file) => {
    const { cwd, link } = writeBoth();
    link('secret', file);
    if (file === 'baseline.json') writeFiles(cwd, { 'synthcheck.config.json': { baseline: file } });
    const { code, stdout, stderr } = await runMain(never, { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe(`synthcheck: ${file} is a link that leads out of its folder\n`);
    expect(stdout + stderr).not.toContain(SECRET.slice(0, 5));
  });

  test.each(['json', 'yaml'])('a configuration (%s) beside a downloaded assembly is refused', async (ending) => {
    const { cwd, outside } = writeBoth();
    mkdirSync(join(cwd, 'artifact'));
    writeFileSync(join(outside, 'other'), '{}');
    symlinkSync(join(cwd, 'cdk.out'), join(cwd, 'artifact', 'cdk.out'));
    symlinkSync(join(outside, 'other'), join(cwd, 'artifact', `synthcheck.config.${ending}`));
    const { code, stderr } = await runMain(['artifact/cdk.out', ...never], { cwd });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `synthcheck: artifact/synthcheck.config.${ending} is a link that leads out of its folder\n`,
    });
  });

  test.each(['mjs', 'js', 'ts'])('synthcheck.config.%s, which is code, is not run', async (ending) => {
    const { cwd, outside } = writeBoth();
    writeFileSync(join(outside, 'other.mjs'), "console.log('RUN'); export default { failOn: 'never' };\n");
    symlinkSync(join(outside, 'other.mjs'), join(cwd, `synthcheck.config.${ending}`));
    const { code, stdout, stderr } = await runMain(never, { cwd });
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: `synthcheck: synthcheck.config.${ending} is a link that leads out of its folder\n`,
    });
  });

  test.each(['rules/a.guard', 'rules/*.guard', 'rules/**'])('a rule of `lint.rules` (%s) is not read', async (glob) => {
    const { cwd, link } = writeBoth();
    mkdirSync(join(cwd, 'rules'));
    link('secret', 'rules/a.guard');
    writeFiles(cwd, { 'synthcheck.config.json': { lint: { rules: [glob] } } });
    const { code, stdout, stderr } = await runMain(['--format', 'json'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe('synthcheck: synthcheck.config.json: `lint.rules`: rules/a.guard is a link that leads out of its folder\n');
    expect(stdout + stderr).not.toContain(SECRET.slice(0, 5));
  });

  test('package.json is not read', async () => {
    const { cwd, outside, link } = writeBoth();
    writeFiles(outside, { 'package.json': { synthcheck: { skip: ['dynamodb/*'] } } });
    link('package.json', 'package.json');
    expect((await runMain(never, { cwd })).code).toBe(1);
  });

  test.each([
    ['--output', ['--output', 'report.json']],
    ['--report', ['--report', 'sarif=report.json']],
    ['--update-baseline', ['--update-baseline', '--baseline', 'report.json']],
  ])('the file of %s is not written', async (_, options) => {
    const { cwd, outside, link } = writeBoth();
    const isBaseline = options.includes('--baseline');
    writeFiles(outside, { baseline: { version: 1, findings: [] } });
    link(isBaseline ? 'baseline' : 'secret', 'report.json');
    const before = readFileSync(join(outside, 'baseline'), 'utf8');
    const { code, stderr } = await runMain([...never, ...options], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(
      isBaseline ? 'is a link that leads out of its folder' : 'is not written: a link leads out of the working directory',
    );
    expect(readFileSync(join(outside, 'secret'), 'utf8')).toBe(`${SECRET}\n`);
    expect(readFileSync(join(outside, 'baseline'), 'utf8')).toBe(before);
  });

  test('the folder of --output, and a link to nothing, make no file', async () => {
    const { cwd, outside, link } = writeBoth();
    link('.', 'reports');
    link('new', 'report.json');
    for (const file of ['reports/report.json', 'report.json']) expect((await runMain([...never, '--output', file], { cwd })).code).toBe(2);
    expect(readdirSync(outside)).toEqual(['secret']);
  });
});

test('init writes nothing through a link', async () => {
  const { cwd, outside, link } = writeBoth();
  link('.', '.github');
  const { code, stderr } = await runMain(['init'], { cwd });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'synthcheck: .github/workflows/synthcheck.yml is not written: a link leads out of the working directory\n',
  });
  expect(readdirSync(outside)).toEqual(['secret']);
});

test('a link inside of the project is written where it leads, and no temporary file is left', async () => {
  const { cwd } = writeBoth();
  writeFileSync(join(cwd, 'real.json'), '');
  symlinkSync('real.json', join(cwd, 'report.json'));
  await runMain([...never, '--output', 'report.json'], { cwd });
  expect(lstatSync(join(cwd, 'report.json')).isSymbolicLink()).toBe(true);
  expect(JSON.parse(readFileSync(join(cwd, 'real.json'), 'utf8')).version).toBe(1);
  expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test.each([
  ['json', '{"a": ghp_abcdefTOKEN}'],
  ['yaml', 'a: [ghp_abcdefTOKEN\nb: }'],
])('an error in a configuration (%s) names the place, and quotes nothing', async (ending, text) => {
  const cwd = writeProject(BROKEN, { [`synthcheck.config.${ending}`]: '' });
  writeFileSync(join(cwd, `synthcheck.config.${ending}`), text);
  const { code, stderr } = await runMain(never, { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/synthcheck\.config\.\w+:\d+:\d+ is not valid (JSON|YAML)( \([a-z ]+\))?\n$/);
  expect(stderr).not.toContain('ghp_a');
});

describe('the cache', () => {
  const month = 32 * 24 * 60 * 60;
  const key = 'a'.repeat(64);
  const old = (file: string): void => utimesSync(file, Date.now() / 1000 - month, Date.now() / 1000 - month);

  test('deletes its own files only', () => {
    const home = temporaryFolder();
    const cache = openCache(temporaryFolder(), { XDG_CACHE_HOME: home });
    cache.put(key, { status: 'OK', diagnostics: [] });
    const folder = join(home, 'synthcheck', 'lint');
    writeFileSync(join(folder, 'id_rsa'), 'precious');
    writeFileSync(join(home, 'target'), '');
    symlinkSync(join(home, 'target'), join(folder, `${'b'.repeat(64)}.json`));
    for (const name of [`${key}.json`, 'id_rsa']) old(join(folder, name));
    cache.prune();
    expect(readdirSync(folder).sort()).toEqual([`${'b'.repeat(64)}.json`, 'id_rsa']);
    expect(existsSync(join(home, 'target'))).toBe(true);
  });

  test.each(['', 'synthcheck', 'synthcheck/lint'])('a link at `%s` of it: nothing is written or read', (at) => {
    const [home, outside] = [temporaryFolder(), temporaryFolder()];
    const parts = at.split('/').filter(Boolean);
    if (parts.length > 1) mkdirSync(join(home, 'synthcheck'));
    if (at !== '') symlinkSync(outside, join(home, ...parts));
    const cache = openCache(temporaryFolder(), { XDG_CACHE_HOME: home });
    cache.put(key, { status: 'OK', diagnostics: [] });
    expect(readdirSync(outside)).toEqual([]);
    expect(cache.get(key) === undefined).toBe(at !== '');
  });

  test.each([
    '{',
    '[]',
    '{"status":"OK"}',
    '{"status":"OK","diagnostics":{}}',
    '{"status":"OK","diagnostics":[{"ruleId":"E1","message":{}}]}',
    '{"status":"OK","diagnostics":[{"ruleId":"E1","message":"","propertyPath":7}]}',
  ])('an entry of another shape is none: %s', (text) => {
    const home = temporaryFolder();
    const cache = openCache(temporaryFolder(), { XDG_CACHE_HOME: home });
    cache.put(key, { status: 'OK', diagnostics: [] });
    expect(cache.get(key)).toEqual({ status: 'OK', diagnostics: [] });
    writeFileSync(join(home, 'synthcheck', 'lint', `${key}.json`), text);
    expect(cache.get(key)).toBeUndefined();
  });

  test('is not in the project: whoever commits to it could commit an entry', () => {
    const cwd = writeProject(BROKEN);
    mkdirSync(join(cwd, 'node_modules'));
    vi.stubEnv('XDG_CACHE_HOME', join(cwd, 'cache'));
    openCache(cwd).put(key, { status: 'OK', diagnostics: [] });
    expect(readdirSync(join(cwd, 'node_modules'))).toEqual([]);
    expect(existsSync(join(cwd, 'cache', 'synthcheck'))).toBe(false);
    vi.unstubAllEnvs();
  });
});
