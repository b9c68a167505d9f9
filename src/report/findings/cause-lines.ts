import { counted } from '../../counted.js';
import { formatPath } from '../../finding/format-path.js';
import { escapeControlCharacters } from '../text/escape.js';
import { formatStack, formatSubject, formatTemplatePlace } from '../text/words.js';
import { type Cause, countStacks } from './causes.js';

/** What an annotation says: the message, where the template has it, how many more places there are, related places, and the fix. A line each. */
export function causeInLines([finding, ...others]: Cause): readonly string[] {
  const property = finding.propertyPath.length === 0 ? '' : `, ${formatPath(finding.propertyPath)}`;
  const lines = [
    finding.message,
    `${formatSubject(finding)}${property} in ${formatStack(finding.stack)}, ${formatTemplatePlace(finding)}`,
    ...(others.length === 0
      ? []
      : [`And ${counted(others.length, 'more place')} with this cause, in ${counted(countStacks(others), 'stack')}.`]),
    ...finding.related.map((place) => {
      const source = place.source === null ? '' : `${place.source.file}:${place.source.line}, `;
      return `See ${source}${formatSubject(place)} in ${formatStack(place.stack)}, ${formatTemplatePlace(place)}: ${place.message}`;
    }),
    ...(finding.fix === '' ? [] : [`Fix: ${finding.fix}`]),
    ...(finding.fixExample?.text.split('\n') ?? []),
  ];
  return lines.map(escapeControlCharacters);
}
