import { grouped } from '../../counted.js';
import type { DiffReport } from '../../diff/report.js';
import { groupBy } from '../../group-by.js';
import type { ChangedContent } from '../../pages/graph/page-content.js';
import { writeNotes } from '../findings/html-finding.js';
import { html, type Markup } from '../text/html.js';
import { escapeText, fillPage, packJson } from '../text/page-parts.js';
import type { ChangedGraph } from './changed-graph.js';
import { kindOf, LEVELS, writeEntry } from './html-entry.js';
import { type Entry, outlineOf, type Section } from './outline.js';
import type { DiffReporterOptions } from './terminal.js';
import { foldedInWords, verdictOf } from './words.js';

/** One page that holds all it needs and loads nothing: what changes, with filters, and the graph in which it changes beside it. */
export async function reportDiffHtml(report: DiffReport, options: Pick<DiffReporterOptions, 'changedGraph' | 'linkTo'>): Promise<string> {
  const [{ DIFF_PAGE }, { ELK }, changed] = await Promise.all([
    import('../../generated/diff-page.js'),
    import('../../generated/elk.js'),
    options.changedGraph(),
  ]);
  const { graph, resources, stacks } = changed;
  const content: ChangedContent = { graph, resources, stacks, findings: report.findings.new };
  const sections = outlineOf(report);
  const entries = sections.flatMap((section) => section.entries);
  const write = (entry: Entry): Markup => writeEntry(entry, { idOf: changed.idOf, linkTo: options.linkTo });
  const names = [...new Set(entries.map(({ stack }) => stack).filter((stack) => stack !== ''))].sort();
  return fillPage(DIFF_PAGE, {
    TITLE: escapeText(`${report.before.path} → ${report.after.path}`),
    HEADER: html`<h1>What changes</h1> <p><code>${report.before.path}</code> → <code>${report.after.path}</code></p>`.text,
    VERDICT: html`<p class="verdict">${verdictOf(report)}</p>`.text,
    TILES: html`${[...groupBy(entries, kindOf)].map(([kind, some]) => tile(kind, some))}`.text,
    STACKS: html`<option value="">All stacks</option>${names.map((name) => html`<option>${name}</option>`)}`.text,
    SECTIONS: html`${sections.map((section) => writeSection(section, write))}`.text,
    NOTES: html`${order(report)}${writeNotes([...report.diagnostics, ...remarks(report, changed)])}`.text,
    CONTENT: packJson(content),
    ELK,
  });
}

function tile(kind: string, [first, ...others]: readonly [Entry, ...(readonly Entry[])]): Markup {
  return html`<button type="button" class="level-${LEVELS[first.tone]}" data-kind="${kind}" aria-pressed="false"><b>${1 + others.length}</b>${kind}</button>`;
}

function writeSection({ title, entries, isCollapsed }: Section, write: (entry: Entry) => Markup): Markup {
  const state = isCollapsed ? html`` : html` open`;
  return html`<section class="group" data-entries="${entries.length}"><details${state}><summary><h2>${title} <span class="count">${entries.length}</span></h2></summary>
${entries.map(write)}</details></section>
`;
}

function order({ deployment }: DiffReport): Markup {
  if (deployment.order.length === 0) return html``;
  const stacks = deployment.order.map(({ stack }) => html`<li>${stack.name}</li>`);
  return html`<section class="group"><h2>Order of deployment</h2><ol class="order">${stacks}</ol></section>`;
}

function remarks(report: DiffReport, { graph, stacksInAll }: ChangedGraph): DiffReport['diagnostics'] {
  const folded = foldedInWords(report);
  const [shown, all] = [graph.stacks.length, stacksInAll].map((number) => grouped(number));
  const messages = [
    ...(folded === '' ? [] : [`Without effect: ${folded}.`]),
    ...(shown === all ? [] : [`The graph shows ${shown} of ${all} stacks: those that change, and what they are linked with.`]),
  ];
  return messages.map((message) => ({ severity: 'info', message }));
}
