import type { DiffReport } from '../../diff/report.js';
import { escapeControlCharacters, escapeWorkflowCommands } from '../text/escape.js';
import { type AnnotationKind, workflowCommand } from '../text/workflow-command.js';
import { type Entry, outlineOf, type Section } from './outline.js';
import { verdictOf } from './words.js';

/** What GitHub keeps of each kind in a step; it drops the rest in silence. */
const MAX_ANNOTATIONS = 10;

interface DiffGithubOptions {
  /** How many annotations of a kind. */
  readonly most?: number;
  /** Where all changes are. */
  readonly elsewhere?: string;
}

/** Sections that are worth a mark at a line; the rest is in the other formats. */
const MARKED: ReadonlySet<string> = new Set([
  'Deployment',
  'Lost, orphaned or replaced',
  'Security',
  'Removed exports, outputs, parameters and names',
  'New findings',
]);

/** Workflow commands of GitHub Actions, at the source lines of what is destructive, broader, or newly wrong. No values of properties. */
export function reportDiffGithub(
  report: DiffReport,
  { most = MAX_ANNOTATIONS, elsewhere = 'All are in the other formats.' }: DiffGithubOptions = {},
): string {
  const entries = outlineOf(report)
    .filter(({ title }) => MARKED.has(title))
    .flatMap(({ entries }: Section) => entries);
  // One notice is needed to say that there are more.
  const left: Record<AnnotationKind, number> = { error: most, warning: most, notice: most - 1 };
  const shown = entries.filter((entry) => left[kindOf(entry)]-- > 0);
  const rest = entries.length - shown.length;
  return `${[
    ...shown.map(annotate),
    ...(rest > 0
      ? [
          workflowCommand(
            'notice',
            { title: 'synthcheck diff' },
            `${rest} more. GitHub keeps ${MAX_ANNOTATIONS} annotations of a kind. ${elsewhere}`,
          ),
        ]
      : []),
    escapeWorkflowCommands(escapeControlCharacters(`synthcheck diff: ${verdictOf(report)}`)),
  ].join('\n')}\n`;
}

function kindOf({ tone }: Entry): AnnotationKind {
  return tone === 'bad' ? 'error' : tone === 'warning' ? 'warning' : 'notice';
}

function annotate(entry: Entry): string {
  const { position, label, subject, stack, message, fix } = entry;
  const place = position === null ? {} : { file: position.file, line: position.line };
  // `data (111122223333/us-east-1)` for a stack.
  const what = stack.startsWith(`${subject} (`) ? stack : `${subject}${stack === '' ? '' : ` in ${stack}`}`;
  const lines = [`${what}: ${message}`, ...(fix === null ? [] : [`Fix: ${fix}`])];
  return workflowCommand(kindOf(entry), { ...place, title: label }, lines.map(escapeControlCharacters).join('\n'));
}
