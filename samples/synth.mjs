// Synthesizes every sample afresh, or those named, and replaces its committed cdk.out: node samples/synth.mjs [payments-dr/fixed…]
// It works in a temporary folder, so that no node_modules appears here and no path of this machine stays in the output.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyOutput } from './copy-output.mjs';

const samples = dirname(fileURLToPath(import.meta.url));
const all = ['payments-dr/broken', 'payments-dr/fixed', 'payments-diff/before', 'payments-diff/after', 'resilience'];
const apps = process.argv.length > 2 ? process.argv.slice(2) : all;

const work = realpathSync(mkdtempSync(join(tmpdir(), 'samples-')));
try {
  for (const app of apps) synthesize(app);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function synthesize(app) {
  const source = join(samples, app);
  const copy = join(work, app);
  cpSync(source, copy, { recursive: true, filter: (path) => !['cdk.out', 'node_modules'].includes(basename(path)) });
  install(copy);
  run(copy, ['run', 'build']);
  const output = join(source, 'cdk.out');
  rmSync(output, { recursive: true, force: true });
  for (const variant of variantsOf(copy)) {
    const context = variant === undefined || variant === 'good' ? [] : ['--context', `variant=${variant}`];
    run(copy, ['exec', '--', 'cdk', 'synth', '--quiet', '--no-notices', ...context]);
    copyOutput(join(copy, 'cdk.out'), join(output, variant ?? ''), work, copy);
    rmSync(join(copy, 'cdk.out'), { recursive: true });
  }
}

/** An app that is synthesized once for each word of its `variants.txt`, into folders of their own. */
function variantsOf(copy) {
  return readOptional(join(copy, 'variants.txt'))?.trim().split('\n') ?? [undefined];
}

/** Once for all apps with the same package.json: in the folder above them, where Node looks too. */
function install(copy) {
  const parent = dirname(copy);
  const wanted = readFileSync(join(copy, 'package.json'), 'utf8');
  const present = readOptional(join(parent, 'package.json'));
  if (present === wanted) return;
  if (present !== undefined) throw new Error(`${copy}: its package.json differs from its neighbour's`);
  cpSync(join(copy, 'package.json'), join(parent, 'package.json'));
  run(parent, ['install', '--no-package-lock', '--no-audit', '--no-fund']);
}

/** Without credentials and without settings that would change the output. */
function run(cwd, args) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(AWS_|CDK_|NODE_OPTIONS$)/.test(name)));
  const bin = [join(cwd, '..', 'node_modules', '.bin'), env.PATH].join(':');
  execFileSync('npm', args, { cwd, env: { ...env, PATH: bin, CDK_DISABLE_CLI_TELEMETRY: 'true' }, stdio: ['ignore', 'ignore', 'inherit'] });
}

function readOptional(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
