import { escapeControlCharacters } from '../report/text/escape.js';
import type { Io } from './io.js';

/** Moves to the start of the line and clears it. */
const CLEAR = '\r\u001b[K';

/** One line that says what is being done, and goes away: on terminals that people look at, and nowhere else. */
export interface Progress {
  step(text: string): void;
  end(): void;
}

export function createProgress({ stderr, env }: Pick<Io, 'stderr' | 'env'>, isWanted: boolean): Progress {
  const isShown = isWanted && stderr.isTTY === true && !env.CI && env.TERM !== 'dumb';
  if (!isShown) return { step: () => undefined, end: () => undefined };
  // What cannot be written here is no loss.
  const write = (text: string): boolean => stderr.write(text, () => undefined);
  let isOpen = false;
  return {
    step(text) {
      const line = `${escapeControlCharacters(text)}…`;
      const width = (stderr.columns || 80) - 1;
      isOpen = true;
      write(CLEAR + (line.length > width ? `${line.slice(0, Math.max(0, width - 1))}…` : line));
    },
    end() {
      if (isOpen) write(CLEAR);
      isOpen = false;
    },
  };
}
