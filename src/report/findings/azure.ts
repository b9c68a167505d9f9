import type { Report, ReportDiagnostic } from '../../finding/report.js';
import type { ReportContext } from '../reporter.js';
import { escapeControlCharacters, escapeWorkflowCommands, LOG_COMMAND } from '../text/escape.js';
import { annotatedPlace } from '../text/repository-place.js';
import { resultInWords } from '../text/words.js';
import { causeInLines } from './cause-lines.js';
import { type Cause, groupByCause } from './causes.js';

type Properties = Readonly<Record<string, string | number>>;

/** Logging commands of Azure Pipelines: https://learn.microsoft.com/en-us/azure/devops/pipelines/scripts/logging-commands#logissue-log-an-error-or-warning */
export function reportAzure(report: Report, context: Pick<ReportContext, 'appOf'>): string {
  const lines = [
    ...report.diagnostics.map(logRun),
    ...groupByCause(report.findings).map((cause) => logCause(cause, context)),
    logLine(`synthcheck: ${resultInWords(report)}.`),
  ];
  return `${lines.join('\n')}\n`;
}

function logCause(cause: Cause, context: Pick<ReportContext, 'appOf'>): string {
  const [finding] = cause;
  const { severity, checkId } = finding;
  const place = annotatedPlace(finding, context);
  const where = place && `${place.file}:${place.line}`;
  // There are errors and warnings only.
  if (severity === 'info') return logLine(`info: ${where === undefined ? '' : `${where} `}${checkId} ${finding.message}`);
  const position = place && {
    sourcepath: place.file,
    linenumber: place.line,
    ...(place.column !== null && { columnnumber: place.column }),
  };
  return command({ type: severity, ...position, code: checkId }, causeInLines(cause).join('\n'));
}

function logRun({ severity, message, file }: ReportDiagnostic): string {
  const text = `${file === undefined ? '' : `${file}: `}${message}`;
  return severity === 'info' ? logLine(text) : command({ type: severity }, escapeControlCharacters(text));
}

function logLine(text: string): string {
  return escapeWorkflowCommands(escapeControlCharacters(text));
}

/** As https://github.com/microsoft/azure-pipelines-task-lib/blob/master/node/taskcommand.ts writes them. */
function command(properties: Properties, message: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(escapeControlCharacters(String(value)))};`);
  return `##vso[task.logissue ${written.join('')}]${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replace(LOG_COMMAND, '#\\u{23}').replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(']', '%5D').replaceAll(';', '%3B');
}
