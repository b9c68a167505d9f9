// `npm run bench`: how long the built command takes beside the least that any tool must do, in one run: real applications, and generated ones.
// `--against FOLDER` measures another build beside it, `--only start,real,own,dense,open,findings,diff,lint` some parts, `--runs N`; `--quick` is what CI prints.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { assembliesIn } from './applications.js';
import { changeAssembly } from './change.js';
import { compare, type Row } from './compare.js';
import { generateAssembly } from './generate.js';
import { generateDense } from './generate-dense.js';
import { generateWithFindings } from './generate-findings.js';
import { generateOpen } from './generate-open.js';
import type { Measured } from './measure.js';

const RESOURCES_PER_STACK = 226;
const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const { values } = parseArgs({
  options: {
    against: { type: 'string' },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    runs: { type: 'string' },
    // Applications that are not part of the repository.
    corpus: { type: 'string', default: file('../../shared/corpus/apps') },
  },
});
const isQuick = values.quick;
const runs = Number(values.runs ?? (isQuick ? 3 : 9));
const sizes = isQuick ? [10, 100] : [10, 100, 400];
const folder = mkdtempSync(join(tmpdir(), 'synthcheck-bench-'));
const cache = join(folder, 'cache');
/** Beside the cache: nothing is kept below the folder that a program works in. */
const work = join(folder, 'work');
const programs = { own: file('../dist/src/cli.js'), other: values.against && programOf(values.against), cwd: work };

/** Of a build, or of a worktree that was built. */
function programOf(path: string): string {
  const candidates = ['dist/src/cli.js', 'src/cli.js'].map((name) => resolve(path, name));
  const found = candidates.find((candidate) => existsSync(candidate));
  if (found === undefined) throw new Error(`--against ${path}: no build of synthcheck there: ${candidates.join(', ')}`);
  return found;
}

const floorOf = (...folders: readonly string[]): Row => ({
  name: folders.length > 1 ? 'floor of both sides' : 'floor',
  isFloor: true,
  argv: () => [file('floor.js'), ...folders],
});
const output = ['--output', join(folder, 'output')];
const checkOf = (assembly: string, mode = 'never', name = `check --lint ${mode}`, prepare?: () => void): Row => ({
  name,
  argv: (cli) => [cli, 'check', assembly, '--lint', mode, '--fail-on', 'never', ...output],
  ...(prepare && { prepare }),
});
const diffOf = (name: string, before: string, after: string, prepare?: () => void): Row => ({
  name,
  argv: (cli) => [cli, 'diff', before, after, ...output],
  ...(prepare && { prepare }),
});
const fewer = (stacks: number): number => (stacks > 100 ? Math.min(runs, 5) : runs);
const titleOf = (kind: string, stacks: number): string => `${kind}: ${stacks} stacks, ${stacks * RESOURCES_PER_STACK} resources`;

function start(): void {
  const node: Row = { name: 'node -e 0', isFloor: true, argv: () => ['-e', '0'] };
  const words = [['--version'], ['--help'], ['check', '--help']];
  const rows = words.map((argv): Row => ({ name: argv.join(' '), argv: (cli) => [cli, ...argv] }));
  compare({ title: 'Start-up, against a bare Node', rows: [node, ...rows], runs: Math.max(runs, 9) }, programs);
}

/** The largest of the applications one by one, the others together: they take little more than Node itself. */
function real(): void {
  const samples = assembliesIn(file('../samples'));
  const applications = [...assembliesIn(values.corpus), ...samples].map(([name, path]) => ({ name, path, size: sizeOf(path) }));
  for (const { name, path } of applications.sort((one, other) => other.size - one.size).slice(0, isQuick ? 3 : Number.POSITIVE_INFINITY))
    compare({ title: name, rows: [floorOf(path), checkOf(path)], runs }, programs);
}

/** Of the files, those of assets left out, in bytes. */
function sizeOf(path: string): number {
  const files = readdirSync(path, { withFileTypes: true });
  return files.reduce((sum, entry) => sum + (entry.isFile() ? statSync(join(path, entry.name)).size : 0), 0);
}

