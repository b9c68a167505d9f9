import { formatPath } from '../../finding/format-path.js';
import type { Finding, RelatedPlace } from '../../finding/report.js';
import type { ReportContext } from '../reporter.js';
import { code, codeLink, htmlCode, htmlText, prose, short } from '../text/markdown.js';
import { counted, formatStack, formatSubject } from '../text/words.js';
import { type Cause, countCauses, countStacks, groupByCause } from './causes.js';

type Context = Pick<ReportContext, 'checks' | 'isNew' | 'linkTo' | 'showValues'>;

const MAX_PLACES = 50;
const MAX_RELATED = 10;

/** The findings of a check, folded. Titles and places say it; messages quote values, and are there only when these are asked for. */
export function markdownFindings(group: readonly [Finding, ...Finding[]], context: Context): string {
  const [{ severity, checkId, fix }] = group;
  const check = context.checks.get(checkId);
  const causes = groupByCause(group);
  const count = group.length > 1 ? ` (${countCauses(causes) ?? group.length})` : '';
  const summary = `<b>${severity}</b> ${check === undefined ? `Rule ${htmlCode(short(checkId))}` : htmlText(check.title)}${count}`;
  const places = causes.slice(0, MAX_PLACES).map((cause) => entry(cause, context));
  const left = causes.slice(MAX_PLACES).flat().length;
  if (left > 0) places.push(`- and ${left} more`);
  const advice = check?.docs.fix ?? (context.showValues ? fix : '');
  return [
    `<details><summary>${summary}</summary>`,
    places.join('\n'),
    ...(advice === '' ? [] : [`**Fix:** ${prose(short(advice, 2_000))}`]),
    `Check: ${code(short(checkId))}`,
    '</details>',
  ].join('\n\n');
}

function entry(cause: Cause, context: Context): string {
  const [finding, ...others] = cause;
  const { message, related } = finding;
  const more = others.length === 0 ? '' : `, and ${counted(others.length, 'more place')} in ${counted(countStacks(others), 'stack')}`;
  const isNew = cause.some(({ fingerprint }) => context.isNew?.(fingerprint));
  const lines = [
    `- ${isNew ? '**new** ' : ''}${placeOf(finding, context)}${more}`,
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
  const property = propertyPath.length === 0 ? '' : `, ${code(short(formatPath(propertyPath)))}`;
  const made = source === null ? '' : `, ${codeLink(short(`${source.file}:${source.line}`), linkTo(source.file, source.line))}`;
  return `${code(short(formatSubject(place)))}${property}${made}, stack ${code(short(formatStack(stack)))}`;
}
