import { counted } from '../../counted.js';
import { formatPath } from '../../finding/format-path.js';
import type { Finding, RelatedPlace, Report, ReportDiagnostic } from '../../finding/report.js';
import { groupBy } from '../../group-by.js';
import type { ReportContext } from '../reporter.js';
import { escapeControlCharacters, escapeWorkflowCommands } from '../text/escape.js';
import { short } from '../text/markdown.js';
import { formatSubject, formatTemplatePlace, groupFindings, resultInWords } from '../text/words.js';
import { type Cause, countStacks, groupByCause } from './causes.js';

type Context = Pick<ReportContext, 'showSource' | 'checkAgain' | 'hasTools' | 'bytes'>;
type Group = ReturnType<typeof groupFindings>[number];

/** What coding agents read of one command before they cut it is 30,000 characters or less. */
const DEFAULT_BYTES = 16_000;
/** Causes of one check that are shown when there is no room for all, so that one check cannot hide the others. */
const FEWER = [
  [5, false],
  [2, false],
] as const;
/** All causes, with the code of fixes if there is room. */
const ALL = [
  [Number.POSITIVE_INFINITY, true],
  [Number.POSITIVE_INFINITY, false],
] as const;
/** The shortest cause that there is takes more. */
const LEAST_BYTES = 60;
const MAX_RELATED = 3;
/** Characters of a fix, when it has more than one sentence. */
const MAX_FIX = 180;
/** Names come from templates, and may be as long as those allow. */
const MAX_TEXT = 500;
const MAX_REST = 20;
/** How many messages about the run there are around the findings, and the characters of a line there: the first that takes half the room or less. */
const FRAMES = [
  [5, MAX_TEXT],
  [2, 150],
  [0, 60],
] as const;

/** How to ask for more: with options of the command, or with arguments of the tools. */
const ASKING = {
  command: {
    only: (id: string) => `--only ${id}`,
    explain: (id: string) => `synthcheck explain ${id}`,
    all: ': `--format json` has them.',
    places: ': --format json',
  },
  tools: {
    only: (id: string) => `\`only: ["${id}"]\``,
    explain: (id: string) => `\`explain\` with \`id: "${id}"\``,
    all: '.',
    places: '',
  },
} as const;

const askingOf = ({ hasTools }: Context) => (hasTools ? ASKING.tools : ASKING.command);

const encoder = new TextEncoder();

/**
 * For coding agents: the numbers, then each cause in a few lines with the place in the app, what is wrong, and the fix, then the command that checks
 * again. Fits into `bytes`: what has no room is counted by check.
 */
export function reportAgent(report: Report, context: Context): string {
  const { bytes = DEFAULT_BYTES } = context;
  const groups = groupFindings(report.findings);
  // Names of folders and stacks may take any length.
  const frames = FRAMES.map(([messages, most]) => ({
    start: [startOf(report, most), ...diagnosticsOf(report, context, messages, most)].join('\n'),
    end: endOf(report, groups, context, most),
  }));
  const { start, end } = frames.find((frame) => lengthOf(frame.start + frame.end) <= bytes / 2) ?? (frames.at(-1) as Frame);
  const assemble = (blocks: readonly string[], rest: readonly string[]): string =>
    `${escapeWorkflowCommands([start, ...blocks, ...(rest.length > 0 ? [rest.join('\n')] : []), end].join('\n\n'))}\n`;
  const fits = (text: string): boolean => lengthOf(text) <= bytes;

  const isHopeless = groupByCause(report.findings).length * LEAST_BYTES > bytes;
  let blocks: readonly Block[] = [];
  for (const [most, hasCode] of isHopeless ? FEWER : [...ALL, ...FEWER]) {
    blocks = groups.map((group) => writeGroup(group, most, { ...context, hasCode }));
    const text = assemble(
      blocks.map((block) => block.text),
      restOf(blocks, [], context),
    );
    if (fits(text)) return text;
  }
  for (let shown = blocks.length - 1; shown > 0; shown--) {
    const text = assemble(
      blocks.slice(0, shown).map((block) => block.text),
      restOf(blocks.slice(0, shown), groups.slice(shown), context),
    );
    if (fits(text)) return text;
  }
  for (let listed = MAX_REST; listed > 0; listed--) {
    const text = assemble([], restOf([], groups, context, listed));
    if (fits(text)) return text;
  }
  return assemble([], [`${counted(report.findings.length, 'finding')} not shown.`]);
}

interface Frame {
  readonly start: string;
  readonly end: string;
}

function lengthOf(text: string): number {
  return encoder.encode(text).length;
}

function startOf(report: Report, most: number): string {
  return line(`synthcheck: ${resultInWords(report)}.`, most);
}

/** What could not be read, and the configuration that applied. */
function diagnosticsOf({ diagnostics }: Report, context: Context, messages: number, most: number): readonly string[] {
  const left = diagnostics.length - messages;
  return [
    ...diagnostics.slice(0, messages).map((diagnostic) => line(writeDiagnostic(diagnostic), most)),
    ...(left > 0 ? [`${counted(left, 'more message')} about the assembly and the run${askingOf(context).all}`] : []),
  ];
}

function writeDiagnostic({ severity, message, file }: ReportDiagnostic): string {
  return `${severity}: ${file === undefined ? '' : `${file}: `}${message}`;
}

interface GroupContext extends Context {
  readonly hasCode: boolean;
}

interface Block {
  readonly text: string;
  /** Findings that `text` leaves out. */
  readonly left: number;
}

