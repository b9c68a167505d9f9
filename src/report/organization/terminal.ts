import { counted } from '../../counted.js';
import type { OrganizationProblem, OrganizationReport } from '../../organization/report.js';
import { escapeControlCharacters } from '../text/escape.js';
import { createLayout, type Layout, type Style } from '../text/layout.js';
import { placeInWords, scopeOf, sectionsOf, shownPlaces, verdictOf } from './outline.js';

const STYLES: Readonly<Record<OrganizationProblem['severity'], Style>> = { error: 'red', warning: 'yellow', info: 'cyan' };
const MAX_PLACES = 5;
const MAX_PROBLEMS = 50;

/** The problems by kind, each with who takes part, where, and what to do. */
export function organizationToTerminal(report: OrganizationReport, options: { readonly colors: boolean; readonly width: number }): string {
  const layout = createLayout(options);
  const lines = sectionsOf(report).flatMap(({ title, problems }) => [
    layout.style('bold', `${title} (${problems.length})`),
    ...problems.slice(0, MAX_PROBLEMS).flatMap((problem, index) => [
      ...problemLines(problem, layout),
      // Once for problems with one way out.
      ...(problem.fix === problems[index + 1]?.fix && index + 1 < MAX_PROBLEMS ? [] : [fixLine(problem, layout)]),
    ]),
    ...(problems.length > MAX_PROBLEMS ? [`  and ${problems.length - MAX_PROBLEMS} more: \`--format json\` has all`] : []),
    '',
  ]);
  return `${[...lines, layout.style('bold', verdictOf(report)), escapeControlCharacters(scopeOf(report))].join('\n')}\n`;
}

function problemLines({ severity, message, places }: OrganizationProblem, layout: Layout): readonly string[] {
  const { shown, more } = shownPlaces(places, MAX_PLACES);
  return [
    `  ${layout.style(STYLES[severity], severity)} ${layout.wrap(escapeControlCharacters(message), '    ').trimStart()}`,
    ...shown.map((place) => layout.style('dim', `    ${escapeControlCharacters(placeInWords(place))}`)),
    ...(more > 0 ? [layout.style('dim', `    and ${counted(more, 'more place')}`)] : []),
  ];
}

function fixLine({ fix }: OrganizationProblem, layout: Layout): string {
  return `    ${layout.style('green', 'fix:')} ${layout.wrap(escapeControlCharacters(fix), '         ').trimStart()}`;
}
