// Synthesizes every sample afresh, or those named, and replaces its committed cdk.out: node samples/synth.mjs [payments-dr/mended…]
// It works in a temporary folder, so that no node_modules appears here and no path of this machine stays in the output.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const samples = dirname(fileURLToPath(import.meta.url));
const all = ['payments-dr/broken', 'payments-dr/mended', 'payments-diff/before', 'payments-diff/after'];
const apps = process.argv.length > 2 ? process.argv.slice(2) : all;
const heaviestAsset = 50_000;

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
  run(copy, ['exec', '--', 'cdk', 'synth', '--quiet', '--no-notices']);

  const output = join(source, 'cdk.out');
  rmSync(output, { recursive: true, force: true });
  copyOutput(join(copy, 'cdk.out'), output, copy);
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

/** The validation report comes last: readers take a report that is older than the manifest for a stale one. */
function copyOutput(from, to, root) {
  const last = ['manifest.json', 'validation-report.json'];
  const entries = readdirSync(from, { withFileTypes: true });
  entries.sort((a, b) => last.indexOf(a.name) - last.indexOf(b.name) || (a.name < b.name ? -1 : 1));
  mkdirSync(to, { recursive: true });
  for (const entry of entries) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (!entry.isDirectory()) writeFileSync(target, relocate(readFileSync(source), root, source));
    else if (entry.name.startsWith('asset.') && sizeOf(source) > heaviestAsset) leaveEmpty(target);
    else copyOutput(source, target, root);
  }
}

/** Paths become relative to the app: `new PrimaryDataStack (lib/data-primary.ts:23:21)`. */
function relocate(content, root, source) {
  const text = content.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(content)) return content; // not text
  const relocated = text
    .replaceAll(`${root}/`, '')
    .replaceAll(`${dirname(root)}/`, '')
    .replaceAll(`${work}/`, '');
  if (relocated.includes(work)) throw new Error(`${source}: still mentions ${work}`);
  return relocated;
}

function leaveEmpty(target) {
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'LEFT-OUT.txt'), 'The content of this asset is left out of the sample.\n');
}

function sizeOf(path) {
  const stats = statSync(path);
  return stats.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : stats.size;
}

function readOptional(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
