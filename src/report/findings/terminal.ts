import { counted } from '../../counted.js';
import { formatPath } from '../../finding/format-path.js';
import type { Finding, RelatedPlace, Report, ReportDiagnostic } from '../../finding/report.js';
import { groupBy } from '../../group-by.js';
import { shortList } from '../../short-list.js';
import type { ReportContext, ReporterOptions } from '../reporter.js';
import { escapeControlCharacters, escapeWorkflowCommands } from '../text/escape.js';
import { createLayout, type Layout } from '../text/layout.js';
import { SEVERITY_STYLES } from '../text/severity-styles.js';
import { formatStack, formatSubject, formatTemplatePlace, groupFindings, resultInWords } from '../text/words.js';
import { type Cause, countCauses, countStacks, groupByCause } from './causes.js';

type Context = ReporterOptions & Pick<ReportContext, 'checks'>;
type Writer = Layout & Pick<ReporterOptions, 'showSource' | 'sourceLine' | 'fileUrl' | 'verbose' | 'width'>;

/** Other places of a cause that are listed; the rest is counted. */
const MAX_OTHERS = 3;
/** With more findings, a table at the end counts them by check. */
const MAX_UNCOUNTED = 10;
const MAX_FILES = 3;

/** For people: findings of one check together, each under the line of the app that makes the construct. */
export function reportTerminal(report: Report, options: Context): string {
  const writer: Writer = { ...options, ...createLayout(options) };
  const groups = groupFindings(report.findings);
  const summary = `${resultInWords(report, options.verbose)}.`;
  const end = [writer.wrap(writer.style('bold', escapeControlCharacters(`${summary[0]?.toUpperCase()}${summary.slice(1)}`)), '')];
  if (report.findings.length > 0) end.push(...writeUnchecked(report, writer));
  if (report.findings.length > 0)
    end.push(writer.wrap('Run `synthcheck explain ID` for why a check exists, an example, and how to accept a finding.', ''));
  const blocks = [
    ...groups.map((group) => writeGroup(group, writer)),
    ...(report.diagnostics.length > 0 ? [report.diagnostics.map((diagnostic) => writeDiagnostic(diagnostic, writer)).join('\n')] : []),
    ...(report.findings.length > MAX_UNCOUNTED && groups.length > 1 ? [writeTable(groups, options, writer)] : []),
    end.join('\n'),
  ];
  return `${escapeWorkflowCommands(blocks.join('\n\n'))}\n`;
}

/** What is said above is out of sight behind many findings. */
function writeUnchecked({ diagnostics }: Report, { style, wrap }: Layout): readonly string[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return [];
  const files = [...new Set(errors.flatMap(({ file }) => file ?? []))].map(escapeControlCharacters);
  const where = files.length === 0 ? counted(errors.length, 'error') : shortList(files, MAX_FILES);
  return [wrap(`${style('red', 'Not everything was checked')}: ${where}, see above.`, '')];
}

type Group = ReturnType<typeof groupFindings>[number];

function writeGroup(group: Group, writer: Writer): string {
  const [{ severity, checkId, fix }] = group;
  const causes = groupByCause(group);
  const count = countCauses(causes) ?? (group.length > 1 ? String(group.length) : '');
  const isOneFix = causes.every(([finding]) => finding.fix === fix);
  return [
    `${writer.style(SEVERITY_STYLES[severity], severity)} ${writer.style('bold', escapeControlCharacters(checkId))}${count && ` (${count})`}`,
    ...causes.map((cause, index) => {
      // Once behind those that share it.
      const isLast = causes[index + 1]?.[0].fix !== cause[0].fix;
      return writeCause(cause, !isOneFix && isLast, writer);
    }),
    ...(isOneFix ? [writeFix(group[0], '  ', writer)] : []),
  ].join('\n\n');
}

function writeCause([finding, ...others]: Cause, hasFix: boolean, writer: Writer): string {
  return [
    writePlace(finding, finding.message, '  ', writer),
    ...writeOthers(others, finding, writer),
    ...[...groupBy(finding.related, ({ message }) => message).values()].flatMap((places) => writeRelated(places, finding, writer)),
    ...(hasFix ? [writeFix(finding, '    ', writer)] : []),
  ].join('\n');
}

/** Places of which the same is to say: the first as a whole, the others in a line each. */
function writeRelated([place, ...others]: readonly [RelatedPlace, ...RelatedPlace[]], finding: Finding, writer: Writer): readonly string[] {
  const isElsewhere = ({ stack }: RelatedPlace) => stack.id !== finding.stack.id || stack.assembly !== finding.stack.assembly;
  return [
    writePlace(place, place.message, '    see ', writer, isElsewhere(place), !isSameLine(place, finding)),
    ...writeList(others, writer, '      ', (other) => {
      const position = isSameLine(other, place) ? [] : [writePosition(other, writer).trimEnd()];
      const stack = isElsewhere(other) ? `, stack ${formatStack(other.stack)}` : '';
      return ['also', ...position, writer.style('dim', escapeControlCharacters(`${formatSubject(other)}${stack}`))].join(' ');
    }),
  ];
}

/** The other places of a cause, in a line each. */
function writeOthers(others: readonly Finding[], first: Finding, writer: Writer): readonly string[] {
  return writeList(others, writer, '    ', (other) => {
    const isNamedElse = other.resource?.logicalId !== first.resource?.logicalId;
    const where = isNamedElse ? `${formatSubject(other)}, stack ${formatStack(other.stack)}` : `in stack ${formatStack(other.stack)}`;
    const line = `also ${!isNamedElse && other.stack.id === first.stack.id ? other.message : where}`;
    return writer.style('dim', escapeControlCharacters(line));
  });
}

