import type { Check } from '../check/check.js';
import type { Finding, Report, ReportStack } from '../finding/report.js';
import type { GraphDocument } from '../graph/document.js';
import type { Language } from '../language.js';

export interface ReporterOptions {
  readonly colors: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** The path to show for a source file of an assembly, so that a terminal can open it. */
  readonly showSource: (file: string, assembly: string) => string;
  /** The text of a line of a source file; undefined when it cannot be read or is no code. */
  readonly sourceLine: (file: string, line: number, assembly: string) => string | undefined;
  /** The address of a source file, for terminals that open links; undefined where there are none. */
  readonly fileUrl: (file: string, assembly: string) => string | undefined;
  /** Whether all places of a cause are listed, and what is known about references. */
  readonly verbose: boolean;
}

/** What there is to know besides the report. Each reporter names the part that it needs. */
export interface ReportContext extends ReporterOptions {
  /** The checks that ran, by id. Rules of other tools are not in it. */
  readonly checks: ReadonlyMap<string, Pick<Check, 'id' | 'title' | 'severity' | 'docs'>>;
  /** The fix of a check as code in each language; left out where the format has no room for it. */
  readonly fixCodes?: ((checkId: string) => FixCodes | undefined) | undefined;
  /** All stacks that were looked at, nested ones after their parents. */
  readonly stacks: readonly ReportStack[];
  /** Found when it is asked, as the graph is: few formats show them. */
  readonly suppressed: () => readonly SuppressedFinding[];
  /** The address of this project. */
  readonly homepage?: string | undefined;
  readonly exitCode: number;
  /** The severities that a run fails for. */
  readonly failing: readonly Finding['severity'][];
  readonly appOf: (assembly: string) => AppFiles;
  /** Address of a line of a source file. */
  readonly linkTo: (file: string, line: number) => string | undefined;
  /** Whether messages, which quote values of properties, may be shown in formats that leave them out otherwise. */
  readonly showValues: boolean;
  /** Whether a finding is new since an earlier assembly. Left out when that is not known. */
  readonly isNew?: ((finding: Finding) => boolean) | undefined;
  /** Where all findings are when a format has no room for them: `synthcheck prints all`. */
  readonly elsewhere: string;
  /** The command line that checks the same again, after a new synth. */
  readonly checkAgain: string;
  /** Whether the reader asks tools of the MCP server, and has no command line. */
  readonly hasTools?: boolean | undefined;
  /** How long a format may be that is read with a budget; its own bound when it is left out. */
  readonly bytes?: number | undefined;
  /** Of a graph that is too large for a picture, the stacks of the listed findings alone. */
  readonly graph: () => GraphDocument;
}

/** Code by its language. JavaScript is written as TypeScript is. */
export type FixCodes = Readonly<Partial<Record<Language, string>>>;

/** Files of the repository that stand for an assembly without traces: the app's entry as `cdk.json` names it, and `cdk.json` itself. */
export interface AppFiles {
  readonly entry?: string | undefined;
  readonly config?: string | undefined;
}

export interface SuppressedFinding extends Finding {
  /** Why it is accepted, when that was written down. */
  readonly reason: string | null;
}

/** Turns a report into the text of one format. Writes nothing. */
export type Reporter = (report: Report, context: ReportContext) => string | Promise<string>;
