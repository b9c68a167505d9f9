import type { Loss } from '../../resilience/lose.js';
import { escapeControlCharacters } from '../text/escape.js';
import { createLayout, type Layout } from '../text/layout.js';
import { safeJson } from '../text/safe-json.js';
import { nameOf } from './words.js';

export function lossesToJson(losses: readonly Loss[]): string {
  return `${safeJson({ version: 1, losses }, 2)}\n`;
}

/** What still works without a region, path by path. */
export function lossesToTerminal(losses: readonly Loss[], options: { readonly colors: boolean; readonly width: number }): string {
  const layout = createLayout(options);
  return `${losses.map((loss) => linesOf(loss, layout).join('\n')).join('\n\n')}\n`;
}

function linesOf({ contract, region, lost, waysIn, paths, data }: Loss, layout: Layout): readonly string[] {
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', `  ${layout.style('bold', title)}`, ...lines];
  return [
    `${layout.style('bold', escapeControlCharacters(contract))} without ${region}: ${lost} resources are lost`,
    ...section(
      'Ways in',
      waysIn.map(({ name, works, because }) => line(works, `${name}: ${because}`, layout)),
    ),
    ...section(
      'Paths',
      paths.map(({ region: other, path, uses, works, needs }) => {
        const end = works ? (uses.length > 0 ? `, which uses ${uses.join(', ')}` : '') : `, which needs ${[...new Set(needs)].join(', ')}`;
        return line(works, `${other}: ${path.join(' → ')}${end}`, layout);
      }),
    ),
    ...section(
      'Data',
      data.map(({ at, what, works, because }) => line(works, `${what} ${nameOf(at)}: ${because}`, layout)),
    ),
  ];
}

const WIDTH = 10;

function line(works: boolean | null, text: string, layout: Layout): string {
  const word =
    works === null
      ? layout.style('dim', 'unknown'.padEnd(WIDTH))
      : works
        ? layout.style('green', 'works'.padEnd(WIDTH))
        : layout.style('red', 'lost'.padEnd(WIDTH));
  return `    ${word}${escapeControlCharacters(text)}`;
}
