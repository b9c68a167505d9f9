import { InputError } from './diagnostic.js';

/** The largest real assemblies take seconds. */
export const DEFAULT_TIMEOUT_SECONDS = 600;

/** `performance` is a dozen of Node's modules, which nothing else needs. */
function milliseconds(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1000 + nanoseconds / 1e6;
}

/** The end of a run that takes too long: what an assembly costs is bounded by many limits, and all of them together by this one. */
export class Deadline {
  readonly #seconds: number;
  readonly #end: number;
  readonly #now: () => number;

  constructor(seconds: number, now: () => number = milliseconds) {
    this.#seconds = seconds;
    this.#now = now;
    this.#end = now() + seconds * 1000;
  }

  /** Throws `InputError` when the time is over. `doing` is what was going on, as in `reading cdk.out`. */
  check(doing: () => string): void {
    if (this.#now() > this.#end) throw this.#error(doing());
  }

  /** Throws when the time is over. A step is a sentence: `Reading cdk.out`. */
  checkStep(step: string): void {
    this.check(() => step.slice(0, 1).toLowerCase() + step.slice(1));
  }

  /** Rejects when the time is over before the promise is settled. */
  async limit<T>(promise: Promise<T>, doing: string): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const end = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(this.#error(doing)), Math.min(2 ** 31 - 1, Math.max(0, this.#end - this.#now())));
    });
    try {
      return await Promise.race([promise, end]);
    } finally {
      clearTimeout(timer);
    }
  }

  #error(doing: string): InputError {
    return new InputError(`the run took longer than ${this.#seconds} seconds (--timeout); it was ${doing}`);
  }
}
