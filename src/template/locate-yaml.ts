import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import type { Position, TemplatePath } from './locate.js';

/** A map that merges itself in would go on for ever. */
const MAX_MERGES = 8;

interface Found {
  readonly node: unknown;
  readonly offset: number;
}

/**
 * `locate` for a YAML template. `Fn::If` in a path also finds `!If`, at its tag
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html).
 * Below an alias, positions are those of the anchor's text. What a merge key (`<<`) brings is at the anchor's text, too.
 */
export function locateYaml(text: string, paths: readonly TemplatePath[]): (Position | undefined)[] {
  // A synthesized template is always JSON: the package is loaded only when a YAML one is met.
  const yaml = createRequire(import.meta.url)('yaml') as typeof Yaml;
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const lineCounter = new yaml.LineCounter();
  // The check for unique keys takes time in the square of a map's size; short tags are unknown to the schema and would each make a warning.
  const document = yaml.parseDocument(source, { lineCounter, uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const root = document.contents;
  if (root === null || root.range == null) return paths.map(() => undefined);
  const start = root.range[0];

  return paths.map((path) => {
    let found: Found = { node: root, offset: start };
    for (const part of path) {
      const child = findChild(found.node, part);
      if (child === undefined) break;
      found = child;
    }
    const { line, col } = lineCounter.linePos(found.offset);
    return { line, column: col };
  });

  function findChild(parent: unknown, part: string | number, merges = 0): Found | undefined {
    const node = yaml.isAlias(parent) ? parent.resolve(document) : parent;
    if (!yaml.isNode(node)) return undefined;
    if (node.tag !== undefined && functionOf(node.tag) === part) return { node, offset: startOf(node) };
    if (yaml.isMap(node)) {
      // As for JSON, the last of equal keys wins.
      const pair = node.items.findLast(({ key }) => yaml.isScalar(key) && String(key.value) === String(part));
      if (pair !== undefined && yaml.isScalar(pair.key)) return { node: pair.value, offset: startOf(pair.key) };
      return merges < MAX_MERGES ? mergedChild(node, part, merges + 1) : undefined;
    }
    const item = yaml.isSeq(node) ? node.items[Number(part)] : undefined;
    return yaml.isNode(item) ? { node: item, offset: startOf(item) } : undefined;
  }

  function mergedChild(map: Yaml.YAMLMap, part: string | number, merges: number): Found | undefined {
    for (const { key, value } of map.items) {
      if (!yaml.isScalar(key) || key.value !== '<<') continue;
      for (const source of yaml.isSeq(value) ? value.items : [value]) {
        const found = findChild(source, part, merges);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  /** The range of a node begins after its tag; a person wants to see the tag too. */
  function startOf(node: Yaml.Node): number {
    const offset = node.range?.[0] ?? start;
    if (node.tag === undefined || !node.tag.startsWith('!')) return offset;
    const tagAt = source.lastIndexOf(node.tag, offset);
    return tagAt >= 0 && source.slice(tagAt + node.tag.length, offset).trim() === '' ? tagAt : offset;
  }
}

function functionOf(tag: string): string | undefined {
  if (!tag.startsWith('!')) return undefined;
  const name = tag.slice(1);
  return name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
}
