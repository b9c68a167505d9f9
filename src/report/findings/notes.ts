import type { ReportDiagnostic } from '../../finding/report.js';
import { escapeControlCharacters, escapeWorkflowCommands } from '../text/escape.js';

/** What could not be read, a line each, for the stream beside a report that machines read. */
export function notesInWords(diagnostics: readonly ReportDiagnostic[]): string {
  const lines = diagnostics.map(({ severity, message, file }) => {
    const place = file === undefined ? '' : `${file}: `;
    return `${escapeControlCharacters(`synthcheck: ${severity}: ${place}${message}`)}\n`;
  });
  return escapeWorkflowCommands(lines.join(''));
}
