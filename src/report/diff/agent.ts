import { counted } from '../../counted.js';
import type { DiffReport } from '../../diff/report.js';
import { shortList } from '../../short-list.js';
import { escapeControlCharacters, escapeWorkflowCommands } from '../text/escape.js';
import { short } from '../text/markdown.js';
import { type Entry, outlineOf, type Section } from './outline.js';
import type { DiffReporterOptions } from './terminal.js';
import { foldedInWords, propertyInWords, verdictOf } from './words.js';

/** What coding agents read of one command before they cut it is 30,000 characters or less. */
const DEFAULT_BYTES = 16_000;
/** Names come from templates, and may be as long as those allow. */
const MAX_TEXT = 500;
const MAX_DETAILS = 8;
const MAX_MESSAGES = 5;
/** Subjects of a section in which nothing needs a decision. */
const MAX_NAMES = 12;

const encoder = new TextEncoder();

/**
 * For coding agents: the verdict, then what needs a decision in a few lines each, the worst first, then the names of the rest. Fits into `bytes`:
 * what has no room is counted by section.
 */
export function reportDiffAgent(report: DiffReport, { bytes = DEFAULT_BYTES }: Pick<DiffReporterOptions, 'bytes'>): string {
  const start = [`synthcheck diff: ${verdictOf(report)}`, ...messagesOf(report)].map((text) => line(text, Math.min(MAX_TEXT, bytes / 8)));
  const end = endOf(report).map((text) => line(text, Math.min(MAX_TEXT, bytes / 8)));
  let left = bytes - lengthOf([...start, ...end].join('\n')) - 200;
  const blocks: string[] = [];
  const hidden: string[] = [];
  for (const section of outlineOf(report)) {
    const { text, rest } = writeSection(section, left);
    if (text !== '') blocks.push(text);
    left -= lengthOf(text) + 2;
    if (rest > 0) hidden.push(`${rest} of ${section.title}`);
  }
  const more = hidden.length === 0 ? [] : [line(`Not shown: ${hidden.join(', ')}. --format json has all.`, 190)];
  return `${escapeWorkflowCommands([start.join('\n'), ...blocks, [...more, ...end].join('\n')].filter((text) => text !== '').join('\n\n'))}\n`;
}

function messagesOf({ diagnostics }: DiffReport): readonly string[] {
  const left = diagnostics.length - MAX_MESSAGES;
  return [
    ...diagnostics
      .slice(0, MAX_MESSAGES)
      .map(({ severity, message, file }) => `${severity}: ${file === undefined ? '' : `${file}: `}${message}`),
    ...(left > 0 ? [`${counted(left, 'more message')} about the assemblies and the run: \`--format json\` has them.`] : []),
  ];
}

function endOf(report: DiffReport): readonly string[] {
  const order = report.deployment.order.map(({ stack }) => stack.name);
  const folded = foldedInWords(report);
  return [
    ...(order.length > 1 ? [`Deployed in this order: ${order.join(', ')}.`] : []),
    ...(folded === '' ? [] : [`Without effect: ${folded}.`]),
  ];
}

/** As much of it as has room, and how many entries that leaves. */
function writeSection({ title, entries, isCollapsed }: Section, bytes: number): { readonly text: string; readonly rest: number } {
  const head = `${title} (${entries.length})`;
  if (isCollapsed) {
    const names = [...new Set(entries.map(({ subject }) => subject))];
    const text = line(`${head}: ${shortList(names, MAX_NAMES)}`);
    return lengthOf(text) > bytes ? { text: '', rest: entries.length } : { text, rest: 0 };
  }
  const blocks = [head];
  let left = bytes - lengthOf(head);
  for (const entry of entries) {
    const block = writeEntry(entry);
    left -= lengthOf(block) + 1;
    if (left < 0) break;
    blocks.push(block);
  }
  return { text: blocks.length === 1 ? '' : blocks.join('\n'), rest: entries.length - blocks.length + 1 };
}

/** `blocked bin/app.ts:31 payments-data/Ledger of payments-data (us-east-1)`, with what happens and how to avoid it below. */
function writeEntry({ label, subject, stack, source, message, fix, steps = [], properties, lines, place }: Entry): string {
  const isNamed = place !== null && subject.includes(place.stack.name);
  const region = place?.stack.region ?? null;
  const where = isNamed ? (region === null ? '' : `(${region})`) : stack === '' ? '' : `of ${stack}`;
  const head = [label, source, subject.replace(/\/Resource$/, ''), where].filter((word) => word !== '').join(' ');
  const details = [...properties.map(propertyInWords), ...lines];
  const more = details.length - MAX_DETAILS;
  return [
    line(head),
    `  ${line(message)}`,
    ...details.slice(0, MAX_DETAILS).map((detail) => `  ${line(detail)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(fix === null ? [] : [`  fix: ${line(fix)}`]),
    ...steps.map((step) => `  ${line(step)}`),
  ].join('\n');
}

function lengthOf(text: string): number {
  return encoder.encode(text).length;
}

/** Nothing of a name begins a line of its own. */
function line(text: string, most = MAX_TEXT): string {
  return short(escapeControlCharacters(text), Math.max(40, Math.floor(most)));
}
