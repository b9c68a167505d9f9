import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What one process took. */
export interface Measured {
  /** By the clock, from start to end. */
  readonly milliseconds: number;
  /** On processors, outside of the kernel: what else the machine does changes it less than the time by the clock. */
  readonly user: number;
  /** The most that the operating system gave it at once. */
  readonly megabytes: number;
}

/** A command line of Node, and what is done before each run of it. */
export interface Contender {
  readonly name: string;
  readonly argv: readonly string[];
  readonly prepare?: (() => void) | undefined;
  /** Exit codes that are as good as 0: a run with findings is as long as one without. */
  readonly codes?: readonly number[];
}

const preloaded = fileURLToPath(new URL('resources-used.js', import.meta.url));

function once({ argv, prepare, codes = [] }: Contender, cwd: string): Measured {
  prepare?.();
  const start = performance.now();
  const options = { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
  const { status, stderr } = spawnSync(process.execPath, ['--import', preloaded, ...argv], options);
  const milliseconds = performance.now() - start;
  if (status !== 0 && !codes.includes(status ?? -1)) throw new Error(`${argv.join(' ')}: ${stderr}`);
  const [, kilobytes, user] = /^used (\d+) ([\d.]+)$/m.exec(stderr) ?? [];
  return { milliseconds, user: Number(user), megabytes: Number(kilobytes) / 1024 };
}

/**
 * The median of each, of runs in turns: what else the machine does hits all alike. One run before is not measured: programs keep what V8 has
 * compiled of them for the next ones.
 */
export function measure(contenders: readonly Contender[], runs: number, cwd: string): readonly Measured[] {
  const all = contenders.map((): Measured[] => []);
  for (const contender of contenders) once(contender, cwd);
  for (let run = 0; run < runs; run++) for (const [index, contender] of contenders.entries()) all[index]?.push(once(contender, cwd));
  return all.map((measured) => ({
    milliseconds: median(measured.map(({ milliseconds }) => milliseconds)),
    user: median(measured.map(({ user }) => user)),
    megabytes: median(measured.map(({ megabytes }) => megabytes)),
  }));
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? Number.NaN;
}
