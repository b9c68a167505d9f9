import { type Call, findCall } from './calls.js';
import type { ContainedFiles } from './contained-files.js';

/** A text in quotes that may be the id of a construct. Lines begin at 0. */
export interface IdPlace {
  readonly file: string;
  readonly line: number;
  /** The call that it is an argument of: `new Bucket(this, 'Receipts', …)`. */
  readonly call: Call;
}

/** The lines of a class or function, `to` not included. */
export interface Definition {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

/** What files of an app say of its constructs, by the letters of their text. */
export interface ConstructIds {
  placesOf(id: string): readonly IdPlace[];
  /** Where an id is put together, and this may be the result: `f"{name}Health"`, `name + "Health"`. */
  templatesOf(id: string): readonly IdPlace[];
  definitionsOf(name: string): readonly Definition[];
}

/** Of all files together. */
const MAX_BYTES = 32 * 1024 * 1024;
const MAX_LINE = 1_000;
const MAX_ID = 128;
/** A word that is written this often names no construct. */
const MAX_PLACES = 50;
const DEFINES = new Set(['class', 'func', 'def', 'fun', 'function', 'record', 'struct', 'object']);

/** Reads each of these files once. */
export function readConstructIds(files: ContainedFiles, paths: readonly string[]): ConstructIds {
  const texts = new Map<string, Place[]>();
  const templates: (Place & Template)[] = [];
  const definitions = new Map<string, Definition[]>();
  let room = MAX_BYTES;
  for (const path of paths) {
    const file = files.contain(path);
    const lines = file === undefined ? undefined : files.lines(file);
    if (file === undefined || lines === undefined) continue;
    room -= lines.reduce((sum, { length }) => sum + length, 0);
    if (room < 0) break;
    for (const [line, text] of lines.entries()) {
      if (text.length > MAX_LINE) continue;
      for (const { id, column, end } of quotedIn(text)) {
        const template = templateOf(id, text.slice(0, column), text.slice(end + 1));
        if (template !== undefined) templates.push({ ...template, file, line, column });
        else push(texts, id, { file, line, column });
      }
    }
    for (const { name, from, to } of definitionsIn(lines)) push(definitions, name, { file, from, to });
  }
  return {
    definitionsOf: (name) => definitions.get(name) ?? [],
    placesOf: (id) => withCalls(texts.get(id) ?? []),
    templatesOf: (id) =>
      withCalls(templates.filter(({ start, end }) => id.length > start.length + end.length && id.startsWith(start) && id.endsWith(end))),
  };

  function withCalls(places: readonly Place[]): readonly IdPlace[] {
    if (places.length > MAX_PLACES) return [];
    return places.flatMap(({ file, line, column }) => {
      const lines = files.lines(file) ?? [];
      const call = findCall(lines, line, column);
      // Go passes a pointer to it: `jsii.String("Receipts")`.
      const outer = call?.names.at(-2) === 'jsii' ? findCall(lines, call.line, call.column) : call;
      return outer === undefined ? [] : [{ file, line, call: outer }];
    });
  }
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The letters that all ids of it begin and end with. */
interface Template {
  readonly start: string;
  readonly end: string;
}

/** Fewer letters would fit too many ids. */
const MIN_LETTERS = 4;

function templateOf(text: string, before: string, after: string): Template | undefined {
  const opening = text.search(/\$?\{/);
  const parts =
    opening >= 0
      ? { start: text.slice(0, opening), end: text.slice(text.lastIndexOf('}') + 1) }
      : { start: after.trimStart().startsWith('+') ? text : '', end: before.trimEnd().endsWith('+') ? text : '' };
  return parts.start.length + parts.end.length >= MIN_LETTERS ? parts : undefined;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

/** Texts in quotes of any kind, without those in which something is escaped. */
function* quotedIn(line: string): Generator<{ readonly id: string; readonly column: number; readonly end: number }> {
  const unclosed = new Set<string>();
  for (let at = 0; at < line.length; at++) {
    const quote = line[at] as string;
    if (!'"\'`'.includes(quote) || unclosed.has(quote)) continue;
    const end = line.indexOf(quote, at + 1);
    if (end < 0) {
      unclosed.add(quote);
      continue;
    }
    const id = line.slice(at + 1, end);
    if (id !== '' && id.length <= MAX_ID && !id.includes('\\')) yield { id, column: at, end };
    at = end;
  }
}

/** Each class and function, up to the next line with code that is not indented further. */
function definitionsIn(lines: readonly string[]): readonly (Omit<Definition, 'file'> & { readonly name: string })[] {
  const found: { readonly name: string; readonly from: number; to: number; readonly indent: number }[] = [];
  const open: (typeof found)[number][] = [];
  for (const [line, text] of lines.entries()) {
    const name = definedIn(text);
    if (name === undefined) continue;
    const indent = text.length - text.trimStart().length;
    for (let last = open.at(-1); last !== undefined && last.indent >= indent; last = open.at(-1)) {
      last.to = line;
      open.pop();
    }
    const definition = { name, from: line, to: lines.length, indent };
    found.push(definition);
    open.push(definition);
  }
  return found;
}

function definedIn(line: string): string | undefined {
  if (line.length > MAX_LINE) return undefined;
  const words = line.trimStart().split(' ', 8);
  const at = words.findIndex((word) => DEFINES.has(word));
  // Go has the receiver between: `func (s *DataStack) addRecord(`.
  const name = at < 0 ? undefined : /^\w+/.exec(words.slice(at + 1).find((word) => /^\w/.test(word) && !word.endsWith(')')) ?? '')?.[0];
  return name === '' ? undefined : name;
}
