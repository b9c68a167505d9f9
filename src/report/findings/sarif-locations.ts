import type { Location, LogicalLocation } from 'sarif';
import type { RelatedPlace } from '../../finding/report.js';
import type { ReportContext } from '../reporter.js';
import { escapeControlCharacters } from '../text/escape.js';
import { placeInRepository } from '../text/repository-place.js';
import { formatSubject } from '../text/words.js';

type Context = Pick<ReportContext, 'appOf'> & Partial<Pick<ReportContext, 'sourceLine'>>;
type Place = Omit<RelatedPlace, 'message'> & { readonly message: string };

/** GitHub shows no more of one result: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning */
const MAX_RELATED = 100;

/** Where a person finds it: the line of the app, and the construct. */
export function toLocation(place: Place, context: Context): Location {
  const { file, line, column } = placeInRepository(place, context);
  return {
    physicalLocation: {
      artifactLocation: { uri: toUri(file), uriBaseId: 'SRCROOT' },
      region: { startLine: line, ...(column !== null && { startColumn: column }), endLine: line, ...endOf(place, column, context) },
    },
    logicalLocations: [toLogicalLocation(place)],
  };
}

/** The end of the line of the app: where the call ends in the file is not known. */
function endOf({ source, stack }: Place, column: number | null, { sourceLine }: Context): { readonly endColumn?: number } {
  const text = source === null || column === null ? undefined : sourceLine?.(source.file, source.line, stack.assembly)?.trimEnd();
  return text === undefined || column === null || text.length < column ? {} : { endColumn: text.length + 1 };
}

export function toRelatedLocations(related: readonly RelatedPlace[], context: Context): readonly Location[] {
  return related.slice(0, MAX_RELATED).map((place, id) => ({
    id,
    ...toLocation(place, context),
    message: { text: escapeSarif(`${formatSubject(place)}: ${place.message}`) },
  }));
}

function toLogicalLocation({ resource, stack }: Place): LogicalLocation {
  const path = resource === null ? stack.name : (resource.constructPath ?? `${stack.name}/${resource.logicalId}`);
  const name = resource?.logicalId ?? stack.name;
  return {
    name: escapeControlCharacters(name),
    fullyQualifiedName: escapeControlCharacters(path),
    kind: resource === null ? 'module' : 'resource',
  };
}

/** Text is only ever text: `[a](b)` would be a link (§3.11.6), `{0}` an argument (§3.11.5). */
export function escapeSarif(text: string): string {
  const lines = text.split('\n').map(escapeControlCharacters).join('\n');
  return lines.replaceAll('](', '] (').replace(/\{(?=\d+\})/g, '{ ');
}

/** A lone surrogate has no form in a URI, and `encodeURIComponent` throws. */
function toUri(file: string): string {
  return file.toWellFormed().split('/').map(encodeURIComponent).join('/');
}
