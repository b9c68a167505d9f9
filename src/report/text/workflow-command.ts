import { escapeControlCharacters, LOG_COMMAND } from './escape.js';

export type AnnotationKind = 'error' | 'warning' | 'notice';

/** GitHub cuts an annotation's message at 4,096 characters. */
const MAX_MESSAGE = 4_000;

/** As https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts writes them. The message may have several lines. */
export function workflowCommand(kind: AnnotationKind, properties: Readonly<Record<string, string | number>>, message: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(escapeControlCharacters(String(value)))}`);
  const short = message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE - 1).replace(/[\ud800-\udbff]$/, '')}…` : message;
  return `::${kind} ${written.join(',')}::${escapeData(short)}`;
}

function escapeData(text: string): string {
  // `##[` would be an older form of command, anywhere in the line.
  return text.replace(LOG_COMMAND, '#\\u{23}').replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
