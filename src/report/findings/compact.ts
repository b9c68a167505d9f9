import type { Finding, Report } from '../../finding/report.js';
import type { ReporterOptions } from '../reporter.js';
import { escapeControlCharacters, escapeWorkflowCommands } from '../text/escape.js';
import { formatTemplatePlace } from '../text/words.js';

/** One line for each finding, for grep and the problem matchers of editors: `file:line:column: severity check message`. */
export function reportCompact({ findings }: Report, { showSource }: Pick<ReporterOptions, 'showSource'>): string {
  const lines = findings.map((finding) => `${placeOf(finding, showSource)}: ${finding.severity} ${finding.checkId} ${finding.message}`);
  return escapeWorkflowCommands(lines.map((line) => `${escapeControlCharacters(line)}\n`).join(''));
}

/** The line of the app; without one, that of the template. */
function placeOf(finding: Finding, showSource: ReporterOptions['showSource']): string {
  const { source, stack } = finding;
  return source === null ? formatTemplatePlace(finding) : `${showSource(source.file, stack.assembly)}:${source.line}:${source.column ?? 1}`;
}
