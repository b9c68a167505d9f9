import type { Report } from '../finding/report.js';

/** What JSON allows inside strings although a terminal would obey it. */
const UNSAFE = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The report as schemas/report.schema.json describes it. */
export function reportJson(report: Report): string {
  return safeJson(report);
}

export function safeJson(value: object): string {
  const text = JSON.stringify(value, undefined, 2);
  // Escapes inside strings, so that the same values are read: a log on GitHub takes `##[` for a command.
  return `${text.replace(UNSAFE, inUnicode).replaceAll('##[', '\\u0023#[')}\n`;
}

function inUnicode(character: string): string {
  return [...Array(character.length).keys()].map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');
}
