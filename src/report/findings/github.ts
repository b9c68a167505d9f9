import { counted } from '../../counted.js';
import type { Finding, Report, ReportDiagnostic } from '../../finding/report.js';
import type { ReportContext } from '../reporter.js';
import { escapeControlCharacters, escapeWorkflowCommands } from '../text/escape.js';
import { annotatedPlace } from '../text/repository-place.js';
import { resultInWords } from '../text/words.js';
import { type AnnotationKind, workflowCommand } from '../text/workflow-command.js';
import { causeInLines } from './cause-lines.js';
import { type Cause, groupByCause } from './causes.js';

type Context = Pick<ReportContext, 'appOf' | 'elsewhere'>;

/** What GitHub keeps of each kind in a step; it drops the rest in silence. */
const MAX_ANNOTATIONS = 10;
const KINDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands of GitHub Actions: annotations at the source lines of the constructs. */
export function reportGithub(report: Report, context: Context, most = MAX_ANNOTATIONS): string {
  const { findings, diagnostics } = report;
  // What could not be read comes first: it is seldom much, and the exit code comes from it.
  const all = [...diagnostics.filter(({ severity }) => severity !== 'info'), ...groupByCause(findings).map(toEntry)];
  const count = (kind: AnnotationKind): number => all.filter(({ severity }) => KINDS[severity] === kind).length;
  const isTooMuch = Math.max(count('error'), count('warning'), count('notice')) > most;
  // One notice is needed to say that there are more.
  const left: Record<AnnotationKind, number> = { error: most, warning: most, notice: most - (isTooMuch ? 1 : 0) };
  const shown = all.filter(({ severity }) => left[KINDS[severity]]-- > 0);
  const lines = shown.map((entry) => ('cause' in entry ? annotate(entry.cause, context) : annotateRun(entry)));
  if (isTooMuch) {
    const more = counted(all.length - shown.length, 'more annotation');
    const why = `GitHub keeps ${MAX_ANNOTATIONS} of a kind; for all findings ${context.elsewhere}.`;
    lines.push(workflowCommand('notice', { title: 'synthcheck' }, `${more}: ${escapeControlCharacters(why)}`));
  }
  // What is no warning about the configuration that applied is a line of the log.
  for (const { severity, message, file } of diagnostics)
    if (severity === 'info' && file !== undefined && file === report.configuration?.file) lines.push(logLine(`${file}: ${message}`));
  lines.push(logLine(`synthcheck: ${resultInWords(report)}.`));
  return `${lines.join('\n')}\n`;
}

function logLine(text: string): string {
  return escapeWorkflowCommands(escapeControlCharacters(text));
}

/** What one line of the app makes in many places is one annotation. */
function toEntry(cause: Cause): { readonly severity: Finding['severity']; readonly cause: Cause } {
  return { severity: cause[0].severity, cause };
}

function annotate(cause: Cause, context: Context): string {
  const [finding] = cause;
  const { severity, checkId } = finding;
  const place = annotatedPlace(finding, context);
  const position = place === undefined ? {} : { file: place.file, line: place.line, ...(place.column !== null && { col: place.column }) };
  return workflowCommand(KINDS[severity], { ...position, title: checkId }, causeInLines(cause).join('\n'));
}

function annotateRun({ severity, message, file }: ReportDiagnostic): string {
  return workflowCommand(
    KINDS[severity],
    { title: 'synthcheck' },
    escapeControlCharacters(`${file === undefined ? '' : `${file}: `}${message}`),
  );
}
