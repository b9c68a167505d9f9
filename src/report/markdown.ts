import type { Finding, RelatedPlace, Report, ReportStack } from '../finding/report.js';
import { graphToMermaid } from './graph-mermaid.js';
import { groupBy } from './group-by.js';
import { code, codeLink, htmlCode, htmlText, prose, short } from './markdown-text.js';
import type { ReportContext } from './reporter.js';
import { counted, findingsInWords, groupFindings, pathInWords, scopeInWords, stackInWords, subjectInWords } from './words.js';

type Context = Pick<ReportContext, 'checks' | 'elsewhere' | 'graph' | 'linkTo' | 'showValues'>;

/** GitHub takes comments of 65,536 characters: https://github.com/orgs/community/discussions/27190 */
export const COMMENT_BYTES = 65_000;
/** And 1 MiB for the summary of a step: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
export const SUMMARY_BYTES = 1_000_000;

const MAX_STACKS = 50;
const MAX_PLACES = 50;
const MAX_RELATED = 10;
/** Larger pictures say nothing beside a list of findings. */
const MAX_MAP_LINES = 150;

/** For comments, summaries and wikis, without the values of properties unless they are asked for. Fits into `bytes`. */
export function reportMarkdown(report: Report, context: Context, bytes = COMMENT_BYTES): string {
  const groups = groupFindings(report.findings);
  const blocks = [heading(report), ...table(report), ...remarks(report), ...map(context)];
  const shown: string[] = [];
  const rest = (): number => groups.slice(shown.length).reduce((sum, { length }) => sum + length, 0);
  const end = (): readonly string[] => (rest() > 0 ? [`And ${counted(rest(), 'more finding')}: ${prose(context.elsewhere)}.`] : []);
  for (const group of groups) {
    const block = details(group, context);
    if (sizeOf([...blocks, ...shown, block, ...end()]) > bytes) break;
    shown.push(block);
  }
  // The picture is the first to go.
  const all = [...blocks, ...shown, ...end()];
  const text = sizeOf(all) > bytes ? [heading(report), ...end()] : all;
  return `${text.join('\n\n')}\n`;
}

function sizeOf(blocks: readonly string[]): number {
  return new TextEncoder().encode(blocks.join('\n\n')).length + 1;
}

function heading(report: Report): string {
  return `## synthcheck: ${findingsInWords(report)}\n\n${prose(short(scopeInWords(report), 1_000))}.`;
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
  return [['| stack | error | warning | info |', '|---|--:|--:|--:|', ...rows].join('\n')];
}

function stackName({ name, account, region }: ReportStack): string {
  const where = region ?? account;
  return `${code(short(name))}${where === null ? '' : ` ${code(short(where))}`}`;
}

function details(group: readonly [Finding, ...Finding[]], context: Context): string {
  const [{ severity, checkId, fix }] = group;
  const check = context.checks.get(checkId);
  const count = group.length > 1 ? ` (${group.length})` : '';
  const summary = `<b>${severity}</b> ${check === undefined ? `Rule ${htmlCode(short(checkId))}` : htmlText(check.title)}${count}`;
  const places = group.slice(0, MAX_PLACES).map((finding) => entry(finding, context));
  if (group.length > MAX_PLACES) places.push(`- and ${group.length - MAX_PLACES} more`);
  const advice = check?.docs.fix ?? (context.showValues ? fix : '');
  return [
    `<details><summary>${summary}</summary>`,
    places.join('\n'),
    ...(advice === '' ? [] : [`**Fix:** ${prose(short(advice, 2_000))}`]),
    `Check: ${code(short(checkId))}`,
    '</details>',
  ].join('\n\n');
}

function entry(finding: Finding, context: Context): string {
  const { message, related } = finding;
  const lines = [
    `- ${placeOf(finding, context)}`,
    ...(context.showValues ? [`  ${prose(short(message, 2_000))}`] : []),
    ...related.slice(0, MAX_RELATED).map((place) => {
      const why = context.showValues ? `: ${prose(short(place.message, 1_000))}` : '';
      return `  - with ${placeOf(place, context)}${why}`;
    }),
    ...(related.length > MAX_RELATED ? [`  - and ${related.length - MAX_RELATED} more`] : []),
  ];
  return lines.join('\n');
}

function placeOf(place: Omit<RelatedPlace, 'message'>, { linkTo }: Context): string {
  const { source, stack, propertyPath } = place;
  const property = propertyPath.length === 0 ? '' : `, ${code(short(pathInWords(propertyPath)))}`;
  const made = source === null ? '' : `, ${codeLink(short(`${source.file}:${source.line}`), linkTo(source.file, source.line))}`;
  return `${code(short(subjectInWords(place)))}${property}${made}, stack ${code(short(stackInWords(stack)))}`;
}

function remarks({ diagnostics }: Report): readonly string[] {
  if (diagnostics.length === 0) return [];
  const lines = diagnostics.slice(0, MAX_PLACES).map(({ severity, message, file }) => {
    const place = file === undefined ? '' : `${code(short(file))}: `;
    return `- ${severity}: ${place}${prose(short(message, 500))}`;
  });
  if (diagnostics.length > MAX_PLACES) lines.push(`- and ${diagnostics.length - MAX_PLACES} more`);
  return [`<details><summary>About the assembly and the run (${diagnostics.length})</summary>\n\n${lines.join('\n')}\n\n</details>`];
}

/** The stacks and how they are linked; with many stacks the regions. */
function map({ graph }: Context): readonly string[] {
  if (graph.stacks.length < 2) return [];
  const pictures = (['stacks', 'regions'] as const).map((level) => graphToMermaid(graph, level));
  const picture = pictures.find((text) => text.split('\n').length <= MAX_MAP_LINES && text.length < 20_000);
  return picture === undefined ? [] : [`\`\`\`mermaid\n${picture}\`\`\``];
}
