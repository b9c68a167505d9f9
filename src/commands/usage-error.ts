/** A command line that yargs does not take. */
export class UsageError extends Error {
  /** yargs says it over several lines; here it is one. */
  constructor(message: string) {
    const lines = message.split('\n').map((line) => line.trim());
    super(lines.filter((line) => line !== '').join(' '));
  }
}
