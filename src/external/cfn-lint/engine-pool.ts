import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { EngineAnswer, EngineJob, EngineWork } from './engine-messages.js';

/** An engine takes seconds of a processor and 300 MB until it is warm: a further one must be worth it. Our own checks are over long before. */
const BYTES_A_WORKER = 4_000_000;
const MAX_WORKERS = 4;
/** A template of the largest size takes a second. */
const PATIENCE_MILLISECONDS = 120_000;

export interface EngineRun {
  /** One answer a job, in any order. Never rejects. */
  readonly answers: Promise<readonly EngineAnswer[]>;
  /** Ends it early. */
  stop(): void;
}

/** Starts the work at once, beside this thread. */
export function startEngines({ jobs, ...rest }: EngineWork): EngineRun {
  const runs = share(jobs).map((part) => startEngine({ ...rest, jobs: part }));
  return {
    answers: Promise.all(runs.map(({ answers }) => answers)).then((all) => all.flat()),
    stop: () => {
      for (const run of runs) run.stop();
    },
  };
}

/** Parts of about the same size. */
function share(jobs: readonly EngineJob[]): readonly (readonly EngineJob[])[] {
  const total = jobs.reduce((sum, { text }) => sum + text.length, 0);
  const count = Math.max(1, Math.min(MAX_WORKERS, availableParallelism(), Math.ceil(total / BYTES_A_WORKER)));
  const parts = Array.from({ length: count }, () => ({ size: 0, jobs: [] as EngineJob[] }));
  for (const job of [...jobs].sort((a, b) => b.text.length - a.text.length)) {
    const smallest = parts.reduce((best, part) => (part.size < best.size ? part : best));
    smallest.jobs.push(job);
    smallest.size += job.text.length;
  }
  return parts.map((part) => part.jobs).filter((part) => part.length > 0);
}

function startEngine(work: EngineWork): EngineRun {
  const worker = new Worker(createRequire(import.meta.url).resolve('#engine-worker'), { workerData: work, stdout: true, stderr: true });
  const answered = new Map<string, EngineAnswer>();
  const answers = new Promise<readonly EngineAnswer[]>((resolve) => {
    const end = (failure: string): void => {
      clearTimeout(timer);
      resolve(work.jobs.map(({ key }) => answered.get(key) ?? { key, failure }));
    };
    const giveUp = (): void => {
      void worker.terminate();
      end(`no answer for ${PATIENCE_MILLISECONDS / 1000} seconds`);
    };
    let timer = setTimeout(giveUp, PATIENCE_MILLISECONDS);
    worker.on('message', (answer: EngineAnswer) => {
      answered.set(answer.key, answer);
      clearTimeout(timer);
      timer = setTimeout(giveUp, PATIENCE_MILLISECONDS);
    });
    worker.on('error', (error) => end(error instanceof Error ? error.message : String(error)));
    worker.on('exit', () => end('the engine ended'));
  });
  return { answers, stop: () => void worker.terminate() };
}
