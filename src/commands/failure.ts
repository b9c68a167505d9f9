import { InputError } from '../diagnostic.js';
import { escapeControlCharacters, escapeWorkflowCommands } from '../report/text/escape.js';
import { UsageError } from './usage-error.js';

/** One line for each thing that the user can fix; with the stack for what only we can. */
export function describeError(error: unknown): string {
  if (error instanceof InputError) return error.messages.map(inOneLine).join('');
  if (error instanceof UsageError)
    return inOneLine(`${error.message} (\`synthcheck${error.command === undefined ? '' : ` ${error.command}`} --help\` lists the options)`);
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = stack.split('\n').map(escapeControlCharacters).join('\n');
  return escapeWorkflowCommands(`synthcheck: this is a defect of synthcheck\n${lines}\n`);
}

function inOneLine(message: string): string {
  return escapeWorkflowCommands(`${escapeControlCharacters(`synthcheck: ${message}`)}\n`);
}
