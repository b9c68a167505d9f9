/** Where an expression begins, and what is called with a place as an argument. Lines and columns begin at 0. */
export interface Call {
  readonly line: number;
  readonly column: number;
  /** The names that are called, in order: `Bucket`, `Builder`, `create`. */
  readonly names: readonly string[];
  /** Which of the arguments the place is; 0 is the first. */
  readonly argument: number;
}

/** A call is not looked for further than this. */
const MAX_LINES = 60;
const MAX_LENGTH = 1_000;
const OPENING = '([{';
const CLOSING = ')]}';

/** The innermost call that has this place among its arguments; undefined when it is in none, or in another kind of bracket before. */
export function findCall(lines: readonly string[], line: number, column: number): Call | undefined {
  let depth = 0;
  let argument = 0;
  for (const at of backwards(lines, line, column)) {
    const { char } = at;
    if (CLOSING.includes(char)) depth++;
    else if (char === ',' && depth === 0) argument++;
    else if (OPENING.includes(char) && depth-- === 0) {
      if (char !== '(') return undefined;
      const start = findStart(lines, at.line, at.column);
      return { ...start, argument };
    }
  }
  return undefined;
}

/** The beginning of a chain of calls that ends before this place: of `Bucket.Builder.create(this, "B")⏎.versioned(true)⏎.build` that of `Bucket`. */
export function findStart(lines: readonly string[], line: number, column: number): Omit<Call, 'argument'> {
  let start = { line, column };
  let depth = 0;
  let name = '';
  /** Behind a dot or at the end of the chain, where a name or the parentheses of a call come; else a dot goes on with it. */
  let isNameNext = true;
  const names: string[] = [];
  for (const at of backwards(lines, line, column)) {
    const { char } = at;
    if (depth > 0) {
      if (CLOSING.includes(char)) depth++;
      else if (OPENING.includes(char)) depth--;
    } else if (/\w/.test(char) && (isNameNext || name !== '')) {
      name = char + name;
      isNameNext = false;
      start = { line: at.line, column: at.column };
    } else {
      if (name !== '') names.unshift(name);
      name = '';
      if (char === '.' && !isNameNext) isNameNext = true;
      else if (char === ')' && isNameNext) depth = 1;
      else if (!/\s/.test(char)) break;
    }
  }
  if (name !== '') names.unshift(name);
  return { ...start, names };
}

/** The characters before a place, the nearest first. What stands in quotes is one character; lines of comments are left out. */
function* backwards(
  lines: readonly string[],
  line: number,
  column: number,
): Generator<{ readonly line: number; readonly column: number; readonly char: string }> {
  for (let at = line; at >= 0 && at > line - MAX_LINES; at--) {
    const text = (lines[at] ?? '').slice(0, MAX_LENGTH);
    if (at < line && /^\s*(?:\/\/|#|\/?\*)/.test(text)) continue;
    let end = at === line ? Math.min(column, text.length) : text.length;
    while (end-- > 0) {
      const char = text[end] as string;
      const opening = '"\'`'.includes(char) ? text.lastIndexOf(char, end - 1) : -1;
      if (opening >= 0 && end > 0) end = opening;
      yield { line: at, column: end, char };
    }
    yield { line: at, column: 0, char: '\n' };
  }
}
