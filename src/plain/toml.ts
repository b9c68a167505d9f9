/** A value of the part of TOML that `samconfig.toml` is written in. */
export type TomlValue = string | number | boolean | readonly TomlValue[];

/**
 * Keys and values by the name of their table (`default.deploy.parameters`): texts, numbers, booleans, and lists of them, which may take several
 * lines. What else TOML has (dates, inline tables) is left out. https://toml.io/en/v1.0.0
 */
export function parseToml(text: string): ReadonlyMap<string, ReadonlyMap<string, TomlValue>> {
  const tables = new Map<string, Map<string, TomlValue>>();
  let table = new Map<string, TomlValue>();
  tables.set('', table);
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const line = (lines[index] ?? '').trim();
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('[') && line.includes(']')) {
      const name = line.slice(1, line.indexOf(']')).split('.').map(unquoted).join('.');
      table = tables.get(name) ?? new Map();
      tables.set(name, table);
      continue;
    }
    const equals = line.indexOf('=');
    if (equals <= 0) continue;
    let rest = line.slice(equals + 1);
    let scanner = new Scanner(rest);
    let value = scanner.value();
    // A list goes on until its bracket.
    while (scanner.isOpen && index + 1 < lines.length && rest.length < MAX_VALUE_LENGTH) {
      rest += `\n${lines[++index]}`;
      scanner = new Scanner(rest);
      value = scanner.value();
    }
    if (value !== undefined) table.set(unquoted(line.slice(0, equals)), value);
  }
  return tables;
}

const MAX_VALUE_LENGTH = 20_000;

function unquoted(key: string): string {
  return key.trim().replace(/^(["'])(.*)\1$/, '$2');
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
]);

class Scanner {
  /** Whether the text ended inside of a list. */
  isOpen = false;
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(): TomlValue | undefined {
    this.#skip();
    const start = this.#text[this.#at];
    if (start === '"' || start === "'") return this.#string(start);
    if (start === '[') return this.#list();
    let end = this.#at;
    while (end < this.#text.length && !',]#\n'.includes(this.#text[end] ?? '')) end++;
    const word = this.#text.slice(this.#at, end).trim();
    this.#at = end;
    if (word === 'true' || word === 'false') return word === 'true';
    return word === '' || Number.isNaN(Number(word)) ? undefined : Number(word);
  }

  #list(): readonly TomlValue[] {
    const items: TomlValue[] = [];
    this.#at++;
    for (;;) {
      this.#skip();
      const next = this.#text[this.#at];
      if (next === undefined) this.isOpen = true;
      if (next === undefined || next === ']') break;
      if (next === ',') {
        this.#at++;
        continue;
      }
      const before = this.#at;
      const item = this.value();
      if (item !== undefined) items.push(item);
      if (this.#at === before) this.#at++;
    }
    this.#at++;
    return items;
  }

  #string(quote: string): string {
    let text = '';
    this.#at++;
    for (; this.#at < this.#text.length && this.#text[this.#at] !== quote; this.#at++) {
      const character = this.#text[this.#at] ?? '';
      if (character === '\\' && quote === '"') {
        const escaped = this.#text[++this.#at] ?? '';
        text += ESCAPES.get(escaped) ?? escaped;
      } else text += character;
    }
    this.#at++;
    return text;
  }

  /** White space, and comments inside of a list. */
  #skip(): void {
    for (; this.#at < this.#text.length; this.#at++) {
      const character = this.#text[this.#at] ?? '';
      if (character === '#') while (this.#at < this.#text.length && this.#text[this.#at] !== '\n') this.#at++;
      else if (character.trim() !== '') return;
    }
  }
}
