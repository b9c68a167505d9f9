import type { Reporter } from '../report/reporter.js';

export const FORMATS = ['terminal', 'compact', 'json', 'github', 'sarif', 'junit', 'markdown', 'html'] as const;
export type Format = (typeof FORMATS)[number];

/** Loads the reporter that is needed, and no other. */
export async function importReporter(format: Format): Promise<Reporter> {
  switch (format) {
    case 'terminal':
      return (await import('../report/findings/terminal.js')).reportTerminal;
    case 'compact':
      return (await import('../report/findings/compact.js')).reportCompact;
    case 'json':
      return (await import('../report/findings/json.js')).reportJson;
    case 'github':
      return (await import('../report/findings/github.js')).reportGithub;
    case 'sarif':
      return (await import('../report/findings/sarif.js')).reportSarif;
    case 'junit':
      return (await import('../report/findings/junit.js')).reportJunit;
    case 'markdown':
      return (await import('../report/findings/markdown.js')).reportMarkdown;
    case 'html':
      return (await import('../report/findings/html.js')).reportHtml;
  }
}

/** A report that goes into a file, besides the one on standard output. */
export interface ReportFile {
  readonly format: Format;
  readonly file: string;
}

/** Reads `sarif=out.sarif`. Undefined when it is not of this form. */
export function parseReportFile(text: string): ReportFile | undefined {
  const [, name, file] = /^([a-z]+)=(.+)$/s.exec(text) ?? [];
  const format = FORMATS.find((candidate) => candidate === name);
  return format === undefined || file === undefined ? undefined : { format, file };
}
