import { counted } from '../../counted.js';
import type { DiffReport } from '../../diff/report.js';
import { shortList } from '../../short-list.js';
import { code, prose, short } from '../text/markdown.js';
import { remarks } from '../text/remarks.js';
import { type Entry, outlineOf, type Section } from './outline.js';
import type { DiffReporterOptions } from './terminal.js';
import { foldedInWords, propertyInWords, verdictOf } from './words.js';

/** GitHub takes comments of 65,536 characters. */
const MAX_LENGTH = 65_000;
/** Room for what stands at the end. */
const RESERVE = 3_000;
const MAX_LINES = 12;
/** Rows of a table. */
const MAX_ROWS = 50;
const MAX_ORDER = 12;

/** For a comment on a pull request: the verdict, what needs a decision as tables, the rest folded. Values of properties only when asked for. */
export function reportDiffMarkdown(report: DiffReport, { showValues }: Pick<DiffReporterOptions, 'showValues'>): string {
  const room = new Room(MAX_LENGTH - RESERVE);
  room.add(`**${prose(verdictOf(report))}**`);
  let left = 0;
  for (const section of outlineOf(report)) left += writeSection(section, showValues, room);
  for (const part of remarks(report.diagnostics, 'the assemblies and the comparison')) if (room.has(part.length)) room.add(part);
  const order = report.deployment.order.map(({ stack }) => code(short(stack.name, 100)));
  const end = [
    ...(left > 0 ? [`${counted(left, 'more entry is', 'more entries are')} left out: \`synthcheck diff --format html\` shows all.`] : []),
    ...(order.length > 1 ? [`Deployed in this order: ${shortList(order, MAX_ORDER)}.`] : []),
    ...(report.folded.length > 0 ? [`Without effect: ${prose(foldedInWords(report))}.`] : []),
  ];
  return `${[...room.parts, ...end].join('\n\n')}\n`;
}

/** Gives the number of entries that did not fit. */
function writeSection({ title, entries, isCollapsed }: Section, showValues: boolean, room: Room): number {
  const head = `${title} (${entries.length})`;
  const [open, close] = isCollapsed ? [`<details><summary>${head}</summary>\n\n`, '\n\n</details>'] : [`### ${head}\n\n`, ''];
  const table = `${open}| | Resource | What happens |\n|---|---|---|\n`;
  const rows: string[] = [];
  let length = table.length + close.length;
  for (const entry of entries.slice(0, MAX_ROWS)) {
    const row = `${writeRow(entry, showValues)}\n`;
    if (!room.has(length + row.length)) break;
    rows.push(row);
    length += row.length;
  }
  if (rows.length > 0) room.add(`${table}${rows.join('').trimEnd()}${close}`);
  return entries.length - rows.length;
}

function writeRow({ label, subject, stack, source, message, fix, steps = [], lines, properties }: Entry, showValues: boolean): string {
  const what = [code(short(subject, 300)), stack === '' ? '' : prose(stack), source === '' ? '' : code(source)].filter(
    (text) => text !== '',
  );
  const details = [
    ...properties.map((change) => {
      const values = change.change === 'changed' ? `${change.before} → ${change.after}` : String(change.after ?? change.before);
      return propertyInWords(change) + (showValues ? `: ${values}` : '');
    }),
    ...lines,
  ];
  const shown = details.slice(0, MAX_LINES).map((detail) => code(short(detail, 300)));
  if (details.length > shown.length) shown.push(`and ${details.length - shown.length} more`);
  const folded = shown.length > 0 ? `<details><summary>${counted(details.length, 'detail')}</summary>${shown.join('<br>')}</details>` : '';
  const happens = [
    prose(short(message, 1_000)),
    fix === null ? '' : `<em>Fix:</em> ${prose(fix)}`,
    ...steps.slice(0, MAX_LINES).map((step) => prose(short(step, 300))),
  ]
    .filter((text) => text !== '')
    .join('<br>');
  return `| ${prose(label)} | ${what.join('<br>')} | ${happens}${folded} |`;
}

/** What has been written, and how much still fits. */
class Room {
  readonly parts: string[] = [];
  #left: number;
  constructor(length: number) {
    this.#left = length;
  }
  has(length: number): boolean {
    return length + 2 <= this.#left;
  }
  add(part: string): void {
    this.parts.push(part);
    this.#left -= part.length + 2;
  }
}
