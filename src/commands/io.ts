import type { EventEmitter } from 'node:events';
import type { Readable } from 'node:stream';
import { InputError } from '../diagnostic.js';

/** What of a stream is used: `process.stdout` is one. */
export interface Output extends Pick<EventEmitter, 'once' | 'off'> {
  write(text: string, done: (error?: Error | null) => void): boolean;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** All that a command sees of the process. */
export interface Io {
  /** Of commands that are asked while they run: `mcp`. */
  readonly stdin?: (() => Readable) | undefined;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Ends what would go on for ever: `--watch`. */
  readonly signal?: AbortSignal | undefined;
}

/** Resolves when the text is out. A reader that has seen enough (`| head`) is no failure. */
export function print(stream: Output, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (error?: Error | null): void => {
      // Left in place after a failure: the event comes after the callback, and nobody else listens.
      if (error == null) stream.off('error', end);
      if (error == null || ('code' in error && error.code === 'EPIPE')) resolve();
      else reject(new InputError(`the output cannot be written (${error.message})`));
    };
    stream.once('error', end);
    stream.write(text, end);
  });
}

const MAX_WIDTH = 120;

export function widthOf({ columns }: Output, env: Io['env']): number {
  return Math.min(MAX_WIDTH, columns || Number(env.COLUMNS) || 100);
}

/** https://no-color.org and https://force-color.org */
export function hasColors({ isTTY }: Output, env: Io['env']): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTTY === true && env.TERM !== 'dumb';
}

/** Whether the terminal opens links, as far as that can be known. */
export async function linksIn(stream: Output): Promise<boolean> {
  if (stream.isTTY !== true) return false;
  const { createSupportsHyperlinks } = await import('supports-hyperlinks');
  return createSupportsHyperlinks({ isTTY: true });
}
