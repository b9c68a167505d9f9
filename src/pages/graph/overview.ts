import type { Finding, Report } from '../../finding/report.js';
import type { ConnectionCounts } from '../../report/graph/connections.js';
import { unresolvedList } from './details.js';
import { el } from './dom.js';
import { findingCard } from './finding-card.js';
import type { Model } from './model.js';
import type { Visit } from './visit.js';
import { findingsInWords } from './words.js';

interface OverviewOptions {
  readonly isShown: (finding: Finding) => boolean;
  readonly brief: boolean;
}

/** What stands beside the picture while nothing is selected. */
export function overview(
  model: Model,
  report: Report,
  counts: ConnectionCounts,
  visit: Visit,
  options: OverviewOptions,
): readonly HTMLElement[] {
  const { findings } = model;
  const shown = findings.filter(options.isShown);
  const some = shown.length === findings.length ? '' : `; ${shown.length} of them in what is shown`;
  return [
    el('h2', {}, findings.length === 0 ? 'No findings' : 'Findings'),
    findings.length > 0 && el('p', { class: 'kind' }, `${findingsInWords(findings)}${some}`),
    ...shown.map((finding) => findingCard(finding, model, visit, { withPlace: true, brief: options.brief })),
    ...reach(model, counts, visit),
    ...remarks(report),
    options.brief && keys(),
  ].filter((part) => part !== false);
}

/** How much of the truth the picture shows. */
function reach(model: Model, { exact, inferred, external, unknown }: ConnectionCounts, visit: Visit): readonly HTMLElement[] {
  const rows = [
    [exact, 'exact', 'the templates say so'],
    [inferred, 'inferred', 'two names or ARNs are equal'],
    [external, 'external', 'they name something that no stack here defines'],
    [unknown, 'unknown', 'known only at deployment, or dependent on a condition'],
  ] as const;
  return [
    el('h2', {}, 'Coverage'),
    el(
      'table',
      { class: 'reach' },
      el('caption', {}, 'References by how they were found'),
      el(
        'tbody',
        {},
        ...rows.map(([number, name, meaning]) =>
          el('tr', {}, el('td', {}, String(number)), el('th', { scope: 'row' }, name), el('td', {}, meaning)),
        ),
      ),
    ),
    ...unresolvedList(model.unresolved, (id) => model.nodeOfPlace(id), visit),
  ];
}

function remarks({ diagnostics }: Report): readonly HTMLElement[] {
  if (diagnostics.length === 0) return [];
  return [
    el('h2', {}, 'About the assembly'),
    el(
      'ul',
      { class: 'links' },
      ...diagnostics.map(({ severity, message, file }) =>
        el(
          'li',
          {},
          el('span', { class: `severity level-${severity}` }, severity),
          ' ',
          message,
          file !== undefined && el('code', {}, file),
        ),
      ),
    ),
  ];
}

function keys(): HTMLElement {
  const rows = [
    ['/', 'search'],
    ['↑ ↓ ← →', 'go from box to box'],
    ['Enter', 'details of a box'],
    ['Space', 'expand or collapse'],
    ['n, N', 'next and previous finding'],
    ['+ − 0', 'larger, smaller, all'],
    ['Esc', 'back to this list'],
  ];
  return el(
    'details',
    { class: 'keys' },
    el('summary', {}, 'Keyboard'),
    el('dl', {}, ...rows.flatMap(([key = '', use = '']) => [el('dt', {}, el('kbd', {}, key)), el('dd', {}, use)])),
  );
}
