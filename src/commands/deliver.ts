import type { ReportDiagnostic } from '../finding/report.js';
import { type Io, print } from './io.js';

/** Writes a report to standard output, or into the file that `--output` names. */
export async function deliver(text: string, output: string | undefined, io: Io): Promise<void> {
  if (output === undefined) await print(io.stdout, text);
  else (await import('../files/write-file.js')).writeFileSafely(output, text, io.cwd);
}

/** Prints the messages about the assembly and the run to standard error, for a report that has no room for them. */
export async function printNotes(diagnostics: readonly ReportDiagnostic[], io: Io): Promise<void> {
  const { notesInWords } = await import('../report/findings/notes.js');
  const notes = notesInWords(diagnostics);
  if (notes !== '') await print(io.stderr, notes);
}
