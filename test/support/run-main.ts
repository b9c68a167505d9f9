import { EventEmitter } from 'node:events';
import { main } from '../../src/main.js';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Columns of the terminal that standard output is; left out when it is none. */
  readonly terminal?: number;
}

export interface RunResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

let isRunning = false;

/** Runs a command line inside the test. One at a time, as the working directory is that of the process. */
export async function runMain(argv: readonly string[], { cwd = process.cwd(), env = {}, terminal }: RunOptions = {}): Promise<RunResult> {
  const stdout = new FakeStream(terminal);
  const stderr = new FakeStream(undefined);
  if (isRunning) throw new Error('another command line is running: wait for it');
  isRunning = true;
  const before = process.cwd();
  process.chdir(cwd);
  try {
    const code = await main(argv, { stdout, stderr, env, cwd });
    return { code, stdout: stdout.text, stderr: stderr.text };
  } finally {
    process.chdir(before);
    isRunning = false;
  }
}

export class FakeStream extends EventEmitter {
  readonly isTTY: boolean;
  readonly columns: number;
  text = '';

  constructor(columns: number | undefined) {
    super();
    this.isTTY = columns !== undefined;
    this.columns = columns ?? 0;
  }

  write(text: string, done: (error?: Error | null) => void): boolean {
    this.text += text;
    done();
    return true;
  }
}
