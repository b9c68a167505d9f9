import type { Argv } from 'yargs';
import type { Io } from './io.js';

/** A command of the command line. Its file imports what it works with only when it runs, so that `--help` is quick. */
export interface Command<Options = object> {
  /** As yargs writes it: name and positional arguments; `$0` for the default. */
  readonly usage: string | readonly string[];
  readonly description: string;
  options(yargs: Argv): Argv<Options>;
  /** Gives the exit code. */
  run(options: Options, io: Io): Promise<number>;
}
