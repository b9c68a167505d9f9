import type { ReportDiagnostic } from '../../finding/report.js';
import { visible, withoutCommands } from '../text/visible.js';

/** What could not be read, a line each, for the stream beside a report that machines read. */
export function notesInWords(diagnostics: readonly ReportDiagnostic[]): string {
  const lines = diagnostics.map(({ severity, message, file }) => {
    const place = file === undefined ? '' : `${file}: `;
    return `${visible(`synthcheck: ${severity}: ${place}${message}`)}\n`;
  });
  return withoutCommands(lines.join(''));
}
