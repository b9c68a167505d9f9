import { UsageError } from './usage-error.js';

/** The option of the commands that check. */
export const TIMEOUT = {
  type: 'number',
  describe: 'Seconds after which the run gives up, with exit code 2 [default: 600]',
  requiresArg: true,
} as const;

/** Throws `UsageError` for what is no number of seconds. */
export function timeoutOf({ timeout }: { readonly timeout?: number | undefined }, command: string): number | undefined {
  if (timeout !== undefined && !(timeout > 0)) throw new UsageError('--timeout takes a number of seconds above 0', command);
  return timeout;
}
