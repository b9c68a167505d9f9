import { counted } from '../../counted.js';
import type { Finding, Report, ReportStack } from '../../finding/report.js';
import { groupBy } from '../../group-by.js';
import { graphToMermaid } from '../graph/mermaid.js';
import type { ReportContext } from '../reporter.js';
import { code, folded, prose, short } from '../text/markdown.js';
import { remarks } from '../text/remarks.js';
import { findingsInWords, groupFindings, scopeInWords } from '../text/words.js';
import { hasNew, markdownFindings } from './markdown-findings.js';

type Context = Pick<ReportContext, 'checks' | 'elsewhere' | 'graph' | 'isNew' | 'linkTo' | 'showValues' | 'stacks'>;

/** GitHub takes comments of 65,536 characters: https://github.com/orgs/community/discussions/27190 */
export const COMMENT_BYTES = 65_000;
/** And 1 MiB for the summary of a step: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
export const SUMMARY_BYTES = 1_000_000;

const MAX_STACKS = 50;
/** Larger pictures say nothing beside a list of findings. */
const MAX_MAP_LINES = 150;
const MAX_MAP_STACKS = 1_000;
const encoder = new TextEncoder();

export interface MarkdownOptions {
  readonly bytes?: number;
  /** What matters most, in place of the number of findings. */
  readonly verdict?: string | undefined;
  /** What stands before the findings: the changes since another synth. */
  readonly changes?: string | undefined;
  /** What stands behind them. */
  readonly details?: string | undefined;
}

/**
 * For comments, summaries and wikis, without the values of properties unless they are asked for. The verdict first, then what is new, and at the end
 * what gives an overview. Fits into `bytes`.
 */
export function reportMarkdown(
  report: Report,
  context: Context,
  { bytes = COMMENT_BYTES, verdict, changes, details }: MarkdownOptions = {},
): string {
  // Sorting keeps the order of what is equal.
  const groups = [...groupFindings(report.findings)].sort((a, b) => Number(hasNew(b, context)) - Number(hasNew(a, context)));
  const end = (left: number): readonly string[] => (left > 0 ? [`And ${counted(left, 'more finding')}: ${prose(context.elsewhere)}.`] : []);
  const blocks = [heading(report, verdict), ...(changes === undefined ? [] : [changes, `### Findings: ${findingsInWords(report)}`])];
  let left = report.findings.length;
  // The picture and the lists are the first to go.
  const overview = [
    ...(details === undefined ? [] : [details]),
    ...remarks(report.diagnostics, 'the assembly and the run'),
    ...table(report),
    ...map(context),
  ];
  if (sizeOf([...blocks, ...overview, ...end(left)]) > bytes) overview.length = 0;
  let room = bytes - sizeOf([...blocks, ...overview, ...end(left)]);
  for (const group of groups) {
    const block = markdownFindings(group, context);
    room -= sizeOf([block]);
    if (room < 0) break;
    blocks.push(block);
    left -= group.length;
  }
  return `${[...blocks, ...end(left), ...overview].join('\n\n')}\n`;
}

/** With the empty line after each. */
function sizeOf(blocks: readonly string[]): number {
  return blocks.reduce((sum, block) => sum + encoder.encode(block).length + 2, 0);
}

function heading(report: Report, verdict = findingsInWords(report)): string {
  return `## synthcheck: ${prose(verdict)}\n\n${prose(short(scopeInWords(report), 1_000))}.`;
}

function table({ findings }: Report): readonly string[] {
  if (findings.length === 0) return [];
  const byStack = [...groupBy(findings, ({ stack }) => JSON.stringify([stack.assembly, stack.id])).values()];
  const row = (name: string, some: readonly Finding[]): string => {
    const numbers = (['error', 'warning', 'info'] as const).map((level) => some.filter(({ severity }) => severity === level).length);
    return `| ${name} | ${numbers.map((number) => (number === 0 ? '' : number)).join(' | ')} |`;
  };
  const rows = byStack.slice(0, MAX_STACKS).map((some) => row(stackName(some[0].stack), some));
  if (byStack.length > MAX_STACKS) rows.push(row(`${byStack.length - MAX_STACKS} more stacks`, byStack.slice(MAX_STACKS).flat()));
  const text = ['| stack | error | warning | info |', '|---|--:|--:|--:|', ...rows].join('\n');
  return byStack.length === 1 ? [] : [folded(`Findings by stack (${byStack.length})`, text)];
}

function stackName({ name, account, region }: ReportStack): string {
  const where = region ?? account;
  return `${code(short(name))}${where === null ? '' : ` ${code(short(where))}`}`;
}

/** The stacks and how they are linked; with many stacks the regions. */
function map(context: Context): readonly string[] {
  const { stacks } = context;
  if (stacks.length > MAX_MAP_STACKS) return [];
  const graph = context.graph();
  if (graph.stacks.length < 2 || graph.stacks.length < stacks.length) return [];
  const pictures = (['stacks', 'regions'] as const).map((level) => graphToMermaid(graph, level));
  const picture = pictures.find((text) => text.split('\n').length <= MAX_MAP_LINES && text.length < 20_000);
  return picture === undefined ? [] : [folded('Stacks and what links them', `\`\`\`mermaid\n${picture}\`\`\``)];
}
