import type { DiffReport, PropertyChange } from '../../diff/report.js';
import type { ReportContext } from '../reporter.js';
import { escapeControlCharacters, escapeWorkflowCommands } from '../text/escape.js';
import { createLayout, type Layout, type Style } from '../text/layout.js';
import type { ChangedGraph } from './changed-graph.js';
import { type Entry, outlineOf, type Section, type Tone } from './outline.js';
import { foldedInWords, propertyInWords, verdictOf } from './words.js';

/** `showValues`: whether the values of properties may be shown in formats that leave them out otherwise. */
export interface DiffReporterOptions
  extends Pick<ReportContext, 'bytes' | 'colors' | 'width' | 'showValues' | 'appOf' | 'checks' | 'exitCode' | 'linkTo'> {
  /** Both sides as one graph, for a picture of the changes. */
  readonly changedGraph: () => Promise<ChangedGraph>;
}

/** Turns a diff into the text of one format. Writes nothing. */
export type DiffReporter = (report: DiffReport, options: DiffReporterOptions) => string | Promise<string>;

const STYLES: Readonly<Record<Tone, Style>> = { bad: ['bold', 'red'], warning: ['bold', 'yellow'], good: 'green', plain: 'cyan' };
/** Of what changes nothing dangerous, so many lines are shown; all of it is in the other formats. */
const MAX_COLLAPSED = 15;
/** Of what needs a decision: more than this nobody decides in a terminal. The worst stand first. */
const MAX_PROMINENT = 50;
const MAX_LINES = 10;

/** For people: what needs a decision in full, the rest in a line each. */
export function reportDiffTerminal(report: DiffReport, options: Pick<DiffReporterOptions, 'colors' | 'width' | 'showValues'>): string {
  const { showValues } = options;
  const layout = createLayout(options);
  const folded = foldedInWords(report);
  const order = report.deployment.order.map(({ stack }) => stack.name);
  const blocks = [
    layout.wrap(layout.style('bold', escapeControlCharacters(verdictOf(report))), ''),
    ...outlineOf(report).map((section) => writeSection(section, showValues, layout)),
    ...report.diagnostics.map(({ severity, message, file }) =>
      layout.wrap(escapeControlCharacters(`${severity}: ${file === undefined ? '' : `${file}: `}${message}`), ''),
    ),
    ...(order.length > 1 ? [layout.wrap(`${layout.style('bold', 'Order:')} ${escapeControlCharacters(order.join(', '))}`, '')] : []),
    ...(folded === '' ? [] : [layout.wrap(layout.style('dim', escapeControlCharacters(`Without effect: ${folded}.`)), '')]),
  ];
  return `${escapeWorkflowCommands(blocks.join('\n\n'))}\n`;
}

function writeSection({ title, entries, isCollapsed }: Section, showValues: boolean, layout: Layout): string {
  const heading = layout.style(['bold', 'underline'], `${title} (${entries.length})`);
  const shown = entries.slice(0, isCollapsed ? MAX_COLLAPSED : MAX_PROMINENT);
  const rest = entries.length - shown.length;
  const more = rest > 0 ? [`  and ${rest} more (\`--format json\` or \`html\` shows all)`] : [];
  if (!isCollapsed) return [heading, ...shown.map((entry) => writeEntry(entry, showValues, layout)), ...more].join('\n\n');
  const lines = shown.map((entry) => [writeLine(entry, layout), ...(showValues ? propertyLines(entry, true) : [])].join('\n'));
  return [heading, ...lines, ...more].join('\n');
}

function writeEntry(entry: Entry, showValues: boolean, layout: Layout): string {
  const { tone, label, subject, stack, source, message, fix, steps = [] } = entry;
  const where = [stack === '' ? '' : `stack ${stack}`, source].filter((text) => text !== '').join('  ');
  return [
    `  ${layout.style(STYLES[tone], label)} ${layout.style('bold', escapeControlCharacters(subject))}`,
    ...(where === '' ? [] : [`    ${layout.style('dim', escapeControlCharacters(where))}`]),
    layout.wrap(escapeControlCharacters(message), '    '),
    ...propertyLines(entry, showValues),
    ...(fix === null ? [] : [layout.wrap(`${layout.style('green', 'Fix:')} ${escapeControlCharacters(fix)}`, '    ')]),
    ...steps.map((step) => `      ${escapeControlCharacters(step)}`),
  ].join('\n');
}

function writeLine({ tone, subject, message, source, label }: Entry, { style }: Layout): string {
  const text = message === 'New.' ? '' : `: ${message}`;
  const what = tone === 'plain' || label === 'added' ? subject : `${label} ${subject}`;
  return `  ${escapeControlCharacters(what)}${escapeControlCharacters(text)}${source === '' ? '' : `  ${style('dim', escapeControlCharacters(source))}`}`;
}

/** What differs, and grants that come and go: a line each. */
function propertyLines({ properties, lines }: Entry, showValues: boolean): readonly string[] {
  const details = [...properties.map((change) => writeProperty(change, showValues)), ...lines];
  const shown = details.slice(0, MAX_LINES);
  if (details.length > shown.length) shown.push(`and ${details.length - shown.length} more`);
  return shown.map((line) => `      ${escapeControlCharacters(line)}`);
}

function writeProperty(change: PropertyChange, showValues: boolean): string {
  if (!showValues) return propertyInWords(change);
  const { before, after } = change;
  const values = change.change === 'changed' ? `${before} → ${after}` : (after ?? before ?? '');
  return `${propertyInWords(change)}: ${values}`;
}
