// What else can be run on an assembly, beside synthcheck, in one run: `npm run bench:alternatives` on the built program.
// Installs the CDK and cdk-nag outside of the repository (300 MB), and times whole processes: the fastest of some rounds each.
import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { generateAssembly } from './generate.js';

const ROUNDS = 3;
const repository = fileURLToPath(new URL('..', import.meta.url));
const work = join(tmpdir(), 'synthcheck-alternatives');
const cli = join(repository, 'dist/src/cli.js');
const cdk = join(work, 'node_modules/aws-cdk/bin/cdk');
const packages = ['aws-cdk@2.1148.1', 'aws-cdk-lib@2.276.0', 'cdk-nag@3.0.2', 'constructs@10.8.1'];

function run(command: string, args: readonly string[], options: SpawnSyncOptions = {}): void {
  const { status, stderr, stdout } = spawnSync(command, args, { cwd: work, encoding: 'utf8', maxBuffer: 2 ** 28, ...options });
  if (status !== 0 && status !== 1) throw new Error(`${command} ${args.join(' ')}: ${stderr || stdout}`);
}

interface Row {
  readonly name: string;
  readonly seconds: number;
}

function measure(name: string, args: readonly string[], options?: SpawnSyncOptions): Row {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    run(process.execPath, args, options);
    return performance.now() - start;
  });
  return { name, seconds: Math.min(...times) / 1000 };
}

function print(title: string, rows: readonly [Row, ...Row[]]): void {
  const [{ seconds: unit }] = rows;
  process.stdout.write(`\n${title}\n`);
  for (const { name, seconds } of rows)
    process.stdout.write(`${name.padEnd(58)} ${seconds.toFixed(2).padStart(6)} s ${(seconds / unit).toFixed(1).padStart(6)} ×\n`);
}

mkdirSync(join(work, 'node_modules'), { recursive: true });
writeFileSync(join(work, 'package.json'), '{ "private": true }\n');
run('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts', ...packages]);
rmSync(join(work, 'node_modules/synthcheck'), { recursive: true, force: true });
symlinkSync(repository, join(work, 'node_modules/synthcheck'), 'junction');

const quiet = { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true' };
for (const stacks of [10, 100]) {
  const assembly = join(work, `assembly-${stacks}`);
  rmSync(assembly, { recursive: true, force: true });
  generateAssembly(assembly, stacks);
  // One stack with one queue changed: `cdk diff --template` takes one stack at a time.
  const before = join(work, `before-${stacks}`);
  rmSync(before, { recursive: true, force: true });
  cpSync(assembly, before, { recursive: true });
  const template = join(before, 'Stack0.template.json');
  writeFileSync(template, readFileSync(template, 'utf8').replace('"VisibilityTimeout": 180', '"VisibilityTimeout": 181'));
  print(`${stacks} stacks, ${stacks * 226} resources`, [
    measure('floor: read and parse', [join(repository, 'bench/floor.js'), assembly]),
    measure('synthcheck check --lint never', [cli, 'check', assembly, '--lint', 'never', '--fail-on', 'never']),
    measure('@aws/cloudformation-validate alone', [join(repository, 'bench/engine-alone.mjs'), assembly]),
    measure('cdk validate (reads its last report)', [cdk, 'validate', '--unstable=validate', '--app', assembly, '--no-lookups'], {
      env: quiet,
    }),
    measure('synthcheck diff, all stacks', [cli, 'diff', before, assembly]),
    measure('cdk diff --template, one stack', [cdk, 'diff', 'Stack0', '--app', assembly, '--template', template, '--no-lookups'], {
      env: quiet,
    }),
  ]);
}

// The sample app, bundled so that no compiler is timed; a preloaded file adds the plugin.
const app = join(work, 'app');
cpSync(join(repository, 'samples/payments-dr/broken'), app, { recursive: true, filter: (path) => !path.includes('cdk.out') });
await build({
  entryPoints: [join(app, 'bin/app.ts')],
  outfile: join(app, 'bin/app.js'),
  bundle: true,
  platform: 'node',
  external: ['aws-cdk-lib', 'constructs'],
  logLevel: 'error',
});
for (const [name, code] of Object.entries({
  nag: "new (require('cdk-nag').AwsSolutionsChecks)(this)",
  synthcheck: "new (require('synthcheck/cdk').SynthcheckPlugin)()",
})) {
  writeFileSync(
    join(app, `${name}.cjs`),
    `const { App, Validations } = require('aws-cdk-lib');
const { synth } = App.prototype;
App.prototype.synth = function (...args) {
  Validations.of(this).addPlugins(${code});
  App.prototype.synth = synth;
  return this.synth(...args);
};
`,
  );
}
const out = join(app, 'cdk.out');
const context = JSON.stringify({ ...JSON.parse(readFileSync(join(app, 'cdk.json'), 'utf8')).context });
const synth = (...preload: readonly string[]): [readonly string[], SpawnSyncOptions] => [
  [...preload.flatMap((file) => ['--require', join(app, file)]), join(app, 'bin/app.js')],
  { cwd: app, env: { ...quiet, CDK_OUTDIR: out, CDK_CONTEXT_JSON: context } },
];
print('payments-dr/broken, 11 stacks, 219 resources', [
  measure('synth', ...synth()),
  measure('synth with cdk-nag in it', ...synth('nag.cjs')),
  measure('synth with SynthcheckPlugin in it', ...synth('synthcheck.cjs')),
  measure('synthcheck check on its cdk.out', [cli, 'check', out, '--fail-on', 'never']),
]);
