// The long run of test/fuzz: `npm run fuzz -- [--runs 100000] [--seed 1] [--corpus ../shared/corpus]`.
// Each case runs in a child, so that one that never ends, or takes the process with it, is an answer too.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CaseMaker } from '../test/fuzz/case.js';
import { Workshop } from '../test/fuzz/run-case.js';

/** Of the processor: a busy machine, or one that puts the run aside for a while, is no defect. By the clock, a case that waits ends too. */
const MAX_CPU_SECONDS = 10;
const MAX_CLOCK_SECONDS = 600;
const LOOK_MILLISECONDS = 2_000;
const MAX_HEAP = 1_024;
const SHOWN = 600;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    corpus: { type: 'string', default: '../shared/corpus' },
    show: { type: 'boolean', default: false },
  },
});
const first = Number(values.seed);
const last = first + Number(values.runs) - 1;

type Message =
  | { readonly at: number }
  | {
      readonly at: number;
      readonly code: number;
      readonly kind: string;
      readonly milliseconds: number;
      readonly argv: string;
      readonly broken: readonly string[];
    };

if (process.send === undefined) await supervise();
else await work();

/** Runs cases one after the other and tells the parent of each, before and after. */
async function work(): Promise<void> {
  process.on('disconnect', () => process.exit());
  const tell = (message: Message): Promise<void> =>
    new Promise((resolve) => process.send?.(message, undefined, undefined, () => resolve()));
  const maker = new CaseMaker(existsSync(values.corpus) ? values.corpus : undefined);
  const workshop = new Workshop();
  try {
    for (let seed = first; seed <= last; seed++) {
      await tell({ at: seed });
      const one = maker.make(seed);
      const { code, milliseconds, broken, stdout, stderr } = await workshop.run(one);
      await tell({ at: seed, code, kind: one.kind, milliseconds, argv: one.argv.join(' '), broken });
      if (values.show) for (const [path, content] of Object.entries(one.files)) console.log(`--- ${path}\n${content}`);
      if (values.show) console.log(`--- stdout\n${stdout}\n--- stderr\n${stderr}`);
    }
  } finally {
    workshop.remove();
  }
  process.disconnect();
}

async function supervise(): Promise<void> {
  const start = performance.now();
  const totals = { cases: 0, broken: 0, slowest: 0, slowestSeed: 0 };
  const codes = new Map<string, number>();
  const told = new Map<string, number>();
  const report = (seed: number, argv: string, problem: string): void => {
    totals.broken++;
    // The same words once: the numbers and paths in them differ.
    const key = problem.replace(/\d+/g, 'N').slice(0, 120);
    told.set(key, (told.get(key) ?? 0) + 1);
    if ((told.get(key) ?? 0) <= 3) console.log(`seed ${seed}: ${argv}\n  ${problem.slice(0, SHOWN)}`);
  };
  for (let from = first; from <= last; ) {
    const reached = await runChild(from, (message) => {
      if (!('code' in message)) return;
      totals.cases++;
      codes.set(`${message.kind} ${message.code}`, (codes.get(`${message.kind} ${message.code}`) ?? 0) + 1);
      if (message.milliseconds > totals.slowest) Object.assign(totals, { slowest: message.milliseconds, slowestSeed: message.at });
      for (const problem of message.broken) report(message.at, message.argv, problem);
      if (totals.cases % 5_000 === 0) console.log(`${totals.cases} cases, ${Math.round((performance.now() - start) / 1000)} s`);
    });
    if (reached.problem !== undefined) report(reached.at, '', reached.problem);
    if (reached.at < from) break;
    from = reached.at + 1;
  }
  console.log(
    `exit codes: ${[...codes]
      .sort()
      .map(([name, count]) => `${name}: ${count}`)
      .join(', ')}`,
  );
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(
    `fuzz: ${totals.cases} cases in ${seconds} s, seeds ${first} to ${last}, slowest ${Math.round(totals.slowest)} ms (seed ${totals.slowestSeed}), ${totals.broken} broken promises`,
  );
  process.exitCode = totals.broken === 0 ? 0 : 1;
}

/** Gives the last case that was begun, and why it did not end. */
function runChild(from: number, onMessage: (message: Message) => void): Promise<{ readonly at: number; readonly problem?: string }> {
  const rest = ['--seed', String(from), '--runs', String(last - from + 1), '--corpus', values.corpus, ...(values.show ? ['--show'] : [])];
  const child = spawn(process.execPath, [`--max-old-space-size=${MAX_HEAP}`, ...process.execArgv, process.argv[1] as string, ...rest], {
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  let stderr = '';
  child.stderr?.on('data', (data: Buffer) => {
    stderr = (stderr + data.toString()).slice(-4_000);
  });
  return new Promise((resolve) => {
    let at = first - 1;
    let problem: string | undefined;
    let began = { clock: performance.now(), cpu: 0 };
    const look = (): void => {
      const clock = (performance.now() - began.clock) / 1000;
      // Where the system does not tell, the clock stands in for it.
      const cpu = (cpuSecondsOf(child.pid) ?? clock) - began.cpu;
      if (cpu < MAX_CPU_SECONDS && clock < MAX_CLOCK_SECONDS) return;
      problem = `it did not end in ${Math.round(cpu)} s of the processor, ${Math.round(clock)} s by the clock`;
      child.kill('SIGKILL');
    };
    const timer = setInterval(look, LOOK_MILLISECONDS);
    child.on('message', (message: Message) => {
      at = message.at;
      began = { clock: performance.now(), cpu: cpuSecondsOf(child.pid) ?? 0 };
      onMessage(message);
    });
    child.on('close', (code) => {
      clearInterval(timer);
      if (problem === undefined && code !== 0) problem = `the process ended with ${code}: ${stderr.slice(-SHOWN)}`;
      resolve(problem === undefined ? { at: last } : { at, problem });
    });
  });
}

/** What a process has taken of the processor until now, in ticks of a hundredth of a second; Linux tells it. */
function cpuSecondsOf(pid: number | undefined): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return undefined;
  }
}
