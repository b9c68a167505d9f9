import type { GraphDocument } from '../../graph/document.js';
import { countConnections } from './connections.js';
import { foldedInWords, type Level, type OutlineBox, type OutlineLine, outlineOf } from './outline.js';

/** The graph for Graphviz: https://graphviz.org/doc/info/lang.html */
export function graphToDot(document: GraphDocument, level: Level = 'resources'): string {
  const outline = outlineOf(document, level);
  const { exact, inferred, external, unknown } = countConnections(document);
  const clusters = new Map<string, OutlineBox>();
  const box = (of: OutlineBox, indent: string): readonly string[] => {
    const label = `label=${quoted(of.label)}`;
    if (of.children.length === 0) return [`${indent}${quoted([of.key])} [${label}];`];
    clusters.set(of.key, of);
    return [
      `${indent}subgraph ${quoted([`cluster ${of.key}`])} {`,
      `${indent}  ${label};`,
      ...of.children.flatMap((child) => box(child, `${indent}  `)),
      `${indent}}`,
    ];
  };
  const boxes = outline.boxes.flatMap((region) => box(region, '  '));
  const folded = foldedInWords(document, outline);
  return `${[
    `// ${exact} links are exact, ${inferred} inferred; ${external} lead out of these stacks, ${unknown} are unknown`,
    'digraph synthcheck {',
    ...(folded === '' ? [] : [`  label=${quoted([folded])};`]),
    '  rankdir=LR;',
    '  compound=true;',
    '  node [shape=box, style=rounded, fontname="Helvetica"];',
    '  edge [fontname="Helvetica", fontsize=10];',
    '  graph [fontname="Helvetica"];',
    ...boxes,
    ...outline.lines.map((line) => `  ${writeLine(line, clusters)};`),
    '}',
  ].join('\n')}\n`;
}

const STYLES: Readonly<Record<OutlineLine['crosses'], readonly string[]>> = {
  none: [],
  stack: ['color="#1f6fd6"'],
  region: ['color="#9333c8"', 'penwidth=2.5'],
};

/** A line ends at a node: one to a cluster goes to a node in it and is cut at the border. */
function writeLine({ from, to, label, crosses, inferred }: OutlineLine, clusters: ReadonlyMap<string, OutlineBox>): string {
  const attributes = [
    ...(label === '' ? [] : [`label=${quoted([label])}`]),
    ...STYLES[crosses],
    ...(inferred ? ['style=dashed'] : []),
    ...(clusters.has(from) ? [`ltail=${quoted([`cluster ${from}`])}`] : []),
    ...(clusters.has(to) ? [`lhead=${quoted([`cluster ${to}`])}`] : []),
  ];
  const ends = `${quoted([nodeIn(from, clusters)])} -> ${quoted([nodeIn(to, clusters)])}`;
  return attributes.length === 0 ? ends : `${ends} [${attributes.join(', ')}]`;
}

function nodeIn(key: string, clusters: ReadonlyMap<string, OutlineBox>): string {
  const first = clusters.get(key)?.children[0];
  return first === undefined ? key : nodeIn(first.key, clusters);
}

/** Graphviz reads entities and backslashes in labels, and ends the text at a quote. */
function quoted(lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    line
      .replace(/\\/g, '\\\\')
      .replace(/"/g, '\\"')
      .replace(/&/g, '&amp;')
      // A command of GitHub's runner.
      .replace(/##(?=\[)/g, '#&#35;')
      .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' '),
  );
  return `"${escaped.join('\\n')}"`;
}
