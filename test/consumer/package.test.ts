import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder, writeAssembly, writeFiles } from '../support/assembly-builder.js';
import { ensureBuilt } from '../support/built.js';
import { BROKEN, BROKEN_SOURCE, writeProject } from '../support/project.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');
/** The examples of the API's page, each a module. */
const EXAMPLES = Object.fromEntries(
  [...readFileSync(join(ROOT, 'docs/api.md'), 'utf8').matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code], index) => [
    `example-${index}.ts`,
    code ?? '',
  ]),
);

/** With `SYNTHCHECK_INSTALL=1` npm installs the package as a user would; else its dependencies are those that are here. */
const INSTALLS = process.env.SYNTHCHECK_INSTALL === '1';

const OWN_CHECK = `import { defineCheck } from 'synthcheck';

const example = (name: string) => ({ Data: { region: 'us-east-1', resources: { Q: { Type: 'AWS::SQS::Queue', Properties: { QueueName: name } } } } });

export const prefixMissing = defineCheck({
  id: 'naming/queue-without-prefix',
  title: 'Queue without the prefix of the team',
  severity: 'warning',
  types: ['AWS::SQS::Queue'],
  docs: { why: 'w', fix: 'f', sources: ['https://example.com'], bad: example('jobs'), good: example('acme-jobs') },
  *resource(queue) {
    const at = queue.property('QueueName');
    if (at.text !== undefined && !at.text.startsWith('acme-')) yield { at, message: \`\${at.text} lacks the prefix acme-.\` };
  },
});
`;

const PROGRAM = `import { buildGraph, type Check, check, checks, type Config, diff, type Finding, InputError, loadAssembly, type Report, runChecks } from 'synthcheck';
import { SynthcheckPlugin } from 'synthcheck/cdk';
import { findingsIn } from 'synthcheck/testing';
import { prefixMissing } from './own-check.js';

const config: Config = { failOn: 'warning', skip: ['rds/*'] };
const report: Report = await check({ assemblies: ['cdk.out'], config, checks: [...checks, prefixMissing], lint: 'never' });
const findings: readonly Finding[] = runChecks(buildGraph([loadAssembly('cdk.out')]), { checks: [prefixMissing] });
const changes = await diff({ before: 'cdk.out', after: 'cdk.out' });
const plugin = new SynthcheckPlugin();
const own: Check = prefixMissing;
let rejection = '';
try {
  loadAssembly('nowhere');
} catch (error) {
  if (error instanceof InputError) rejection = error.message;
}
console.log(
  JSON.stringify({
    report: report.findings.map(({ checkId }) => checkId),
    findings: findings.map(({ checkId }) => checkId),
    changes: changes.summary.hasChanges,
    plugin: plugin.validate({ templatePaths: [\`\${process.cwd()}/cdk.out/Data.template.json\`] }).success,
    example: findingsIn(own.docs.bad, own).map(({ message }) => message),
    rejection,
  }),
);
`;

