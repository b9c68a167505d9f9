import { escapeControlCharacters, LOG_COMMAND } from './escape.js';

/**
 * A code span: GitHub looks for nothing in one, be it HTML, mentions, links or numbers of issues.
 * https://github.github.com/gfm/#code-spans; in a table a bar needs a backslash even there: https://github.github.com/gfm/#example-200
 * A bar that follows a backslash cannot be written in both: it is made visible.
 */
export function code(text: string): string {
  const shown = inLog(text) || ' ';
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const padding = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${padding}${shown.replace(/(?<=\\)\|/g, '\\u{7c}').replaceAll('|', '\\|')}${padding}${fence}`;
}

/** Lines of code. The fence is longer than what the code holds of its kind. */
export function codeBlock(text: string, language: string): string {
  const lines = text.split('\n').map(inLog);
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence].join('\n');
}

/** Sentences whose code stands in backticks. All else is text and stays text. */
export function prose(text: string): string {
  return inLog(text)
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? code(part) : escapeText(part)))
    .join('');
}

/** An invisible comment, which ends every mention, number and address. */
const BREAK = '<!-- -->';

/** A runner that prints this takes `##[` or `##vso[` anywhere for a command, and `::` where a line begins. */
function inLog(text: string): string {
  return escapeControlCharacters(text).replace(LOG_COMMAND, '#\\u{23}');
}

function escapeText(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#~|$]|&(?=#?\w+;)/g, '\\$&')
    .replace(/^(\s*)([-+=:]|\d+(?=[.)]))/, (_, space: string, start: string) => `${space}${/\d/.test(start) ? `${start}\\` : `\\${start}`}`)
    .replace(/@(?=[\w-])|\\#(?=\d)|:(?=\/\/|[\w+\\-]+:)|\/(?=\/)|(?:www(?=\.)|GH(?=-\d))/gi, `$&${BREAK}`);
}

/** Where a line begins with an element, Markdown is not read up to the next empty line: https://github.github.com/gfm/#html-blocks */
export function htmlText(text: string): string {
  return entities(text).replace(/@(?=[\w-])|#(?=\d)|:(?=\/\/|[\w+-]+:)|GH(?=-\d)/gi, `$&${BREAK}`);
}

/** As `code`, in such a place. */
export function htmlCode(text: string): string {
  return `<code>${entities(text)}</code>`;
}

function entities(text: string): string {
  return inLog(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A link whose text is code, when there is an address. */
export function codeLink(text: string, url: string | undefined): string {
  return url === undefined ? code(text) : `[${code(text)}](<${encodeURI(url.toWellFormed()).replaceAll('%25', '%')}>)`;
}

/** Long names tell no more than their start. */
export function short(text: string, most = 200): string {
  return text.length > most ? `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

/** What a reader sees only when asked for. */
export function folded(title: string, text: string): string {
  return `<details><summary>${title}</summary>\n\n${text}\n\n</details>`;
}
