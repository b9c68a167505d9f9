// `npm run bench`: how long the built command takes on generated assemblies, beside the least that any tool must do, in one run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateAssembly } from './generate.js';

const RUNS = 5;
const SIZES = [10, 100, 400] as const;
const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const cli = file('../dist/src/cli.js');

interface Measured {
  readonly milliseconds: number;
  readonly megabytes: number;
}

function measure(argv: readonly string[]): Measured {
  const runs = Array.from({ length: RUNS }, () => once(argv)).sort((one, other) => one.milliseconds - other.milliseconds);
  return runs[Math.floor(RUNS / 2)] as Measured;
}

/** The process itself tells its peak memory, in bytes of the operating system, when it ends. */
function once(argv: readonly string[]): Measured {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', file('peak-memory.js'), ...argv], { encoding: 'utf8' });
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`${argv.join(' ')}: ${stderr}`);
  return { milliseconds, megabytes: Number(/peak (\d+)/.exec(stderr)?.[1] ?? 0) / 1024 };
}

function row(name: string, { milliseconds, megabytes }: Measured, floor: Measured): void {
  const ratio = milliseconds / floor.milliseconds;
  process.stdout.write(
    `${name.padEnd(34)} ${milliseconds.toFixed(0).padStart(6)} ms ${ratio.toFixed(1).padStart(6)} × ${megabytes.toFixed(0).padStart(6)} MB\n`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'synthcheck-bench-'));
try {
  const empty = measure(['-e', '0']);
  process.stdout.write('Start-up, against `node -e 0`\n');
  row('node -e 0', empty, empty);
  row('--version', measure([cli, '--version']), empty);
  row('--help', measure([cli, '--help']), empty);
  const checked: number[] = [];
  for (const stacks of SIZES) {
    const assembly = join(folder, String(stacks));
    generateAssembly(assembly, stacks);
    const floor = measure([file('floor.js'), assembly]);
    process.stdout.write(`\n${stacks} stacks, ${stacks * 226} resources, against reading and parsing them\n`);
    row('floor', floor, floor);
    const check = measure([cli, 'check', assembly, '--lint', 'never', '--fail-on', 'never']);
    row('check --lint never', check, floor);
    row('graph --format json', measure([cli, 'graph', assembly, '--format', 'json', '--output', join(folder, 'graph.json')]), floor);
    row('diff with itself', measure([cli, 'diff', assembly, assembly]), floor);
    checked.push(check.milliseconds);
  }
  const [, middle = 1, last = 1] = checked;
  const exponent = Math.log(last / middle) / Math.log(SIZES[2] / SIZES[1]);
  process.stdout.write(`\ngrowth of check from ${SIZES[1]} to ${SIZES[2]} stacks: exponent ${exponent.toFixed(2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
