/** A command line that does not fit the command's options. */
export class UsageError extends Error {
  /** The command whose options are meant; undefined for the program's own. */
  readonly command: string | undefined;

  constructor(message: string, command?: string) {
    super(message);
    this.command = command;
  }
}
