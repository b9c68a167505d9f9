import type { PropertyChange } from '../../diff/report.js';
import { formatPath } from '../../finding/format-path.js';
import { writeSource } from '../findings/html-finding.js';
import type { ReportContext } from '../reporter.js';
import { html, htmlProse, type Markup } from '../text/html.js';
import type { ChangedGraph } from './changed-graph.js';
import type { Entry, Tone } from './outline.js';

/** Colours of the pages. */
export const LEVELS: Readonly<Record<Tone, string>> = { bad: 'error', warning: 'warning', good: 'good', plain: 'plain' };

const EFFECTS = { replace: 'replaces', 'may-replace': 'may replace', update: 'updates', unknown: 'not known' } as const;

/** What one filters by: ids of checks are too many. */
export function kindOf({ label, tone }: Entry): string {
  if (!label.includes('/')) return label;
  return tone === 'good' ? 'fixed finding' : 'new finding';
}

type Context = Pick<ReportContext, 'linkTo'> & Pick<ChangedGraph, 'idOf'>;

/** One thing that changes, as a card of the page; what the page filters by stands in its attributes. */
export function writeEntry(entry: Entry, { idOf, linkTo }: Context): Markup {
  const { tone, label, subject, stack, place, message, fix, steps = [], lines, properties } = entry;
  const id = place === null ? undefined : idOf(place);
  const node = id !== undefined && html` data-node="${id}"`;
  const where = [stack !== '' && html`<span>${stack}</span>`, writePlace(entry, linkTo)].filter((part) => part !== false);
  return html`<article class="finding entry level-${LEVELS[tone]}" data-kind="${kindOf(entry)}" data-stack="${stack}"${node}>
<header><span class="severity">${label}</span><strong class="subject">${subject}</strong>${id !== undefined && html`<button type="button" class="show" hidden>Show in graph</button>`}</header>
${where.length > 0 && html`<div class="where">${where}</div>`}
<p>${htmlProse(message)}</p>
${fix !== null && fix !== '' && html`<p class="fix"><strong>Fix</strong> ${htmlProse(fix)}</p>`}${steps.length > 0 && html`<ul class="steps">${steps.map((step) => html`<li>${htmlProse(step)}</li>`)}</ul>`}
${properties.length > 0 && writeProperties(properties)}
${lines.length > 0 && html`<ul class="lines">${lines.map(writeLine)}</ul>`}
</article>
`;
}

function writePlace({ source, position }: Entry, linkTo: Context['linkTo']): Markup | false {
  if (source === '') return false;
  return writeSource(html`<code>${source}</code>`, position, position === null ? undefined : linkTo(position.file, position.line));
}

function writeProperties(properties: readonly PropertyChange[]): Markup {
  const rows = properties.map(({ path, before, after, impact }) => {
    const value = (text: string | null, kind: string): Markup =>
      text === null ? html`<td></td>` : html`<td class="${kind}"><code>${text}</code></td>`;
    return html`<tr><td><code>${formatPath(path)}</code></td>${value(before, 'gone')}${value(after, 'come')}<td>${EFFECTS[impact]}</td></tr>`;
  });
  return html`<table><thead><tr><th scope="col">Property</th><th scope="col">Before</th><th scope="col">After</th><th scope="col">Effect</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function writeLine(line: string): Markup {
  const kind = line.startsWith('+ ') ? html` class="come"` : line.startsWith('- ') && html` class="gone"`;
  return html`<li${kind}>${line}</li>`;
}
