// `npm run bench`: how long the built command takes on generated assemblies, beside the least that any tool must do, in one run.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateAssembly } from './generate.js';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const cli = file('../dist/src/cli.js');
const floorOf = file('floor.js');
/** `--quick` is what CI prints: enough to see a slip, too little to judge by. */
const isQuick = process.argv.includes('--quick');
const RUNS = isQuick ? 3 : 9;
const SIZES = isQuick ? [10, 100] : [10, 100, 400];

interface Measured {
  readonly milliseconds: number;
  readonly megabytes: number;
}
type Contender = readonly [name: string, argv: readonly string[], prepare?: () => void];

/** The process itself tells its peak memory, in bytes of the operating system, when it ends. */
function once(argv: readonly string[]): Measured {
  const start = performance.now();
  const options = { cwd: folder, encoding: 'utf8' } as const;
  const { status, stderr } = spawnSync(process.execPath, ['--import', file('peak-memory.js'), ...argv], options);
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`${argv.join(' ')}: ${stderr}`);
  return { milliseconds, megabytes: Number(/peak (\d+)/.exec(stderr)?.[1] ?? 0) / 1024 };
}

/** In turns, so that what else the machine does hits all alike; the median of each, and its share of the first. */
function compare(title: string, runs: number, contenders: readonly Contender[]): readonly Measured[] {
  const all = contenders.map((): Measured[] => []);
  for (let run = 0; run < runs; run++) {
    for (const [index, [, argv, prepare]] of contenders.entries()) {
      prepare?.();
      all[index]?.push(once(argv));
    }
  }
  const medians = all.map((measured) => measured.sort((one, other) => one.milliseconds - other.milliseconds)[runs >> 1] as Measured);
  const [unit] = medians;
  process.stdout.write(`\n${title}\n`);
  for (const [index, { milliseconds, megabytes }] of medians.entries()) {
    const ratio = milliseconds / (unit?.milliseconds ?? 1);
    process.stdout.write(
      `${contenders[index]?.[0].padEnd(34)} ${milliseconds.toFixed(0).padStart(6)} ms ${ratio.toFixed(1).padStart(6)} × ${megabytes.toFixed(0).padStart(6)} MB\n`,
    );
  }
  return medians;
}

/** A copy in which one resource of each stack is another. */
function change(assembly: string, stacks: number): string {
  const changed = `${assembly}-changed`;
  cpSync(assembly, changed, { recursive: true });
  for (let number = 0; number < stacks; number++) {
    const template = join(changed, `Stack${number}.template.json`);
    writeFileSync(template, readFileSync(template, 'utf8').replace('"VisibilityTimeout": 180', '"VisibilityTimeout": 181'));
  }
  return changed;
}

const folder = mkdtempSync(join(tmpdir(), 'synthcheck-bench-'));
const cache = join(folder, 'cache');
process.env.XDG_CACHE_HOME = cache;
try {
  mkdirSync(join(folder, 'node_modules'));
  compare('Start-up, against `node -e 0`', RUNS, [
    ['node -e 0', ['-e', '0']],
    ['--version', [cli, '--version']],
    ['--help', [cli, '--help']],
  ]);
  const checked: Measured[] = [];
  for (const stacks of SIZES) {
    const assembly = join(folder, String(stacks));
    generateAssembly(assembly, stacks);
    const changed = change(assembly, stacks);
    const check = (mode: string): readonly string[] => [cli, 'check', assembly, '--lint', mode, '--fail-on', 'never'];
    const output = ['--output', join(folder, 'output')];
    const title = `${stacks} stacks, ${stacks * 226} resources, against reading and parsing them`;
    const [, own] = compare(title, stacks > 100 ? Math.min(RUNS, 5) : RUNS, [
      ['floor', [floorOf, assembly]],
      ['check --lint never', check('never')],
      ['graph --format json', [cli, 'graph', assembly, '--format', 'json', ...output]],
      [
        'diff, nothing changed',
        [cli, 'diff', `${assembly}-same`, assembly],
        () => cpSync(assembly, `${assembly}-same`, { recursive: true }),
      ],
      [`diff, ${stacks} resources changed`, [cli, 'diff', assembly, changed, ...output]],
    ]);
    if (own !== undefined) checked.push(own);
    if (isQuick) continue;
    compare(`The same with cfn-lint's rules, against the engine alone in one thread`, stacks > 100 ? 1 : 3, [
      ['@aws/cloudformation-validate', [file('engine-alone.mjs'), assembly]],
      ['check --lint always, cold', check('always'), () => rmSync(cache, { recursive: true, force: true })],
      ['check --lint always, cached', check('always')],
    ]);
  }
  const [last, before] = checked.slice(-2).reverse();
  const [larger = 1, smaller = 1] = SIZES.slice(-2).reverse();
  const exponent = Math.log((last?.milliseconds ?? 1) / (before?.milliseconds ?? 1)) / Math.log(larger / smaller);
  process.stdout.write(`\ngrowth of check from ${smaller} to ${larger} stacks: exponent ${exponent.toFixed(2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
