import { formatPath } from '../../finding/format-path.js';
import type { Finding, RelatedPlace, Report, ReportDiagnostic } from '../../finding/report.js';
import type { ReporterOptions } from '../reporter.js';
import { escapeControlCharacters, escapeWorkflowCommands } from '../text/escape.js';
import { createLayout, type Layout } from '../text/layout.js';
import { SEVERITY_STYLES } from '../text/severity-styles.js';
import { findingsInWords, formatStack, formatSubject, formatTemplatePlace, groupFindings, scopeInWords } from '../text/words.js';

/** For people: findings of one check together, each under the line of the app that makes the construct. */
export function reportTerminal(report: Report, options: ReporterOptions): string {
  const writer: Writer = { ...createLayout(options), showSource: options.showSource };
  const summary = `${findingsInWords(report)} in ${scopeInWords(report)}.`;
  const end = [writer.wrap(writer.style('bold', escapeControlCharacters(`${summary[0]?.toUpperCase()}${summary.slice(1)}`)), '')];
  if (report.findings.length > 0) end.push(writer.wrap('`synthcheck explain ID` tells why a check exists, with an example.', ''));
  const blocks = [
    ...groupFindings(report.findings).map((group) => writeGroup(group, writer)),
    ...(report.diagnostics.length > 0 ? [report.diagnostics.map((diagnostic) => writeDiagnostic(diagnostic, writer)).join('\n')] : []),
    end.join('\n'),
  ];
  return `${escapeWorkflowCommands(blocks.join('\n\n'))}\n`;
}

type Place = Omit<RelatedPlace, 'message'>;
type Writer = Layout & Pick<ReporterOptions, 'showSource'>;

function writeGroup(group: ReturnType<typeof groupFindings>[number], writer: Writer): string {
  const [{ severity, checkId, fix }] = group;
  const count = group.length > 1 ? ` (${group.length})` : '';
  const isOneFix = group.every((finding) => finding.fix === fix);
  return [
    `${writer.style(SEVERITY_STYLES[severity], severity)} ${writer.style('bold', escapeControlCharacters(checkId))}${count}`,
    ...group.map((finding) => writeFinding(finding, !isOneFix, writer)),
    ...(isOneFix ? [writeFix(fix, '  ', writer)] : []),
  ].join('\n\n');
}

function writeFinding(finding: Finding, hasFix: boolean, writer: Writer): string {
  const { message, stack, related } = finding;
  return [
    writePlace(finding, message, '  ', writer),
    `    ${writer.style('dim', escapeControlCharacters(`stack ${formatStack(stack)}`))}`,
    ...related.map((place) => {
      const isElsewhere = place.stack.id !== stack.id || place.stack.assembly !== stack.assembly;
      const where = isElsewhere ? `, stack ${formatStack(place.stack)}` : '';
      return writePlace(place, place.message, '    see ', writer, where);
    }),
    ...(hasFix ? [writeFix(finding.fix, '    ', writer)] : []),
  ].join('\n');
}

/** Where the app makes it, what is to say, and where it stands in the template. */
function writePlace(place: Place, message: string, prefix: string, { style, wrap, showSource }: Writer, where = ''): string {
  const { source, stack, propertyPath } = place;
  const indent = `${/^ */.exec(prefix)?.[0]}  `;
  const property = propertyPath.length === 0 ? '' : `${formatPath(propertyPath)} in `;
  const position =
    source && `${showSource(source.file, stack.assembly)}:${source.line}${source.column === null ? '' : `:${source.column}`}`;
  const made = position === null ? '' : `${source?.approximate ? 'near ' : ''}${style('cyan', escapeControlCharacters(position))}  `;
  return [
    `${prefix}${made}${escapeControlCharacters(formatSubject(place))}`,
    wrap(escapeControlCharacters(message), indent),
    `${indent}${style('dim', escapeControlCharacters(`${property}${formatTemplatePlace(place)}${where}`))}`,
  ].join('\n');
}

function writeFix(fix: string, indent: string, { style, wrap }: Writer): string {
  return wrap(`${style('green', 'Fix:')} ${escapeControlCharacters(fix)}`, indent);
}

function writeDiagnostic({ severity, message, file }: ReportDiagnostic, { style, wrap }: Writer): string {
  return wrap(
    `${style(SEVERITY_STYLES[severity], severity)} ${file === undefined ? '' : `${escapeControlCharacters(file)}: `}${escapeControlCharacters(message)}`,
    '',
  );
}
