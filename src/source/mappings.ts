/** A place of a generated file and where it comes from. Lines and columns begin at 0. */
export interface Mapping {
  readonly line: number;
  readonly source: number;
  readonly originalLine: number;
  readonly originalColumn: number;
}

/** A state is kept after so many segments, from where reading goes on. */
const STRIDE = 256;
const DIGITS = new Int8Array(128).fill(-1);
for (const [value, digit] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  DIGITS[digit.charCodeAt(0)] = value;

interface State {
  /** What is read next. */
  readonly at: number;
  readonly line: number;
  readonly column: number;
  readonly source: number;
  readonly originalLine: number;
  readonly originalColumn: number;
  /** Whether the last segment names a source. */
  readonly hasSource: boolean;
}

/**
 * The `mappings` of a source map (https://tc39.es/ecma426/#sec-mappings), which may be as large as memory: they stay the text that they are,
 * and a look-up reads a few hundred segments of it.
 */
export class Mappings {
  readonly #text: string;
  readonly #states: readonly State[];

  constructor(text: string) {
    this.#text = text;
    const states: State[] = [];
    let count = 0;
    for (const state of read(text, START)) if (count++ % STRIDE === 0) states.push(state);
    this.#states = states;
  }

  /** The last segment of the line at or before the column that names a source. */
  find(line: number, column: number): Mapping | undefined {
    const isBefore = (state: State): boolean => state.line < line || (state.line === line && state.column <= column);
    let low = 0;
    let high = this.#states.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(this.#states[middle] as State)) low = middle + 1;
      else high = middle;
    }
    const start = this.#states[low - 1] ?? START;
    let found = start.line === line && start.hasSource ? start : undefined;
    let count = 0;
    for (const state of read(this.#text, start)) {
      // Columns of a line that go backwards are nobody's.
      if (!isBefore(state) || count++ > STRIDE) break;
      if (state.line === line) found = state.hasSource ? state : undefined;
    }
    return found;
  }
}

const START: State = { at: 0, line: 0, column: 0, source: 0, originalLine: 0, originalColumn: 0, hasSource: false };

/** The state after each segment and each end of a line. Ends early at what is no mapping. */
function* read(text: string, from: State): Generator<State> {
  let { at, line, column, source, originalLine, originalColumn } = from;
  const fields: number[] = [];
  while (at < text.length) {
    const character = text.charCodeAt(at);
    if (character === SEMICOLON || character === COMMA) {
      at++;
      if (character === COMMA) continue;
      line++;
      column = 0;
      yield { at, line, column, source, originalLine, originalColumn, hasSource: false };
      continue;
    }
    fields.length = 0;
    let value = 0;
    let shift = 0;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === SEMICOLON || code === COMMA) break;
      const digit = DIGITS[code] ?? -1;
      if (digit < 0 || shift > 30 || fields.length > 5) return;
      value += (digit & 31) * 2 ** shift;
      shift += 5;
      if ((digit & 32) !== 0) continue;
      fields.push(value % 2 === 1 ? -Math.floor(value / 2) : value / 2);
      value = 0;
      shift = 0;
    }
    const [columns = 0, sources, lines = 0, originalColumns = 0] = fields;
    column += columns;
    source += sources ?? 0;
    originalLine += lines;
    originalColumn += originalColumns;
    yield { at, line, column, source, originalLine, originalColumn, hasSource: sources !== undefined };
  }
}

const SEMICOLON = 59;
const COMMA = 44;
