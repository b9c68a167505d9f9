import { expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../support/assembly-builder.js';
import { SOUND, writeProject } from '../support/project.js';
import { runMain } from '../support/run-main.js';

const manifest = { version: '48.0.0', artifacts: {} };
const pathOf = async (argv: readonly string[], cwd: string): Promise<string | undefined> => {
  const { stdout } = await runMain([...argv, '--format', 'json'], { cwd });
  return JSON.parse(stdout).assemblies[0]?.path.replace(cwd, '.');
};

test.each([
  ['the folder of an app', ['.'], 'cdk.out'],
  ['the assembly itself', ['cdk.out'], 'cdk.out'],
  ['the output that cdk.json names', ['other'], 'other/build/out'],
])('finds %s', async (_, argv, expected) => {
  const cwd = writeProject(SOUND);
  writeFiles(cwd, { 'other/cdk.json': { output: 'build/out' }, 'other/build/out/manifest.json': manifest });
  expect(await pathOf(argv, cwd)).toBe(expected);
});

test('without a folder it is the output that cdk.json names', async () => {
  const cwd = writeProject(SOUND, { 'cdk.json': { output: 'build/out' }, 'build/out/manifest.json': manifest });
  expect(await pathOf([], cwd)).toBe('build/out');
});

test.each([
  ['one', { 'packages/infra/cdk.out/manifest.json': manifest }, 'did you mean `packages/infra/cdk.out`?'],
  [
    'several, but no packages and hidden folders',
    {
      'a/cdk.out/manifest.json': manifest,
      'b/cdk.out/manifest.json': manifest,
      'node_modules/c/cdk.out/manifest.json': manifest,
      '.d/cdk.out/manifest.json': manifest,
    },
    'name one or several of `a/cdk.out`, `b/cdk.out`',
  ],
  ['none', { 'package.json': {} }, 'run `cdk synth` first, or name templates'],
])('a folder with %s below says so', async (_, files, words) => {
  const cwd = temporaryFolder();
  writeFiles(cwd, files);
  const message = `synthcheck: no manifest.json in ., and no CloudFormation template: ${words}\n`;
  expect(await runMain([], { cwd })).toEqual({ code: 2, stdout: '', stderr: message });
});

test.each([
  [['chek'], '`chek` is neither a command nor a folder: did you mean `check`?'],
  [['grpah'], '`grpah` is neither a command nor a folder: did you mean `graph`?'],
  [['nowhere'], 'nowhere does not exist: run `cdk synth` first'],
  [['infra.yaml'], 'infra.yaml does not exist'],
  [['diff', 'nowhere', 'neither'], 'nowhere does not exist: run `cdk synth` first'],
  [['old.synth.tgz'], 'old.synth.tgz does not exist: write it with `synthcheck pack`'],
])('%j ends with 2', async (argv, message) => {
  expect(await runMain(argv, { cwd: writeProject(SOUND) })).toEqual({ code: 2, stdout: '', stderr: `synthcheck: ${message}\n` });
});
