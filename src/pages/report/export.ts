import type { Finding } from '../../finding/report.js';
import { code, prose } from '../../report/text/markdown.js';
import { formatPath } from '../graph/words.js';

/** As a table for a spreadsheet. What a spreadsheet would take for a formula is text. */
export function toCsv(findings: readonly Finding[]): string {
  const head = [
    'severity',
    'check',
    'message',
    'fix',
    'stack',
    'account',
    'region',
    'construct',
    'logical id',
    'type',
    'property',
    'source',
    'template',
  ];
  const rows = findings.map(({ severity, checkId, message, fix, stack, resource, propertyPath, source, template }) => [
    severity,
    checkId,
    message,
    fix,
    stack.name,
    stack.account ?? '',
    stack.region ?? '',
    resource?.constructPath ?? '',
    resource?.logicalId ?? '',
    resource?.type ?? '',
    formatPath(propertyPath),
    source === null ? '' : `${source.file}:${source.line}`,
    `${template.file}:${template.line}`,
  ]);
  return `${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const shown = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}

/** As a list to paste into an issue or a chat. */
export function toMarkdown(findings: readonly Finding[]): string {
  return findings
    .map(({ severity, checkId, message, stack, resource, source }) => {
      const place = resource?.constructPath ?? resource?.logicalId ?? stack.name;
      const where = source === null ? '' : ` (${code(`${source.file}:${source.line}`)})`;
      return `- [ ] **${severity}** ${code(place)}${where}: ${prose(message)} ${code(checkId)}\n`;
    })
    .join('');
}
