import { LOG_COMMAND } from './escape.js';

/** What JSON allows inside strings although a terminal would obey it. */
const UNSAFE = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** JSON that does no harm in a terminal or a log: escapes inside strings, so that the same values are read. Runners take `##[` and `##vso[` for commands. */
export function safeJson(value: object, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(UNSAFE, inUnicode).replace(LOG_COMMAND, '\\u0023#');
}

function inUnicode(character: string): string {
  return Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');
}
