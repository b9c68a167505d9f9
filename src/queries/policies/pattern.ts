import type { Maybe } from './maybe.js';

/** A part of a text that the synthesized output does not hold. */
export interface Hole {
  /** Equal for parts that are equal for certain; undefined when nothing is known of it. */
  readonly id: string | undefined;
  /** Of a name that CloudFormation makes up: how it begins. Undefined when it may be any text. */
  readonly beginning?: string;
}

/** A text or a pattern, such as an ARN, with parts that are not known. */
export type Text = readonly (string | Hole)[];

/** Any text at all. */
export const ANYTHING: Hole = { id: undefined };

/** The same text, with what is known next to each other as one part: two texts then differ as soon as their first parts do. */
export function joined(text: Text): Text {
  const parts: (string | Hole)[] = [];
  for (const part of text) {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  return parts;
}

/** Comparing takes the product of both lengths; ARNs have at most some hundred characters. */
const MAX_PRODUCT = 250_000;

/** Whether a pattern (`*` for any text, `?` for one character) covers a text. Case matters. */
export function covers(pattern: Text, text: Text): Maybe {
  // Most resources of policies are written as the one that is asked about, or begin otherwise.
  if (isWrittenAlike(pattern, text)) return true;
  const [p, t] = [wholeOf(pattern), wholeOf(text)];
  if (p === '*') return true;
  if (p !== undefined && t !== undefined) return isCovered(p, t);
  const length = lengthOfBeginning(pattern, text);
  if (beginsOtherwise(pattern, text, length)) return false;
  const answers = ANSWERS.get(text) ?? new Map<string, Maybe>();
  ANSWERS.set(text, answers);
  const key = formOf(pattern, text);
  if (!answers.has(key))
    answers.set(key, compare(symbolsOf(after(pattern, text, length), true), symbolsOf(after(text, pattern, length), false)));
  return answers.get(key);
}

/** By text, and by the form of the pattern: the statements of a policy mostly differ in the one resource that they name. */
const ANSWERS = new WeakMap<Text, Map<string, Maybe>>();

/** Equal for patterns that cover a text alike: of a hole only its beginning counts, and which holes of the text are the same. */
function formOf(pattern: Text, text: Text): string {
  let form = '';
  for (const part of pattern) {
    if (typeof part === 'string') {
      form += `${part.length}:${part}`;
      continue;
    }
    form += part.beginning === undefined ? '?' : `${part.beginning.length}?${part.beginning}`;
    if (part.id !== undefined)
      for (let index = 0; index < text.length; index++) if ((text[index] as Hole).id === part.id) form += ` ${index}`;
  }
  return form;
}

function isWrittenAlike(one: Text, other: Text): boolean {
  return one.length === other.length && one.every((part, index) => isSamePart(part, other[index] as string | Hole));
}

function isSamePart(one: string | Hole, other: string | Hole): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  return one.id !== undefined && one.id === other.id;
}

/** How many characters of both are known before any wildcard and hole. */
function lengthOfBeginning([pattern]: Text, [text]: Text): number {
  if (typeof pattern !== 'string' || typeof text !== 'string') return 0;
  const wildcard = pattern.search(WILDCARD);
  return Math.min(wildcard === -1 ? pattern.length : wildcard, text.length);
}

/** Whether they are others, in lower case as well. */
function beginsOtherwise([pattern]: Text, [text]: Text, length: number): boolean {
  if (typeof pattern !== 'string' || typeof text !== 'string') return false;
  return pattern.slice(0, length).toLowerCase() !== text.slice(0, length).toLowerCase();
}

/** What follows the beginning, where that is the same in both. */
function after(one: Text, other: Text, length: number): Text {
  const [a, b] = [one[0], other[0]];
  if (typeof a !== 'string' || typeof b !== 'string' || a.slice(0, length) !== b.slice(0, length)) return one;
  return [a.slice(length), ...one.slice(1)];
}

/** Whether two texts are equal; no character is a wildcard. */
export function equals(one: Text, other: Text): Maybe {
  const [a, b] = [wholeOf(one), wholeOf(other)];
  if (a !== undefined && b !== undefined) return a === b;
  if (isWrittenAlike(one, other)) return true;
  const length = lengthOfBeginning(one, other);
  if (beginsOtherwise(one, other, length)) return false;
  return compare(symbolsOf(after(one, other, length), false), symbolsOf(after(other, one, length), false));
}

