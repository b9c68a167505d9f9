import type { DiffReport, PropertyChange } from '../../diff/report.js';
import { formatPath } from '../../finding/format-path.js';
import { SCRIPT } from '../../pages/diff/script.js';
import { STYLE } from '../../pages/diff/style.js';
import { escapeControlCharacters } from '../text/escape.js';
import { type Entry, outlineOf, type Section } from './outline.js';
import { foldedInWords, verdictOf } from './words.js';

/** One page that holds all it needs and loads nothing: before and after side by side, with filters. */
export function reportDiffHtml(report: DiffReport): string {
  const sections = outlineOf(report);
  const entries = sections.flatMap((section) => section.entries);
  const folded = foldedInWords(report);
  const order = report.deployment.order.map(({ stack }) => `<li>${escapeHtml(stack.name)}</li>`).join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${escapeHtml(`${report.before.path} → ${report.after.path}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>What changes</h1>
<div class="paths"><code>${escapeHtml(report.before.path)}</code> → <code>${escapeHtml(report.after.path)}</code></div>
<p class="verdict">${escapeHtml(verdictOf(report))}</p>
</header>
<main>
${entries.length === 0 ? '' : writeFilters(entries)}
${sections.map(writeSection).join('\n')}
<p id="none" hidden>Nothing fits these filters.</p>
${order === '' ? '' : `<section><h2>Order of deployment</h2><ol class="order">${order}</ol></section>`}
${report.diagnostics.map(({ severity, message, file }) => `<p class="where">${escapeHtml(`${severity}: ${file === undefined ? '' : `${file}: `}${message}`)}</p>`).join('')}
${folded === '' ? '' : `<p class="where">Without effect: ${escapeHtml(folded)}.</p>`}
</main>
${entries.length === 0 ? '' : `<script>${SCRIPT}</script>`}
</body>
</html>
`;
}

function writeFilters(entries: readonly Entry[]): string {
  const stacks = [...new Set(entries.map(({ stack }) => stack).filter((stack) => stack !== ''))].sort();
  const kinds = [...new Set(entries.map(({ label }) => kindOf(label)))].slice(0, 24);
  return `<div class="filters">
<input type="search" id="search" placeholder="Search" aria-label="Search">
<select id="stack" aria-label="Stack"><option value="">All stacks</option>${stacks.map((stack) => `<option>${escapeHtml(stack)}</option>`).join('')}</select>
${kinds.map((kind) => `<button type="button" data-kind="${escapeHtml(kind)}" aria-pressed="false">${escapeHtml(kind)}</button>`).join('\n')}
</div>`;
}

function writeSection({ title, entries, isCollapsed }: Section): string {
  return `<section data-entries="${entries.length}"><details${isCollapsed ? '' : ' open'}><summary><h2>${escapeHtml(title)} <span class="count">${entries.length}</span></h2></summary>
${entries.map(writeEntry).join('\n')}
</details></section>`;
}

function writeEntry({ tone, label, subject, stack, source, message, fix, lines, properties }: Entry): string {
  const where = [stack, source].filter((text) => text !== '').map(escapeHtml);
  return `<article class="${tone}" data-kind="${escapeHtml(kindOf(label))}" data-stack="${escapeHtml(stack)}">
<span class="label">${escapeHtml(label)}</span><span class="subject">${escapeHtml(subject)}</span>
${where.length === 0 ? '' : `<div class="where">${where.join(' · ')}</div>`}
<p>${proseHtml(message)}</p>
${fix === null ? '' : `<p class="fix">${proseHtml(fix)}</p>`}
${properties.length === 0 ? '' : writeProperties(properties)}
${lines.length === 0 ? '' : `<ul class="lines">${lines.map(writeLine).join('')}</ul>`}
</article>`;
}

const EFFECTS = { replace: 'replaces', 'may-replace': 'may replace', update: 'updates', unknown: 'not known' } as const;

function writeProperties(properties: readonly PropertyChange[]): string {
  const rows = properties.map(
    ({ path, before, after, impact }) =>
      `<tr><td><code>${escapeHtml(formatPath(path))}</code></td><td class="value${before === null ? '' : ' gone'}">${escapeHtml(before ?? '')}</td><td class="value${after === null ? '' : ' come'}">${escapeHtml(after ?? '')}</td><td>${EFFECTS[impact]}</td></tr>`,
  );
  return `<div class="scroll"><table><thead><tr><th>Property</th><th>Before</th><th>After</th><th>Effect</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function writeLine(line: string): string {
  const kind = line.startsWith('+ ') ? ' class="come"' : line.startsWith('- ') ? ' class="gone"' : '';
  return `<li${kind}>${escapeHtml(line)}</li>`;
}

/** What one filters by: ids of checks are too many. */
function kindOf(label: string): string {
  return label.includes('/') ? 'finding' : label;
}

/** Sentences whose code stands in backticks. */
function proseHtml(text: string): string {
  return text
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? `<code>${escapeHtml(part)}</code>` : escapeHtml(part)))
    .join('');
}

/** Text of an element, or of an attribute in double quotes. */
function escapeHtml(text: string): string {
  return escapeControlCharacters(text).replace(/[&<>"'`#]/g, (character) => `&#${character.charCodeAt(0)};`);
}
