import type { Finding, Report } from '../../finding/report.js';
import { groupBy } from '../../group-by.js';
import type { ReportContext } from '../reporter.js';
import { escapeWorkflowCommands } from '../text/escape.js';
import { placeInRepository } from '../text/repository-place.js';
import { xml } from '../text/xml.js';

/** Checkstyle's XML, which Jenkins and many other tools read: https://github.com/checkstyle/checkstyle/blob/master/src/main/java/com/puppycrawl/tools/checkstyle/XMLLogger.java */
export function reportCheckstyle({ findings }: Report, context: Pick<ReportContext, 'appOf'>): string {
  const placed = findings.map((finding) => ({ finding, place: placeInRepository(finding, context) }));
  const files = [...groupBy(placed, ({ place }) => place.file)].map(([name, entries]) =>
    xml(
      'file',
      { name },
      entries.map(({ finding, place }) => writeError(finding, place)),
    ),
  );
  return escapeWorkflowCommands(`<?xml version="1.0" encoding="UTF-8"?>\n${xml('checkstyle', { version: '10.0' }, files)}\n`);
}

function writeError({ severity, checkId, message, fix }: Finding, { line, column }: ReturnType<typeof placeInRepository>): string {
  return xml('error', {
    line,
    ...(column !== null && { column }),
    severity,
    message: fix === '' ? message : `${message} Fix: ${fix}`,
    source: checkId,
  });
}
