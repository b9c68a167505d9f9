/** A node of the trie of wanted paths. */
export interface Wanted {
  readonly children: Map<string, Wanted>;
  /** Where the scan met it last, -1 when nowhere. */
  offset: number;
}

interface OpenContainer {
  readonly node: Wanted;
  readonly isArray: boolean;
  index: number;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** Marks every wanted node with its offset. Keeps its own stack, so that no nesting is too deep. */
export function scan(text: string, root: Wanted): void {
  const open: OpenContainer[] = [];
  let at = skipSeparators(text, 0);
  if (at >= text.length) return;
  root.offset = at;
  for (let node: Wanted | undefined = root; ; ) {
    const code = text.charCodeAt(at);
    if (node !== undefined && node.children.size > 0 && (code === OPEN_BRACE || code === OPEN_BRACKET)) {
      open.push({ node, isArray: code === OPEN_BRACKET, index: 0 });
      at++;
    } else {
      at = endOfValue(text, at);
    }
    at = skipSeparators(text, at);
    while (isClosing(text.charCodeAt(at))) {
      open.pop();
      at = skipSeparators(text, at + 1);
    }
    const container = open.at(-1);
    if (container === undefined || at >= text.length) return;
    const start = at;
    if (container.isArray) {
      node = container.node.children.get(String(container.index++));
    } else {
      const end = endOfString(text, at);
      node = container.node.children.get(readKey(text, at, end));
      at = skipSeparators(text, text.indexOf(':', end) + 1 || text.length);
    }
    if (node !== undefined) node.offset = start;
  }
}

function readKey(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end - 1);
  if (!raw.includes('\\')) return raw;
  try {
    return String(JSON.parse(text.slice(start, end)));
  } catch {
    return raw;
  }
}

function skipSeparators(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code <= 0x20 || code === COMMA; code = text.charCodeAt(at)) at++;
  return at;
}

/** The offset after the string that `start` is in, at its opening quote or at a backslash that nothing escapes. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    if ((end - before) % 2 === 1) return end + 1;
  }
  return text.length;
}

/** The offset after the value that starts at `start`; always beyond `start`. */
function endOfValue(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === QUOTE) return endOfString(text, start);
  if (first === OPEN_BRACE || first === OPEN_BRACKET) return endOfContainer(text, start);
  let at = start + 1;
  for (let code = text.charCodeAt(at); code > 0x20 && code !== COMMA && !isClosing(code); code = text.charCodeAt(at)) at++;
  return at;
}

/** A bracket that is in no string, or a string: all of it, or up to its first backslash. */
const BRACKET_OR_STRING = /[{}[\]]|"[^"\\]*["\\]/g;

function endOfContainer(text: string, start: number): number {
  let depth = 0;
  BRACKET_OR_STRING.lastIndex = start;
  while (BRACKET_OR_STRING.test(text)) {
    const at = BRACKET_OR_STRING.lastIndex - 1;
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) BRACKET_OR_STRING.lastIndex = endOfString(text, at);
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++;
    else if (isClosing(code) && --depth === 0) return at + 1;
  }
  return text.length;
}

function isClosing(code: number): boolean {
  return code === CLOSE_BRACE || code === CLOSE_BRACKET;
}
