import { counted } from '../../counted.js';
import { formatPath } from '../../finding/format-path.js';
import { namesOfResource } from '../../finding/names.js';
import type { Finding, RelatedPlace } from '../../finding/report.js';
import type { ReportContext } from '../reporter.js';
import { code, codeBlock, codeLink, htmlCode, htmlText, prose, short } from '../text/markdown.js';
import { formatStack, formatSubject } from '../text/words.js';
import { type Cause, countCauses, countStacks, groupByCause } from './causes.js';
import { maskValues } from './mask-values.js';

type Context = Pick<ReportContext, 'checks' | 'isNew' | 'linkTo' | 'showValues'>;

const MAX_PLACES = 50;
const MAX_RELATED = 10;

/** The findings of a check, folded unless one is new. What messages quote of values is masked when these are not asked for. */
export function markdownFindings(group: readonly [Finding, ...Finding[]], context: Context): string {
  const [{ severity, checkId, fix, fixExample }] = group;
  const check = context.checks.get(checkId);
  const causes = groupByCause(group);
  const count = group.length > 1 ? ` (${countCauses(causes) ?? group.length})` : '';
  const summary = `<b>${severity}</b> ${check === undefined ? `Rule ${htmlCode(short(checkId))}` : htmlText(check.title)}${count}`;
  // Other tools quote values in their advice, too.
  const hasAdvice = check !== undefined || context.showValues;
  const isOneFix = causes.every(([finding]) => finding.fix === fix);
  const isNew = hasNew(group, context);
  const places = causes.slice(0, MAX_PLACES).map((cause) => entry(cause, hasAdvice && !isOneFix, context));
  const left = causes.slice(MAX_PLACES).flat().length;
  if (left > 0) places.push(`- and ${left} more`);
  return [
    `<details${isNew ? ' open' : ''}><summary>${summary}</summary>`,
    places.join('\n'),
    ...(hasAdvice && isOneFix && fix !== ''
      ? [writeFix(fix), ...(fixExample ? [codeBlock(fixExample.text, fixExample.language)] : [])]
      : []),
    `Check: ${code(short(checkId))}`,
    '</details>',
  ].join('\n\n');
}

function writeFix(fix: string): string {
  return `**Fix:** ${prose(short(fix, 2_000))}`;
}

function entry(cause: Cause, hasFix: boolean, context: Context): string {
  const [finding, ...others] = cause;
  const { message, related } = finding;
  const more = others.length === 0 ? '' : `, and ${counted(others.length, 'more place')} in ${counted(countStacks(others), 'stack')}`;
  const isNew = hasNew(cause, context);
  const known = { isForeign: !context.checks.has(finding.checkId), names: namesOf(cause) };
  const messageOf = (text: string): string => (context.showValues ? text : maskValues(text, known));
  const lines = [
    `- ${isNew ? '**new** ' : ''}${placeOf(finding, context)}${more}`,
    `  ${prose(short(messageOf(message), 2_000))}`,
    ...related.slice(0, MAX_RELATED).map((place) => {
      return `  - with ${placeOf(place, context)}: ${prose(short(messageOf(place.message), 1_000))}`;
    }),
    ...(hasFix && finding.fix !== '' ? [`  - ${writeFix(finding.fix)}`] : []),
    ...(related.length > MAX_RELATED ? [`  - and ${related.length - MAX_RELATED} more`] : []),
  ];
  return lines.join('\n');
}

/** Whether one of the findings is new. */
export function hasNew(findings: readonly Finding[], { isNew }: Pick<Context, 'isNew'>): boolean {
  return findings.some((finding) => isNew?.(finding));
}

/** What the places of a cause show anyway. */
function namesOf(cause: Cause): ReadonlySet<string> {
  const places = cause.flatMap((finding) => [finding, ...finding.related]);
  return new Set(
    places.flatMap(({ stack, resource }) =>
      [stack.name, stack.region, stack.account, ...namesOfResource(resource)].filter((name) => typeof name === 'string'),
    ),
  );
}

function placeOf(place: Omit<RelatedPlace, 'message'>, { linkTo }: Context): string {
  const { source, stack, propertyPath } = place;
  const property = propertyPath.length === 0 ? '' : `, ${code(short(formatPath(propertyPath)))}`;
  const made = source === null ? '' : `, ${codeLink(short(`${source.file}:${source.line}`), linkTo(source.file, source.line))}`;
  return `${code(short(formatSubject(place)))}${property}${made}, stack ${code(short(formatStack(stack)))}`;
}