/** A line for each of the first places, and how many there are besides. */
function writeList<T extends Pick<RelatedPlace, 'stack'>>(
  places: readonly T[],
  { style, wrap, verbose }: Writer,
  indent: string,
  lineOf: (place: T) => string,
): readonly string[] {
  const listed = verbose || places.length <= MAX_OTHERS ? places : places.slice(0, MAX_OTHERS - 1);
  const rest = places.slice(listed.length);
  const lines = listed.map(lineOf);
  if (rest.length > 0)
    lines.push(style('dim', `and ${counted(rest.length, 'more place')} in ${counted(countStacks(rest), 'stack')}: --verbose lists them`));
  return lines.map((line) => wrap(line, indent));
}

/** Where the app makes it, what is to say, and where it stands in the template. */
function writePlace(
  place: Omit<RelatedPlace, 'message'>,
  message: string,
  prefix: string,
  writer: Writer,
  hasStack = true,
  hasLine = true,
): string {
  const { style, wrap, width } = writer;
  const where = escapeControlCharacters(
    isInTemplate(place) ? formatPath(place.propertyPath) : `${propertyOf(place)}${formatTemplatePlace(place)}`,
  );
  const stack = hasStack ? escapeControlCharacters(`stack ${formatStack(place.stack)}`) : '';
  const indent = `${/^ */.exec(prefix)?.[0]}  `;
  return [
    `${prefix}${writePosition(place, writer)}${escapeControlCharacters(formatSubject(place))}`,
    ...(hasLine ? writeSourceLine(place, indent, writer) : []),
    wrap(escapeControlCharacters(message), indent),
    // A path is never broken, so that a terminal can open it.
    ...(where !== '' && stack !== '' && `${indent}${where}, ${stack}`.length <= width ? [`${where}, ${stack}`] : [where, stack])
      .filter((line) => line !== '')
      .map((line) => indent + style('dim', line)),
  ].join('\n');
}

/** Whether the line that is shown above is that of the template. */
function isInTemplate({ source, template }: Pick<RelatedPlace, 'source' | 'template'>): boolean {
  return source !== null && source.file === template.file && source.line === template.line;
}

/** `BucketName of Bucket83908E77 in `: the property, and the logical id where the construct's path stands above. */
function propertyOf({ propertyPath, resource }: Pick<RelatedPlace, 'propertyPath' | 'resource'>): string {
  const property = propertyPath.length === 0 ? [] : [formatPath(propertyPath)];
  const subject = [...property, ...(resource?.constructPath ? [resource.logicalId] : [])].join(' of ');
  return subject === '' ? '' : `${subject} in `;
}

function writePosition({ source, stack }: Pick<RelatedPlace, 'source' | 'stack'>, { style, link, showSource, fileUrl }: Writer): string {
  if (source === null) return '';
  const position = `${showSource(source.file, stack.assembly)}:${source.line}${source.column === null ? '' : `:${source.column}`}`;
  const text = style('cyan', escapeControlCharacters(position));
  return `${source.approximate ? 'near ' : ''}${link(text, fileUrl(source.file, stack.assembly))}  `;
}

/** The line of the app, so that nobody has to open the file to know which construct it is. */
function writeSourceLine({ source, stack }: Pick<RelatedPlace, 'source' | 'stack'>, indent: string, writer: Writer): readonly string[] {
  const text = source === null ? undefined : writer.sourceLine(source.file, source.line, stack.assembly)?.trim();
  if (source === null || text === undefined || text === '') return [];
  const line = `${indent}${source.line} │ ${escapeControlCharacters(text)}`;
  return [writer.style('dim', line.length > writer.width ? `${line.slice(0, writer.width - 1)}…` : line)];
}

function isSameLine({ source }: Pick<RelatedPlace, 'source'>, other: Pick<RelatedPlace, 'source'>): boolean {
  return source !== null && source.file === other.source?.file && source.line === other.source.line;
}

function writeFix({ fix, fixExample }: Finding, indent: string, { style, wrap }: Writer): string {
  const text = wrap(`${style('green', 'Fix:')} ${escapeControlCharacters(fix)}`, indent);
  if (fixExample === undefined) return text;
  const lines = fixExample.text.split('\n').map((line) => `${indent}  ${style('green', escapeControlCharacters(line))}`);
  return [text, ...lines].join('\n');
}

function writeDiagnostic({ severity, message, file }: ReportDiagnostic, { style, wrap }: Writer): string {
  return wrap(
    `${style(SEVERITY_STYLES[severity], severity)} ${file === undefined ? '' : `${escapeControlCharacters(file)}: `}${escapeControlCharacters(message)}`,
    '',
  );
}

/** How many findings each check has, the worst first. */
function writeTable(groups: readonly Group[], { checks, width }: Context, { style }: Writer): string {
  const digits = Math.max(...groups.map(({ length }) => String(length).length));
  const longest = Math.max(...groups.map(([{ checkId }]) => checkId.length));
  const rows = groups.map((group) => {
    const [{ severity, checkId, message }] = group;
    const id = escapeControlCharacters(checkId);
    const title = escapeControlCharacters(checks.get(checkId)?.title ?? message);
    const start = `${severity.padEnd('warning'.length)}  ${String(group.length).padStart(digits)}  `;
    const row = `${id.padEnd(longest)}  ${title}`.trimEnd();
    const end = start.length + row.length > width ? `${row.slice(0, width - start.length - 1)}…` : row;
    return `${style(SEVERITY_STYLES[severity], severity)}${start.slice(severity.length)}${end}`;
  });
  return rows.join('\n');
}
