/** Something about the input itself that could not be read or is not to be trusted. A diagnostic never stops the rest from being checked. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning' | 'info';
  /** One sentence: what is wrong and what to do. Never holds file contents. */
  readonly message: string;
  /** Path as the user would write it: the assembly's path as given, joined with the file's path inside it. */
  readonly file?: string;
}

/** The input as a whole cannot be used: one clear line for the user for each thing that is wrong, exit code 2. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly messages: readonly string[];

  constructor(...messages: readonly string[]) {
    super(messages.join('\n'));
    this.messages = messages;
  }
}
