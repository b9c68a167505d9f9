import { counted, grouped } from '../../counted.js';
import type { Finding, Report, ReportDiagnostic } from '../../finding/report.js';
import type { GraphDocument } from '../../graph/document.js';
import { groupBy } from '../../group-by.js';
import { LANGUAGE_NAMES, LANGUAGES } from '../../language.js';
import type { PageContent } from '../../pages/graph/page-content.js';
import type { FixCodes, ReportContext } from '../reporter.js';
import { html, htmlProse, type Markup } from '../text/html.js';
import { escapeText, fillPage, packJson } from '../text/page-parts.js';
import { findingsInWords, formatStack, scopeInWords } from '../text/words.js';
import { groupByCause } from './causes.js';
import { writeFinding, writeNotes } from './html-finding.js';

type Context = Pick<ReportContext, 'checks' | 'fixCodes' | 'graph' | 'linkTo' | 'sourceLine' | 'stacks'>;

const SEVERITIES = ['error', 'warning', 'info'] as const;
const TITLES = { error: 'Errors', warning: 'Warnings', info: 'Info' } as const;

/** One page with everything in it. All findings stand in it as text; its script filters them and draws the graph beside them. */
export async function reportHtml(report: Report, context: Context): Promise<string> {
  const [{ REPORT_PAGE }, { ELK }] = await Promise.all([import('../../generated/report-page.js'), import('../../generated/elk.js')]);
  const stacks = [...groupBy(report.findings, stackKey).values()];
  const checks = [...groupBy(report.findings, ({ checkId }) => checkId).keys()].sort();
  const stackIndex = new Map(stacks.map(([finding], index) => [stackKey(finding), index]));
  const graph = context.graph();
  const content: PageContent = { graph, report, sources: [], codes: codesOf(checks, context) };
  const option = (value: string | number, text: string): Markup => html`<option value="${value}">${text}</option>`;
  return fillPage(REPORT_PAGE, {
    TITLE: escapeText(`synthcheck: ${report.assemblies.map(({ path }) => path).join(', ')}`),
    HEADER: header(report).text,
    OVERVIEW: overview(stacks).text,
    SEVERITIES: html`${SEVERITIES.filter((level) => report.summary[level] > 0).map((level) => severityBox(level, report))}`.text,
    STACKS: html`${[option('', 'All stacks'), ...stacks.map(([{ stack }], index) => option(index, formatStack(stack)))]}`.text,
    CHECKS: html`${[option('', 'All checks'), ...checks.map((id) => option(id, id))]}`.text,
    FINDINGS: findingList(report, (finding, place) =>
      writeFinding(finding, { ...place, stack: stackIndex.get(stackKey(finding)) ?? 0 }, context),
    ).text,
    NOTES: writeNotes([...report.diagnostics, ...aboutGraph(graph, context)]).text,
    CONTENT: packJson(content),
    ELK,
  });
}

/** By the names that the tabs show. */
function codesOf(checks: readonly string[], { fixCodes }: Context): NonNullable<PageContent['codes']> {
  const named = (codes: FixCodes): Readonly<Record<string, string>> =>
    Object.fromEntries(
      LANGUAGES.flatMap((language) => (codes[language] === undefined ? [] : [[LANGUAGE_NAMES[language], codes[language]]])),
    );
  return Object.fromEntries(
    checks.flatMap((id) => {
      const codes = fixCodes?.(id);
      return codes === undefined ? [] : [[id, named(codes)]];
    }),
  );
}

/** A graph that is too large is drawn in part. */
function aboutGraph(graph: GraphDocument, { stacks }: Context): readonly ReportDiagnostic[] {
  if (graph.stacks.length >= stacks.length) return [];
  const [shown, all] = [graph.stacks, stacks].map(({ length }) => grouped(length));
  return [{ severity: 'info', message: `The graph shows ${shown} of ${all} stacks, those of the findings above.` }];
}

function stackKey({ stack }: Finding): string {
  return JSON.stringify([stack.assembly, stack.id]);
}

function header(report: Report): Markup {
  const subject = report.assemblies.map(({ path }) => path).join(', ');
  return html`<h1>synthcheck</h1> <p><strong>${subject}</strong> · ${findingsInWords(report)}</p><p>${htmlProse(scopeInWords(report))}</p>`;
}

function overview(stacks: readonly (readonly Finding[])[]): Markup {
  if (stacks.length === 0) return html`<p class="nothing">No findings.</p>`;
  const number = (findings: readonly Finding[], level: Finding['severity']): Markup => {
    const count = findings.filter(({ severity }) => severity === level).length;
    return html`<td class="number level-${level}">${count > 0 && html`<b>${count}</b>`}</td>`;
  };
  const rows = stacks.map((findings, index) => {
    const stack = findings[0]?.stack;
    return html`<tr><th scope="row"><button type="button" class="plain" data-choose-stack="${index}">${stack?.name}</button><small>${stack?.region ?? ''}</small></th>${SEVERITIES.map((level) => number(findings, level))}</tr>`;
  });
  const head = SEVERITIES.map((level) => html`<th scope="col" class="number">${TITLES[level]}</th>`);
  const table = html`<table class="overview"><thead><tr><th scope="col">Stack</th>${head}</tr></thead><tbody>${rows}</tbody></table>`;
  return html`<details><summary>Findings by stack (${stacks.length})</summary>${table}</details>`;
}

function severityBox(level: Finding['severity'], { summary }: Report): Markup {
  const text = `${summary[level]} ${summary[level] === 1 || level === 'info' ? level : `${level}s`}`;
  return html`<label class="level-${level}"><input type="checkbox" value="${level}" checked>${text}</label>`;
}

type WriteCard = (finding: Finding, place: { readonly index: number; readonly cause: number }) => Markup;

/** By severity; what one line of the app makes in many places is its first card, with the others folded behind it. */
function findingList({ findings }: Report, write: WriteCard): Markup {
  const indexOf = new Map(findings.map((finding, index) => [finding, index]));
  const causes = groupByCause(findings).map((cause, index) => ({
    severity: cause[0].severity,
    cards: cause.map((finding) => write(finding, { index: indexOf.get(finding) ?? 0, cause: index })),
  }));
  const sections = [...groupBy(causes, ({ severity }) => severity)].map(([level, some]) => {
    const count = some.reduce((sum, { cards }) => sum + cards.length, 0);
    return html`<section class="group"><h2>${TITLES[level]}<span class="count">${count}</span></h2>${some.map(({ cards }) => foldCards(cards))}</section>`;
  });
  return html`${sections}`;
}

function foldCards([first, ...others]: readonly Markup[]): Markup {
  if (others.length === 0) return html`${first}`;
  return html`${first}<details class="others"><summary>${counted(others.length, 'more place')}</summary>${others}</details>`;
}
