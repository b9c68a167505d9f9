import { createRequire } from 'node:module';
import type { LineCounter, Node, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Attempt } from '../assembly/attempt.js';
import { isObject, MAX_DEPTH } from '../assembly/json.js';
import type { Json } from '../assembly/model.js';

/** CloudFormation takes at most 1 MB; the YAML parser takes half a second for each. */
const MAX_YAML_BYTES = 8 * 1024 * 1024;
/** Values after aliases are written out: a few lines of aliases to aliases would otherwise stand for billions. */
const MAX_VALUES = 1_000_000;

const TOO_DEEP = `is nested more than ${MAX_DEPTH} levels deep`;

/** What CloudFormation would not read as it is read here. Lines count from 1. */
export interface YamlOddities {
  /** Keys that stand twice in one map. */
  readonly repeated: readonly { readonly key: string; readonly line: number }[];
  /** The line of the first alias or merge key. */
  readonly alias: number | undefined;
}

/**
 * Parses a YAML template with CloudFormation's short forms (`!Ref X`) written out (`{ Ref: X }`), aliases and merge keys followed, and scalars
 * as YAML 1.1 has them: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
 */
export function parseYaml(text: string): Attempt<Json> & Partial<YamlOddities> {
  if (text.length > MAX_YAML_BYTES) return { problem: `is YAML larger than ${MAX_YAML_BYTES / 1024 / 1024} MiB` };
  // Loaded here because the CDK writes JSON, and `yaml` would cost every run 30 ms. `require` because the loader is synchronous.
  const yaml = createRequire(import.meta.url)('yaml') as typeof import('yaml');
  const lines = new yaml.LineCounter();
  try {
    // The parser's own messages quote the text, so only its code and line are taken.
    // The check for unique keys compares each key with each other; the last one wins, as in JSON.
    const options = { schema: 'core', prettyErrors: false, lineCounter: lines, logLevel: 'error', uniqueKeys: false } as const;
    const document = yaml.parseDocument(text, options);
    const error = document.errors[0];
    if (error?.code === 'RESOURCE_EXHAUSTION') return { problem: TOO_DEEP };
    if (error !== undefined) return { problem: `is not valid YAML (line ${lineOf(lines, error.pos[0])}, ${error.code})` };
    const converter = new Converter(yaml, (node) => lineOf(lines, node.range?.[0] ?? 0));
    return { value: converter.convert(document.contents, 0), repeated: converter.repeated, alias: converter.alias };
  } catch (error) {
    if (error instanceof UnusableYaml) return { problem: error.message };
    if (error instanceof RangeError) return { problem: TOO_DEEP };
    return { problem: 'is not valid YAML' };
  }
}

function lineOf(lines: LineCounter, offset: number): number {
  return lines.linePos(offset).line;
}

class UnusableYaml extends Error {}

/** Turns nodes into JSON itself: `toJS` knows neither the tags nor a limit of depth. */
class Converter implements YamlOddities {
  readonly repeated: { readonly key: string; readonly line: number }[] = [];
  alias: number | undefined;
  readonly #yaml: typeof import('yaml');
  readonly #lineOf: (node: Node) => number;
  readonly #anchors = new Map<string, Node>();
  #values = 0;

  constructor(yaml: typeof import('yaml'), lineOf: (node: Node) => number) {
    this.#yaml = yaml;
    this.#lineOf = lineOf;
  }

  convert(node: unknown, depth: number): Json {
    if (depth > MAX_DEPTH) throw new UnusableYaml(TOO_DEEP);
    if (++this.#values > MAX_VALUES) throw new UnusableYaml(`holds more than ${MAX_VALUES} values once its aliases are written out`);
    if (this.#yaml.isAlias(node)) {
      this.alias ??= this.#lineOf(node);
      return this.convert(this.#anchored(node.source), depth + 1);
    }
    if (this.#yaml.isNode(node) && 'anchor' in node && node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    const value = this.#untagged(node, depth);
    const tag = this.#yaml.isNode(node) ? shortForm(node) : undefined;
    return tag === undefined ? value : writeOut(tag, value);
  }

  /** Anchors stand before their aliases. An alias within its own anchor ends at the limit of depth. */
  #anchored(name: string): Node {
    const node = this.#anchors.get(name);
    if (node === undefined) throw new UnusableYaml('has an alias without an anchor');
    return node;
  }

  #untagged(node: unknown, depth: number): Json {
    if (this.#yaml.isMap(node)) return this.#object(node, depth);
    if (this.#yaml.isSeq(node)) return (node as YAMLSeq).items.map((item) => this.convert(item, depth + 1));
    return this.#yaml.isScalar(node) ? scalar(node) : null;
  }

  #object(map: YAMLMap, depth: number): Json {
    const entries = new Map<string, Json>();
    const merged: Json[] = [];
    for (const { key, value } of map.items) {
      const name = String(this.#yaml.isScalar(key) ? key.value : key);
      const converted = this.convert(value, depth + 1);
      if (name === '<<' && this.#yaml.isScalar(key) && key.type === 'PLAIN') {
        merged.push(...(Array.isArray(converted) ? (converted as readonly Json[]) : [converted]));
        continue;
      }
      if (entries.has(name) && this.#yaml.isNode(key) && this.repeated.length < MAX_REPEATED)
        this.repeated.push({ key: name, line: this.#lineOf(key) });
      entries.set(name, converted);
    }
    // What stands in the map itself counts before what is merged in, and the first of several before the others.
    for (const other of merged) {
      if (!isObject(other)) continue;
      for (const [name, value] of Object.entries(other)) if (!entries.has(name)) entries.set(name, value);
      this.#values += Object.keys(other).length;
    }
    // fromEntries makes `__proto__` an ordinary key; an assignment would not.
    return Object.fromEntries(entries);
  }
}

/** Enough to see that a file is not what it seems. */
const MAX_REPEATED = 20;

/** YAML 1.1 has more words for booleans, and leaves `012345678901` a text: an account, which a number would cut short. */
function scalar({ value, source = '', type }: Scalar): Json {
  if (type === 'PLAIN' && typeof value === 'string' && /^(?:yes|no|on|off)$/i.test(value)) return /^(?:yes|on)$/i.test(value);
  if (typeof value === 'number') return isPlainNumber(source, value) ? value : source;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return value == null ? null : String(value);
}

/** Whether a number is written as JSON would write it, as far as that matters: no digit may get lost. */
function isPlainNumber(source: string, value: number): boolean {
  return source === '' || (!/^[-+]?0\d/.test(source) && (Number.isSafeInteger(value) || !/^[-+]?\d+$/.test(source)));
}

/** `GetAtt` of `!GetAtt`; undefined for YAML's own tags. */
function shortForm(node: Node): string | undefined {
  return /^!([A-Za-z][A-Za-z0-9:]*)$/.exec(node.tag ?? '')?.[1];
}

function writeOut(tag: string, value: Json): Json {
  if (tag === 'Ref' || tag === 'Condition') return { [tag]: value };
  if (tag === 'GetAtt' && typeof value === 'string') return { 'Fn::GetAtt': splitOnce(value) };
  return { [`Fn::${tag}`]: value };
}

/** A logical id has no dots, an attribute may (`Outputs.Arn`). */
function splitOnce(text: string): readonly string[] {
  const dot = text.indexOf('.');
  return dot < 0 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
}
