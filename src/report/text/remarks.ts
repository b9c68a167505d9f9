import type { ReportDiagnostic } from '../../finding/report.js';
import { code, folded, prose, short } from './markdown.js';

const MAX_REMARKS = 50;

/** What could not be read or done, as a folded list; none when all could. */
export function remarks(diagnostics: readonly ReportDiagnostic[], about: string): readonly string[] {
  if (diagnostics.length === 0) return [];
  const lines = diagnostics.slice(0, MAX_REMARKS).map(({ severity, message, file }) => {
    const place = file === undefined ? '' : `${code(short(file))}: `;
    return `- ${severity}: ${place}${prose(short(message, 500))}`;
  });
  if (diagnostics.length > MAX_REMARKS) lines.push(`- and ${diagnostics.length - MAX_REMARKS} more`);
  return [folded(`About ${about} (${diagnostics.length})`, lines.join('\n'))];
}
