import { createRequire } from 'node:module';
import { findNodeAtLocation, type Node, type ParseError, type ParseOptions, parseTree, printParseErrorCode } from 'jsonc-parser';

/** Where something stands in a text; both count from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** What a configuration file holds, and where each part of it stands. */
export interface ParsedText {
  readonly value: unknown;
  /** Undefined for what is not in the text. */
  positionOf(path: readonly (string | number)[]): TextPosition | undefined;
}

/** What is wrong with a text, without a word of it: the file may be a link to another. */
export interface TextProblem {
  readonly problem: string;
  readonly position: TextPosition | undefined;
}

const OPTIONS: ParseOptions = { allowTrailingComma: true, disallowComments: false };

/** JSON with comments and trailing commas, as the README's example has them and as editors write `jsonc`. */
export function parseJsonText(text: string): ParsedText | TextProblem {
  try {
    return parseJsonTree(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { problem: 'is nested too deeply', position: undefined };
  }
}

function parseJsonTree(text: string): ParsedText | TextProblem {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, OPTIONS);
  const [error] = errors;
  if (error !== undefined || tree === undefined)
    return {
      problem: `is not valid JSON${error === undefined ? '' : ` (${wordsOf(printParseErrorCode(error.error))})`}`,
      position: positionAt(text, error?.offset ?? 0),
    };
  return {
    value: contentOf(tree),
    positionOf(path) {
      const node = findNodeAtLocation(tree, [...path]);
      // A property begins with its key.
      return node === undefined ? undefined : positionAt(text, (node.parent?.type === 'property' ? node.parent : node).offset);
    },
  };
}

export function parseYamlText(text: string): ParsedText | TextProblem {
  const yaml = createRequire(import.meta.url)('yaml') as typeof import('yaml');
  const document = yaml.parseDocument(text, { logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) {
    const [start] = error.linePos ?? [];
    return { problem: 'is not valid YAML', position: start && { line: start.line, column: start.col } };
  }
  try {
    // An empty file is an empty configuration.
    const value: unknown = document.toJS() ?? {};
    return {
      value,
      positionOf(path) {
        const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
        const pair = yaml.isMap(parent) ? parent.items.find(({ key }) => yaml.isScalar(key) && key.value === path.at(-1)) : undefined;
        const node = yaml.isScalar(pair?.key) ? pair.key : document.getIn(path, true);
        const offset = yaml.isNode(node) ? node.range?.[0] : undefined;
        return offset === undefined ? undefined : positionAt(text, offset);
      },
    };
  } catch {
    return { problem: 'is not valid YAML', position: undefined };
  }
}

/** As `JSON.parse` has it: `__proto__` is a key like any other, which the package's own function takes for the prototype. */
function contentOf({ type, value, children = [] }: Node): unknown {
  if (type === 'array') return children.map(contentOf);
  if (type !== 'object') return value;
  const object = {};
  for (const { children: [key, content] = [] } of children) {
    if (key === undefined || content === undefined) continue;
    Object.defineProperty(object, String(key.value), { value: contentOf(content), enumerable: true, writable: true, configurable: true });
  }
  return object;
}

/** `PropertyNameExpected` as a person would say it. */
function wordsOf(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
