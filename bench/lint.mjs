// Side by side: the engine alone, `--lint always` without a cache and with one, `--lint auto` on a fresh report, `--lint never`.
// `node bench/lint.mjs CDK.OUT [ROUNDS]` on the built program; the assembly needs a validation-report.json.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [, , folder = 'cdk.out', rounds = '3'] = process.argv;
const assembly = resolve(folder);
const cli = fileURLToPath(new URL('../dist/src/cli.js', import.meta.url));
const alone = fileURLToPath(new URL('engine-alone.mjs', import.meta.url));
const cwd = mkdtempSync(join(tmpdir(), 'synthcheck-bench-'));
const cache = mkdtempSync(join(tmpdir(), 'synthcheck-cache-'));
process.env.XDG_CACHE_HOME = cache;

const check = (mode) => [cli, assembly, '--format', 'json', '--output', join(cwd, 'report.json'), '--lint', mode];
const contenders = {
  'engine alone, one thread': () => [alone, assembly],
  '--lint always, cold': () => {
    rmSync(cache, { recursive: true, force: true });
    return check('always');
  },
  '--lint always, cached': () => check('always'),
  '--lint auto, fresh report': () => check('auto'),
  '--lint never': () => check('never'),
};

const times = new Map();
for (let round = 0; round < Number(rounds); round++) {
  for (const [name, prepare] of Object.entries(contenders)) {
    const args = prepare();
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
    if ((status !== 0 && status !== 1) || stderr.includes('Error')) throw new Error(`${name}: ${stderr}`);
    times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
  }
}
for (const [name, all] of times) {
  const shown = all.map((time) => (time / 1000).toFixed(2)).join(' ');
  process.stdout.write(`${name.padEnd(28)} min ${(Math.min(...all) / 1000).toFixed(2)} s   (${shown})\n`);
}
rmSync(cwd, { recursive: true, force: true });