function writeGroup(group: Group, most: number, context: GroupContext): Block {
  const [{ severity, checkId, fix }] = group;
  const causes = groupByCause(group);
  const left = causes.slice(most).flat().length;
  // A message that several places share is written once, and so is its fix.
  const alike = [...groupBy(causes.slice(0, most), ([{ message, fix, related }]) => JSON.stringify([message, fix, related])).values()];
  const isOneFix = causes.every(([finding]) => finding.fix === fix);
  const lines = [
    line(`${severity} ${checkId}${group.length > 1 ? ` (${group.length})` : ''}`),
    ...alike.flatMap((causes) => [
      ...causes.map((cause) => writePlace(cause, context)),
      ...writeMessage(causes[0][0], context),
      ...(isOneFix ? [] : writeFix(causes[0][0], context)),
    ]),
    ...(left > 0 ? [`  ${left} more: ${line(askingOf(context).only(checkId))}`] : []),
    ...(isOneFix ? writeFix(group[0], context) : []),
  ];
  return { text: lines.join('\n'), left };
}

/** `lib/data.ts:31 Data/Bucket BucketName (us-east-1), also 3 more places in 2 stacks`. */
function writePlace([finding, ...others]: Cause, context: Context): string {
  const { propertyPath, stack } = finding;
  const subject = subjectOf(finding);
  const words = [
    placeOf(finding, context),
    subject,
    ...(propertyPath.length === 0 ? [] : [formatPath(propertyPath)]),
    // The path of a construct begins with its stack, mostly.
    ...(subject.includes(stack.name) ? [] : [`of ${stack.name}`]),
    ...(stack.region === null ? [] : [`(${stack.region})`]),
  ];
  const also = others.length === 0 ? '' : `, also ${counted(others.length, 'more place')} in ${counted(countStacks(others), 'stack')}`;
  return `${line(words.join(' '))}${also}`;
}

function writeMessage({ message, related, severity }: Finding, context: Context): readonly string[] {
  const byMessage = groupBy(severity === 'info' ? [] : related, (place) => place.message);
  const lines = [...byMessage.values()].map((places) => {
    const shown = places.slice(0, MAX_RELATED).map((place) => (place.source === null ? subjectOf(place) : placeOf(place, context)));
    const more = places.length > MAX_RELATED ? ` and ${places.length - MAX_RELATED} more` : '';
    return `  see ${line(`${[...new Set(shown)].join(', ')}${more}: ${places[0].message}`)}`;
  });
  const left = lines.length - MAX_RELATED;
  return [
    `  ${line(message)}`,
    ...lines.slice(0, MAX_RELATED),
    ...(left > 0 ? [`  see ${counted(left, 'more place')}${askingOf(context).places}`] : []),
  ];
}

/** What is only worth knowing is explained where it is asked for. */
function writeFix({ severity, fix, fixExample }: Finding, { hasCode }: GroupContext): readonly string[] {
  if (fix === '' || severity === 'info') return [];
  const code = hasCode && fixExample !== undefined ? fixExample.text.split('\n') : [];
  return [`  fix: ${line(firstSentences(fix))}`, ...code.map((text) => `    ${line(text)}`)];
}

/** Fixes begin with what is mostly right; `explain` has what else there is. */
function firstSentences(text: string): string {
  const sentences = text.split(/(?<=;) |(?<=\.) (?=[A-Z`])/);
  let first = sentences[0] ?? '';
  for (const sentence of sentences.slice(1)) {
    if (first.length + sentence.length >= MAX_FIX) break;
    first += ` ${sentence}`;
  }
  return first.replace(/;$/, '.');
}

/** `lib/data.ts:31`; where the app's line is not known, that of the template. */
function placeOf(place: Pick<RelatedPlace, 'source' | 'stack' | 'template'>, { showSource }: Context): string {
  const { source, stack } = place;
  if (source === null) return formatTemplatePlace(place);
  return `${source.approximate ? 'near ' : ''}${showSource(source.file, stack.assembly)}:${source.line}`;
}

/** The construct as the app names it: `Resource` at the end is CDK's own. */
function subjectOf(place: Parameters<typeof formatSubject>[0]): string {
  return formatSubject(place).replace(/\/Resource$/, '');
}

/** How many findings of which checks are not shown. */
function restOf(shown: readonly Block[], hidden: readonly Group[], context: Context, most = MAX_REST): readonly string[] {
  const cut = shown.reduce((sum, { left }) => sum + left, 0);
  const left = hidden.reduce((sum, { length }) => sum + length, cut);
  if (hidden.length === 0) return [];
  const more = hidden.slice(most);
  return [
    `Not shown: ${counted(left, 'finding')}. ${askingOf(context).only('ID')} shows those of one check:`,
    ...hidden.slice(0, most).map((group) => line(`${group.length} ${group[0].severity} ${group[0].checkId}`)),
    ...(more.length > 0 ? [`${more.flat().length} of ${counted(more.length, 'more check')}`] : []),
  ];
}

function endOf({ findings }: Report, groups: readonly Group[], context: Context, most: number): string {
  const again = line(`Check again: ${context.checkAgain}`, most);
  const { only, explain } = askingOf(context);
  if (findings.length === 0) return again;
  const [[{ checkId }]] = groups as readonly [Group];
  return `${again}\nOne check alone: ${only('ID')}. Why, other fixes, an example, how to accept it: ${line(explain(checkId), most)}`;
}

/** Nothing of a name begins a line of its own. */
function line(text: string, most = MAX_TEXT): string {
  return short(escapeControlCharacters(text), most);
}
