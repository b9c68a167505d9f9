import type { Finding, Report } from '../../finding/report.js';
import type { ReporterOptions } from '../reporter.js';
import { visible, withoutCommands } from '../text/visible.js';
import { templateInWords } from '../text/words.js';

/** One line for each finding, for grep and the problem matchers of editors: `file:line:column: severity check message`. */
export function reportCompact({ findings }: Report, { showSource }: Pick<ReporterOptions, 'showSource'>): string {
  const lines = findings.map((finding) => `${placeOf(finding, showSource)}: ${finding.severity} ${finding.checkId} ${finding.message}`);
  return withoutCommands(lines.map((line) => `${visible(line)}\n`).join(''));
}

/** The line of the app; without one, that of the template. */
function placeOf(finding: Finding, showSource: ReporterOptions['showSource']): string {
  const { source, stack } = finding;
  return source === null ? templateInWords(finding) : `${showSource(source.file, stack.assembly)}:${source.line}:${source.column ?? 1}`;
}
