import type { GraphDocument } from '../../graph/document.js';
import { countConnections } from './connections.js';
import { foldedInWords, LEVELS, type Level, type Outline, type OutlineBox, outlineOf } from './outline.js';

/** More than a person can follow; `level` asks for more. */
const MAX_RESOURCES = 80;
const MAX_LINES = 250;
/** What GitHub draws: https://github.com/mermaid-js/mermaid/blob/develop/packages/mermaid/src/schemas/config.schema.yaml (maxEdges, maxTextSize) */
const MAX_DRAWN_LINES = 500;
const MAX_TEXT = 50_000;

/** A flowchart that GitHub draws in Markdown: https://mermaid.js.org/syntax/flowchart.html. Folded as far as it must be, unless a level is asked for. */
export function graphToMermaid(document: GraphDocument, level?: Level): string {
  if (level !== undefined) return write(document, outlineOf(document, level));
  for (const candidate of LEVELS.slice(0, -1)) {
    if (candidate === 'resources' && document.resources.length > MAX_RESOURCES) continue;
    const outline = outlineOf(document, candidate);
    const text = write(document, outline);
    const most = candidate === 'resources' ? MAX_LINES : MAX_DRAWN_LINES;
    if (outline.lines.length <= most && text.length <= MAX_TEXT) return text;
  }
  return write(document, outlineOf(document, 'regions'));
}

function write(document: GraphDocument, outline: Outline): string {
  const folded = foldedInWords(document, outline);
  const { exact, inferred, external, unknown } = countConnections(document);
  const ids = new Map<string, string>();
  const idOf = (key: string): string => {
    const id = ids.get(key) ?? `n${ids.size}`;
    ids.set(key, id);
    return id;
  };
  const box = ({ key, label, children }: OutlineBox, indent: string): readonly string[] => {
    const named = `${idOf(key)}["${label.map(escapeMermaid).join('<br/>')}"]`;
    if (children.length === 0) return [indent + named];
    return [`${indent}subgraph ${named}`, ...children.flatMap((child) => box(child, `${indent}  `)), `${indent}end`];
  };
  return `${[
    // A title is drawn above the picture.
    ...(folded === '' ? [] : ['---', `title: ${folded}`, '---']),
    'flowchart LR',
    `  %% ${exact} links are exact, ${inferred} inferred; ${external} lead out of these stacks, ${unknown} are unknown`,
    ...outline.boxes.flatMap((region) => box(region, '  ')),
    ...outline.lines.map(({ from, to, label, crosses, inferred: isInferred }) => {
      const arrow = crosses === 'region' ? '==>' : isInferred ? '-.->' : '-->';
      return `  ${idOf(from)} ${arrow}${label === '' ? '' : `|"${escapeMermaid(label)}"|`} ${idOf(to)}`;
    }),
  ].join('\n')}\n`;
}

/** Everything but plain characters becomes an entity code: https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters */
function escapeMermaid(text: string): string {
  return text.replace(/[^\w .,:/()×-]/gu, (character) => `#${character.codePointAt(0)};`);
}
