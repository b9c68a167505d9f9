// `npm run bench:executed`: how much code fixed runs of the built command execute, beside what is committed in executed.json. Exit code 1 when one
// executes a tenth more. `--update` commits to what it is now; `--functions N` lists where it goes.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { changeAssembly } from './change.js';
import { type Executed, executedCode } from './executed.js';
import { generateAssembly } from './generate.js';
import { generateDense } from './generate-dense.js';
import { generateWithFindings } from './generate-findings.js';
import { generateOpen } from './generate-open.js';

const MOST = 1.1;
const STACKS = 4;

const { values } = parseArgs({ options: { update: { type: 'boolean', default: false }, functions: { type: 'string', default: '0' } } });
const program = new URL('../dist/', import.meta.url);
const cli = fileURLToPath(new URL('src/cli.js', program));
const committedIn = new URL('executed.json', import.meta.url);
const committed: Readonly<Record<string, number>> = JSON.parse(readFileSync(committedIn, 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'synthcheck-executed-'));

function generated(name: string, generate: (folder: string, stacks: number) => void): string {
  const assembly = join(folder, name);
  generate(assembly, STACKS);
  return assembly;
}

function inMillions(count: number): string {
  return `${(count / 1e6).toFixed(1)} million`;
}

function print(name: string, { total, functions }: Executed): boolean {
  const before = committed[name];
  const change = before === undefined ? 'not committed' : `${total >= before ? '+' : ''}${((total / before - 1) * 100).toFixed(1)} %`;
  process.stdout.write(`${name.padEnd(12)} ${inMillions(total).padStart(16)} ${change.padStart(14)}\n`);
  const most = [...functions].sort(([, one], [, other]) => other - one).slice(0, Number(values.functions));
  for (const [label, count] of most)
    process.stdout.write(`${' '.repeat(13)}${((count / total) * 100).toFixed(1).padStart(5)} % ${label}\n`);
  return before !== undefined && total > before * MOST;
}

try {
  const [own, dense, open, findings] = [
    generated('own', generateAssembly),
    generated('dense', generateDense),
    generated('open', generateOpen),
    generated('findings', generateWithFindings),
  ];
  const check = (assembly: string): readonly string[] => ['check', assembly, '--lint', 'never'];
  const runs: Readonly<Record<string, readonly string[]>> = {
    help: ['--help'],
    own: check(own),
    dense: check(dense),
    open: check(open),
    findings: check(findings),
    diff: ['diff', own, changeAssembly(own)],
  };
  const executed = Object.entries(runs).map(([name, argv]) => [name, executedCode([cli, ...argv], program.href, folder)] as const);
  const above = executed.filter(([name, counted]) => print(name, counted)).map(([name]) => name);
  if (values.update) {
    const numbers = Object.fromEntries(executed.map(([name, { total }]) => [name, total]));
    writeFileSync(committedIn, `${JSON.stringify(numbers, undefined, 2)}\n`);
  } else if (above.length > 0) {
    process.stdout.write(
      `More than a tenth above bench/executed.json: ${above.join(', ')}. \`npm run bench:executed -- --functions 20\` shows where.\n`,
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
