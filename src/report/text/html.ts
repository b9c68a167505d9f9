import { escapeControlCharacters } from './escape.js';

/** Markup that is written already. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Markup | readonly Markup[] | false | undefined;

/** HTML in which every string is text, also to a runner that prints it (`##[`, `##vso[`). Also right inside of attributes that stand in double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((string, index) => (index === 0 ? '' : write(parts[index - 1])) + string).join(''));
}

function write(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return escapeControlCharacters(String(part)).replace(/[&<>"']|#(?=\w*\[)/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Sentences whose code stands in backticks. */
export function htmlProse(text: string): readonly Markup[] {
  return text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}
