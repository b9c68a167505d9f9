import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { writeAssembly } from '../support/assembly-builder.js';
import { runMain } from '../support/run-main.js';

const WRITER = join(import.meta.dirname, 'writer.js');
const STACKS = 12;
/** As many different ones are to be seen whole. */
const GENERATIONS = 3;

/** Generation N: in each of its stacks one queue that is named after N. */
function firstGeneration(): string {
  const stack = (index: number) => ({
    region: 'us-east-1',
    resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: `generation-0-${index}` } } },
  });
  return writeAssembly({ stacks: Object.fromEntries(Array.from({ length: STACKS }, (_, index) => [`S${index}`, stack(index)])) });
}

interface Counts {
  told: number;
  readonly generations: Set<string>;
}

const WORDS =
  /^synthcheck: (cdk synth is writing cdk\.out \(pid \d+\): wait for it to end|cdk\.out changed while reading: wait for cdk synth to end and try again|cdk\.out\/manifest\.json .*: run `cdk synth` again|no manifest\.json in cdk\.out: run `cdk synth` first)\n$/;

/** Checks again and again while another process writes, until `isEnough`, and looks at what came of it each time. */
async function checkWhile(mode: 'locked' | 'unlocked', isEnough: (counts: Counts) => boolean): Promise<void> {
  const path = firstGeneration();
  const writer = spawn(process.execPath, [WRITER, path, String(STACKS), mode], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(writer.stdout, 'data');
  const counts: Counts = { told: 0, generations: new Set() };
  const wrong: unknown[] = [];
  try {
    while (!isEnough(counts)) {
      const { code, stdout, stderr } = await runMain(['graph', 'cdk.out', '--format', 'json'], { cwd: dirname(path) });
      const generations = generationsIn(stdout);
      if (code === 2 && stdout === '' && WORDS.test(stderr)) counts.told++;
      else if (code === 0 && stderr === '' && generations.length === 1) counts.generations.add(generations[0] as string);
      else wrong.push({ code, stderr, generations });
    }
  } finally {
    writer.kill();
  }
  // Without a lock a pause of more than a second passes for the end. It is the machine that paused: this run says nothing.
  if (mode === 'unlocked' && existsSync(join(path, '../paused'))) return checkWhile(mode, isEnough);
  expect(wrong).toEqual([]);
}

/** What the queues are named after: one generation, when the assembly is whole. */
function generationsIn(stdout: string): readonly string[] {
  if (stdout === '') return [];
  const { resources } = JSON.parse(stdout) as { readonly resources: readonly { readonly physicalName: string }[] };
  const names = resources.map(({ physicalName }) => physicalName.split('-')[1] ?? '');
  return resources.length === STACKS ? [...new Set(names)] : [...names, 'not all'];
}

test('a synth that holds its lock: a whole assembly, or a word', async () => {
  await checkWhile('locked', ({ told, generations }) => told >= 20 && generations.size >= GENERATIONS);
});

test('an app that is run without the command line, which takes no lock: a whole assembly, or a word', async () => {
  await checkWhile('unlocked', ({ generations }) => generations.size >= GENERATIONS);
});