/** Generated assemblies of some sizes, and how the time grows from the last but one to the last. */
function grown(
  kind: string,
  generate: (folder: string, stacks: number) => void,
  more: (assembly: string) => readonly Row[] = () => [],
): void {
  const checked = sizes.map((stacks): Measured | undefined => {
    const assembly = join(folder, `${kind}-${stacks}`);
    generate(assembly, stacks);
    const rows = [floorOf(assembly), checkOf(assembly), ...more(assembly)];
    return compare({ title: titleOf(kind, stacks), rows, runs: fewer(stacks) }, programs)[1];
  });
  const [last, before] = checked.slice(-2).reverse();
  const [larger = 1, smaller = 1] = sizes.slice(-2).reverse();
  const exponent = Math.log((last?.milliseconds ?? 1) / (before?.milliseconds ?? 1)) / Math.log(larger / smaller);
  process.stdout.write(`growth of check from ${smaller} to ${larger} stacks: exponent ${exponent.toFixed(2)}\n`);
}

const graphOf = (assembly: string): readonly Row[] => [
  { name: 'graph --format json', argv: (cli) => [cli, 'graph', assembly, '--format', 'json', ...output] },
];

function diff(): void {
  for (const stacks of sizes) {
    const assembly = join(folder, `diff-${stacks}`);
    generateAssembly(assembly, stacks);
    const changed = changeAssembly(assembly);
    const same = `${assembly}-same`;
    const rows = [
      floorOf(assembly, changed),
      diffOf('diff, nothing changed', same, assembly, () => cpSync(assembly, same, { recursive: true })),
      diffOf(`diff, ${stacks} resources changed`, assembly, changed),
    ];
    compare({ title: titleOf('diff', stacks), rows, runs: fewer(stacks) }, programs);
  }
  const [before, after] = ['before', 'after'].map((side) => file(`../samples/payments-diff/${side}/cdk.out`)) as [string, string];
  compare({ title: 'samples/payments-diff', rows: [floorOf(before, after), diffOf('diff', before, after)], runs }, programs);
}

/** Against the engine alone, in one thread. */
function lint(): void {
  const assemblies = sizes.map((stacks): readonly [title: string, path: string] => {
    const assembly = join(folder, `lint-${stacks}`);
    generateAssembly(assembly, stacks);
    return [titleOf('lint', stacks), assembly];
  });
  const applications = [...assembliesIn(values.corpus)].sort(([, one], [, other]) => sizeOf(other) - sizeOf(one)).slice(0, 5);
  for (const [title, path] of [...applications, ...assemblies]) {
    const alone: Row = { name: '@aws/cloudformation-validate alone', isFloor: true, argv: () => [file('engine-alone.mjs'), path] };
    const rows = [
      alone,
      checkOf(path),
      checkOf(path, 'always', 'check --lint always, cold', () => rmSync(cache, { recursive: true, force: true })),
      checkOf(path, 'always', 'check --lint always, cached'),
    ];
    compare({ title: `${title}, with cfn-lint's rules`, rows, runs: Math.min(runs, 3) }, programs);
  }
}

const parts: Readonly<Record<string, () => void>> = {
  start,
  real,
  own: () => grown('own', generateAssembly, graphOf),
  dense: () => grown('dense', generateDense),
  open: () => grown('open', generateOpen),
  findings: () => grown('findings', generateWithFindings),
  diff,
  lint,
};
const quickly = Object.keys(parts).filter((name) => name !== 'lint');

process.env.XDG_CACHE_HOME = cache;
mkdirSync(work);
try {
  // Where a project would have them: the cache of cfn-lint's findings lies there.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of values.only?.split(',') ?? (isQuick ? quickly : Object.keys(parts))) {
    const part = parts[name];
    if (part === undefined) throw new Error(`--only ${name}: parts are ${Object.keys(parts).join(', ')}`);
    part();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
