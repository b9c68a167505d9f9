import type { DiffReporter } from './diff/terminal.js';
import type { Reporter } from './reporter.js';

/** Loads the reporter of a format when it is needed, and no other. */
type Formats<R> = Readonly<Record<string, () => Promise<R>>>;

/** In the order in which help lists them. */
export const FINDING_FORMATS = {
  terminal: async () => (await import('./findings/terminal.js')).reportTerminal,
  compact: async () => (await import('./findings/compact.js')).reportCompact,
  agent: async () => (await import('./findings/agent.js')).reportAgent,
  json: async () => (await import('./findings/json.js')).reportJson,
  github: async () => (await import('./findings/github.js')).reportGithub,
  gitlab: async () => (await import('./findings/gitlab.js')).reportGitlab,
  azure: async () => (await import('./findings/azure.js')).reportAzure,
  bitbucket: async () => (await import('./findings/bitbucket.js')).reportBitbucket,
  rdjson: async () => (await import('./findings/rdjson.js')).reportRdjson,
  checkstyle: async () => (await import('./findings/checkstyle.js')).reportCheckstyle,
  sarif: async () => (await import('./findings/sarif.js')).reportSarif,
  junit: async () => (await import('./findings/junit.js')).reportJunit,
  markdown: async () => (await import('./findings/markdown.js')).reportMarkdown,
  html: async () => (await import('./findings/html.js')).reportHtml,
} as const satisfies Formats<Reporter>;

export const DIFF_FORMATS = {
  terminal: async () => (await import('./diff/terminal.js')).reportDiffTerminal,
  agent: async () => (await import('./diff/agent.js')).reportDiffAgent,
  json: async () => (await import('./diff/json.js')).reportDiffJson,
  markdown: async () => (await import('./diff/markdown.js')).reportDiffMarkdown,
  html: async () => (await import('./diff/html.js')).reportDiffHtml,
  github: async () => {
    const { reportDiffGithub } = await import('./diff/github.js');
    return (report) => reportDiffGithub(report);
  },
  sarif: async () => (await import('./diff/sarif.js')).reportDiffSarif,
} as const satisfies Formats<DiffReporter>;

/** The page is made of more than the graph: `report/graph/html.ts`. */
export const GRAPH_FORMATS = {
  mermaid: async () => (await import('./graph/mermaid.js')).graphToMermaid,
  dot: async () => (await import('./graph/dot.js')).graphToDot,
  json: async () => (await import('./graph/json.js')).graphToJson,
} as const;

export const RESILIENCE_FORMATS = {
  terminal: async () => (await import('./resilience/terminal.js')).resilienceToTerminal,
  json: async () => (await import('./resilience/json.js')).resilienceToJson,
  markdown: async () => (await import('./resilience/markdown.js')).resilienceToMarkdown,
  html: async () => (await import('./resilience/html.js')).resilienceToHtml,
} as const;

export const ORGANIZATION_FORMATS = {
  terminal: async () => (await import('./organization/terminal.js')).organizationToTerminal,
  json: async () => (await import('./organization/json.js')).organizationToJson,
  markdown: async () => (await import('./organization/markdown.js')).organizationToMarkdown,
  html: async () => (await import('./organization/html.js')).organizationToHtml,
} as const;

export type FindingFormat = keyof typeof FINDING_FORMATS;

/** The names of formats. */
export function namesOf<N extends string>(formats: Readonly<Record<N, unknown>>): readonly N[] {
  return Object.keys(formats) as N[];
}