describe('the packed package, in an empty project', { timeout: 180_000 }, () => {
  let project: string;
  let files: readonly string[];

  beforeAll(async () => {
    await ensureBuilt();
    project = realpathSync(writeProject(BROKEN, BROKEN_SOURCE));
    writeFiles(project, {
      'package.json': { name: 'consumer', version: '1.0.0', type: 'module', private: true },
      'own-check.ts': OWN_CHECK,
      'program.ts': PROGRAM,
      ...EXAMPLES,
      'tsconfig.json': {
        compilerOptions: {
          target: 'ES2023',
          module: 'NodeNext',
          strict: true,
          types: [],
          lib: ['ES2023'],
          outDir: 'out',
          // Our declarations must be sound by themselves.
          skipLibCheck: false,
        },
        files: ['globals.d.ts', 'program.ts', ...Object.keys(EXAMPLES)],
      },
      'globals.d.ts': 'declare const console: { log(...values: unknown[]): void };\ndeclare const process: { cwd(): string };\n',
    });
    const folder = temporaryFolder();
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
        cwd: ROOT,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
    files = packed.files.map(({ path }: { readonly path: string }) => path);
    install(join(folder, packed.filename));
  }, 180_000);

  function install(tarball: string): void {
    const target = join(project, 'node_modules/synthcheck');
    if (INSTALLS) {
      execFileSync('npm', ['install', '--no-audit', '--no-fund', tarball], { cwd: project, stdio: 'ignore' });
      return;
    }
    mkdirSync(dirname(target), { recursive: true });
    execFileSync('tar', ['-xzf', tarball, '-C', dirname(target)]);
    renameSync(join(dirname(target), 'package'), target);
    const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      mkdirSync(dirname(join(target, 'node_modules', name)), { recursive: true });
      symlinkSync(join(ROOT, 'node_modules', name), join(target, 'node_modules', name));
    }
    // What npm does with each `bin`.
    chmodSync(join(target, 'dist/src/cli.js'), 0o755);
    mkdirSync(join(project, 'node_modules/.bin'));
    symlinkSync('../synthcheck/dist/src/cli.js', join(project, 'node_modules/.bin/synthcheck'));
  }

  function run(command: string, ...argv: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(command, argv, { cwd: project, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
    return { status, stdout, stderr };
  }

  test('holds what it runs and nothing else', () => {
    expect(
      files.filter(
        (file) =>
          !/^(dist|schemas|org)\/|^(package\.json|README\.md|LICENSE|NOTICE|CHANGELOG\.md|SECURITY\.md|checks\/(?:[a-z0-9-]+\/)?README\.md|llms\.txt|docs\/agents\.md|skills\/synthcheck\/SKILL\.md)$/.test(
            file,
          ),
      ),
    ).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining([
        'dist/src/cli.js',
        'dist/src/index.d.ts',
        'dist/src/cdk/plugin.d.ts',
        'dist/src/testing.d.ts',
        'schemas/report.schema.json',
        'llms.txt',
        'docs/agents.md',
        'skills/synthcheck/SKILL.md',
      ]),
    );
  });

  test('the command checks, and prints what it is', () => {
    const command = join(project, 'node_modules/.bin/synthcheck');
    expect(run(command, '--version')).toEqual({
      status: 0,
      stdout: `${JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version}\n`,
      stderr: '',
    });
    const { status, stdout } = run(command, '--lint', 'never');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^error dynamodb\/replica-sse-partial\n/);
  });

  test.each([
    ['nodenext', ['--module', 'nodenext', '--moduleResolution', 'nodenext']],
    ['bundler', ['--module', 'esnext', '--moduleResolution', 'bundler']],
  ])('has types for moduleResolution %s, and the examples of its page fit them', (_, options) => {
    expect(Object.keys(EXAMPLES)).toHaveLength(5);
    expect(run(process.execPath, TSC, '-p', '.', '--noEmit', ...options)).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('the API, the plugin, the test helper and an own check work', () => {
    expect(run(process.execPath, TSC, '-p', '.')).toEqual({ status: 0, stdout: '', stderr: '' });
    const { status, stdout, stderr } = run(process.execPath, 'out/program.js');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      report: ['dynamodb/replica-sse-partial'],
      findings: [],
      changes: false,
      plugin: false,
      example: ['jobs lacks the prefix acme-.'],
      rejection: 'nowhere does not exist: run `cdk synth` first',
    });
  });

  test('an own check in a configuration runs', () => {
    // The project's sources are ES modules by its package.json; the check is imported from the packed package.
    writeFiles(project, { 'queues.mjs': "export { prefixMissing as default } from './out/own-check.js';\n" });
    writeFiles(project, { 'queues.config.json': { ownChecks: ['./queues.mjs'], only: ['naming/queue-without-prefix'] } });
    const queues = writeAssembly({
      stacks: { Data: { region: 'us-east-1', resources: { Q: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } } } } },
    });
    const command = ['check', queues, '--config', 'queues.config.json', '--lint', 'never', '--fail-on', 'warning'];
    const { status, stdout, stderr } = run(join(project, 'node_modules/.bin/synthcheck'), ...command);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(/^warning naming\/queue-without-prefix\n[\s\S]*jobs lacks the prefix acme-\./);
  });

  test.each([
    ['CommonJS', 'cjs', "const { loadAssembly } = require('synthcheck'); const { SynthcheckPlugin } = require('synthcheck/cdk');"],
    ['ES modules', 'mjs', "import { loadAssembly } from 'synthcheck'; import { SynthcheckPlugin } from 'synthcheck/cdk';"],
  ])('can be loaded from %s', (_, ending, imports) => {
    writeFileSync(
      join(project, `app.${ending}`),
      `${imports}\nconsole.log(loadAssembly('cdk.out').stacks.length, new SynthcheckPlugin().name);\n`,
    );
    expect(run(process.execPath, `app.${ending}`)).toMatchObject({ status: 0, stdout: '1 synthcheck\n' });
  });

  test('its schemas can be had by name', () => {
    const names = readdirSync(join(ROOT, 'schemas'))
      .filter((name) => name.endsWith('.schema.json'))
      .map((name) => name.replace('.schema.json', ''));
    const script = `for (const name of ${JSON.stringify(names)}) JSON.parse(require('fs').readFileSync(require.resolve('synthcheck/schemas/' + name)));`;
    expect(run(process.execPath, '-e', script)).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});
