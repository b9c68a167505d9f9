// Times the diff of two large assemblies against the least any tool must do, in one run:
// `npx tsx bench/diff.ts`
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateAssembly } from './generate.js';

const STACKS = 100;
const RUNS = 5;

const folder = mkdtempSync(join(tmpdir(), 'synthcheck-bench-'));
const [before, same, changed] = ['before', 'same', 'changed'].map((name) => join(folder, name)) as [string, string, string];

try {
  generateAssembly(before, STACKS);
  cpSync(before, same, { recursive: true });
  cpSync(before, changed, { recursive: true });
  for (let number = 0; number < STACKS; number++) change(join(changed, `Stack${number}.template.json`));
  const floor = fileURLToPath(new URL('floor.js', import.meta.url));
  const cli = fileURLToPath(new URL('../dist/src/cli.js', import.meta.url));
  print('floor, one assembly', () => [floor, before]);
  print('unchanged', () => [cli, 'diff', before, same, '--output', join(folder, 'out.txt')]);
  print('100 resources changed', () => [cli, 'diff', before, changed, '--output', join(folder, 'out.txt')]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** One queue gets another timeout, in the first stack of ten one table another key. */
function change(file: string): void {
  const template = JSON.parse(readFileSync(file, 'utf8')) as {
    Resources: Record<string, { Type: string; Properties: Record<string, unknown> }>;
  };
  const queue = Object.values(template.Resources).find(({ Type }) => Type === 'AWS::SQS::Queue');
  if (queue !== undefined) queue.Properties.VisibilityTimeout = 181;
  writeFileSync(file, JSON.stringify(template, undefined, 1));
}

function print(name: string, argv: () => readonly string[]): void {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, argv(), { encoding: 'utf8' });
    times.push(performance.now() - start);
    if (status !== 0) throw new Error(`${name}: ${stderr}`);
  }
  const memory = peakMemory(argv());
  const [median] = times.sort((a, b) => a - b).slice(Math.floor(RUNS / 2));
  process.stdout.write(`${name}: median ${median?.toFixed(0)} ms, fastest ${times[0]?.toFixed(0)} ms, ${memory}\n`);
}

/** GNU time tells it; without it only times are told. */
function peakMemory(argv: readonly string[]): string {
  try {
    const { stderr } = spawnSync('/usr/bin/time', ['-f', '%M', process.execPath, ...argv], { encoding: 'utf8' });
    return `${(Number(stderr.trim().split('\n').at(-1)) / 1024).toFixed(0)} MB`;
  } catch {
    return 'memory not known';
  }
}
