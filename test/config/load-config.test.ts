import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load-config.js';
import { InputError } from '../../src/diagnostic.js';
import { temporaryFolder, writeFiles } from '../support/assembly-builder.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'app/cdk.out'), { recursive: true });
});

function load(files: Readonly<Record<string, unknown>>, file?: string, assemblies: readonly string[] = ['app/cdk.out']) {
  writeFiles(folder, files);
  return loadConfig({ config: file, assemblies, workingDirectory: folder });
}

describe('where it is', () => {
  test('nowhere: then it is empty', async () => {
    expect(await load({})).toMatchObject({ config: {}, origin: 'the configuration' });
  });

  test('beside the assembly, before the working directory', async () => {
    const found = await load({ 'app/synthcheck.config.json': { failOn: 'info' }, 'synthcheck.config.json': { failOn: 'never' } });
    expect(found).toMatchObject({ config: { failOn: 'info' }, origin: join('app', 'synthcheck.config.json') });
  });

  test('in the working directory', async () => {
    expect(await load({ 'synthcheck.config.yaml': 'failOn: never\n' })).toMatchObject({
      config: { failOn: 'never' },
      origin: 'synthcheck.config.yaml',
    });
  });

  test('in package.json', async () => {
    expect((await load({ 'package.json': { name: 'app', synthcheck: { failOn: 'info' } } })).config).toEqual({ failOn: 'info' });
  });

  test('where the user says, relative to the working directory', async () => {
    expect((await load({ 'ci/strict.json': { failOn: 'info' }, 'synthcheck.config.json': {} }, 'ci/strict.json')).config).toMatchObject({
      failOn: 'info',
    });
  });

  test('not inside of the assembly', async () => {
    expect((await load({ 'app/cdk.out/synthcheck.config.json': { failOn: 'never' } })).config).toEqual({});
  });

  test('a file that is code is not run beside an assembly elsewhere, which may have been downloaded', async () => {
    await expect(load({ 'app/synthcheck.config.mjs': 'throw new Error("ran")' })).rejects.toThrow(
      new InputError(`${join('app', 'synthcheck.config.mjs')} is code beside the assembly: name it with --config to run it`),
    );
  });

  test('two in one folder', async () => {
    await expect(load({ 'synthcheck.config.json': {}, 'package.json': { synthcheck: {} } })).rejects.toThrow(
      new InputError('synthcheck.config.json and package.json are both configurations: keep one'),
    );
  });

  test('one beside each of two assemblies', async () => {
    const files = { 'app/synthcheck.config.json': {}, 'b/synthcheck.config.json': {} };
    await expect(load(files, undefined, ['app/cdk.out', 'b/cdk.out'])).rejects.toThrow(
      new InputError(
        `${join('app', 'synthcheck.config.json')} and ${join('b', 'synthcheck.config.json')} apply, one beside each assembly: name one with --config`,
      ),
    );
  });
});

describe('what it is written in', () => {
  test.each([
    ['JSON with comments and trailing commas', 'a.json', '// this\n{ /* the mildest */ "failOn": "info", }'],
    ['JSON, with a byte order mark', 'a.json', '\uFEFF{"failOn":"info"}'],
    ['YAML', 'a.yml', 'failOn: info # not a word more\n'],
    ['an ES module', 'a.mjs', 'export default { failOn: "info" };'],
  ])('%s', async (_, file, content) => {
    expect((await load({ [file]: content }, file)).config).toEqual({ failOn: 'info' });
  });

  test('an empty YAML file', async () => {
    expect((await load({ 'a.yaml': '' }, 'a.yaml')).config).toEqual({});
  });

  test.each([
    ['a file that is not there', 'none.json', undefined, 'none.json does not exist'],
    ['a module that is not there', 'none.mjs', undefined, 'none.mjs does not exist'],
    ['JSON that is none', 'a.json', '{"failOn" "info"}', 'a.json:1:11 is not valid JSON (colon expected)'],
    ['YAML that is none', 'a.yaml', 'a: [', 'a.yaml:1:5 is not valid YAML'],
    ['a module that throws', 'b.mjs', 'throw new Error("no token")', 'b.mjs cannot be loaded: no token'],
    ['a module without a default', 'c.mjs', 'export const a = 1', 'c.mjs has no default export: write `export default { … }`'],
    ['another kind of file', 'a.toml', '', 'a.toml: a configuration is .json, .yaml, .yml, .ts, .mjs or .js'],
  ])('%s', async (_, file, content, message) => {
    await expect(load(content === undefined ? {} : { [file]: content }, file)).rejects.toThrow(
      typeof message === 'string' ? new InputError(message) : message,
    );
  });
});

describe('what is wrong in it', () => {
  test.each([
    [{ failon: 'error' }, ':2:2', 'unknown key `failon`: did you mean `failOn`?'],
    [{ deletion: { destroyible: [] } }, ':3:3', 'unknown key `deletion.destroyible`: did you mean `destroyable`?'],
    [{ zebra: 1 }, ':2:2', 'unknown key `zebra`'],
    [{ failOn: 'errors' }, ':2:2', '`failOn` must be one of error, warning, info, never'],
    [{ checks: { 's3/x': 'on' } }, ':3:3', '`checks["s3/x"]` must be one of error, warning, info, off'],
    [{ only: 's3/*' }, ':2:2', '`only` must be a list'],
    [{ external: { s3: ['a', 1] } }, ':5:4', '`external.s3[1]` must be a text'],
    [{ accounts: ['1234'] }, ':3:3', '`accounts[0]` must match ^[0-9]{12}$ (An account id: twelve digits, in quotes.)'],
    [[], ':1:1', 'the configuration must be an object'],
  ])('%j', async (config, place, message) => {
    await expect(load({ 'synthcheck.config.json': config })).rejects.toThrow(new InputError(`synthcheck.config.json${place}: ${message}`));
  });

  test('says all of it at once, with the lines of YAML too', async () => {
    await expect(
      load({ 'synthcheck.config.yaml': 'failon: error\nlint:\n  mode: auto\n  rule: []\nchecks:\n  s3/x: 1\n' }),
    ).rejects.toThrow(
      new InputError(
        'synthcheck.config.yaml:1:1: unknown key `failon`: did you mean `failOn`?',
        'synthcheck.config.yaml:4:3: unknown key `lint.rule`: did you mean `rules`?',
        'synthcheck.config.yaml:6:3: `checks["s3/x"]` must be one of error, warning, info, off',
      ),
    );
  });

  test('a key `__proto__`', async () => {
    await expect(load({ 'synthcheck.config.json': '{"__proto__": {}}' })).rejects.toThrow('unknown key `__proto__`');
  });
});