const WILDCARD = /[*?]/;

/** Whether a pattern covers a text, both without holes; in a text that is a pattern itself, only `*` covers `*`. Actions: pass both in lower case. */
export function isCovered(pattern: string, text: string): boolean {
  // Most actions are written out, and differ before any wildcard.
  let p = 0;
  while (p < pattern.length && pattern[p] === text[p] && pattern[p] !== '*') p++;
  if (p === pattern.length || (pattern[p] !== '*' && pattern[p] !== '?')) return p === pattern.length && p === text.length;
  let t = p;
  let star = -1;
  let retry = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      retry = t;
    } else if (pattern[p] === text[t] || (pattern[p] === '?' && text[t] !== '*')) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++retry;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/** The text, when all of it is known. */
export function wholeOf(text: Text): string | undefined {
  const [only] = text;
  if (text.length === 1) return typeof only === 'string' ? only : undefined;
  return text.every((part) => typeof part === 'string') ? text.join('') : undefined;
}

/** The rest of a name that CloudFormation makes up. */
const REST = { rest: true } as const;
const STAR = { wildcard: '*' } as const;
const ONE = { wildcard: '?' } as const;
/** A character, a wildcard of the pattern, or a hole. */
type Mark = string | Hole | typeof STAR | typeof ONE | typeof REST;

function symbolsOf(text: Text, hasWildcards: boolean): readonly Mark[] {
  const mark = (character: string): Mark => (character === '*' ? STAR : character === '?' ? ONE : character);
  return text.flatMap((part): Mark[] => (typeof part !== 'string' ? [part] : hasWildcards ? [...part].map(mark) : [...part]));
}

function compare(pattern: readonly Mark[], text: readonly Mark[]): Maybe {
  if ((pattern.length + 1) * (text.length + 20) > MAX_PRODUCT) return undefined;
  if (fits(pattern, text, false)) return true;
  const loose = pattern.map((mark) => (isUnknown(mark) ? STAR : mark));
  return fits(loose, text, true) || fits(loose, text.flatMap(spelledOut), true) ? undefined : false;
}

function isHole(mark: Mark | undefined): mark is Hole {
  return typeof mark === 'object' && 'id' in mark;
}

function isUnknown(mark: Mark | undefined): boolean {
  return isHole(mark) && mark.beginning === undefined;
}

function spelledOut(mark: Mark): readonly Mark[] {
  return isHole(mark) && mark.beginning !== undefined ? [...mark.beginning, REST] : [mark];
}

/** Whether the pattern fits; loosely: whether it may, with holes of the text standing for whatever makes it fit. */
function fits(pattern: readonly Mark[], text: readonly Mark[], isLoose: boolean): boolean {
  // From behind: `row[j]` says whether the pattern from here on fits the text from `j` on.
  let below: boolean[] = [];
  for (let p = pattern.length; p >= 0; p--) {
    const row: boolean[] = [];
    const mark = pattern[p];
    for (let t = text.length; t >= 0; t--) row[t] = fitsAt(t, row);
    below = row;

    function fitsAt(t: number, row: readonly boolean[]): boolean {
      const next = text[t];
      const isEnd = t === text.length;
      if (mark === STAR) return below[t] === true || (!isEnd && row[t + 1] === true);
      if (isEnd) return mark === undefined;
      if (isLoose && (isUnknown(next) || next === REST))
        return row[t + 1] === true || (mark !== undefined && mayHold(next, mark) && below[t] === true);
      return mark !== undefined && isSame(mark, next as Mark, isLoose) && below[t + 1] === true;
    }
  }
  return below[0] === true;
}

/** Whether a hole of the text may hold what the pattern asks for. */
function mayHold(hole: Mark | undefined, mark: Mark): boolean {
  if (hole !== REST) return true;
  return mark === ONE || (typeof mark === 'string' && mark !== ':' && mark !== '/');
}

function isSame(mark: Mark, next: Mark, isLoose: boolean): boolean {
  if (isHole(mark) || isHole(next)) return isHole(mark) && isHole(next) && mark.id !== undefined && mark.id === next.id;
  if (mark === ONE) return true;
  if (typeof mark !== 'string' || typeof next !== 'string') return false;
  // CloudFormation writes some names in lower case.
  return mark === next || (isLoose && mark.toLowerCase() === next.toLowerCase());
}
