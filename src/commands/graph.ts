import type { Argv } from 'yargs';
import type { Stack } from '../assembly/model.js';
import type { Ids } from '../config/select-checks.js';
import { DEFAULT_TIMEOUT_SECONDS, Deadline } from '../deadline.js';
import type { ReportDiagnostic } from '../finding/report.js';
import type { GraphDocument } from '../graph/document.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { GRAPH_FORMATS, namesOf } from '../report/formats.js';
import type { Level } from '../report/graph/outline.js';
import type { Command } from './command.js';
import { deliver, printNotes } from './deliver.js';
import { hasColors, type Io, print, widthOf } from './io.js';
import { INPUTS, LIST, listOf, OUTPUT, refuseTerminal, TEMPLATE, TIMEOUT, timeoutOf } from './options.js';

const FORMATS = [...namesOf(GRAPH_FORMATS), 'html'] as const;
const LEVELS = ['resources', 'stacks', 'regions'] as const;

interface GraphOptions {
  readonly assemblies?: readonly string[] | undefined;
  readonly template?: readonly string[] | undefined;
  readonly format: (typeof FORMATS)[number];
  readonly output?: string | undefined;
  readonly stack?: readonly string[] | undefined;
  readonly level?: Level | undefined;
  readonly explainLinks?: boolean | undefined;
  readonly config?: string | undefined;
  readonly noAssemblySuppressions?: boolean | undefined;
  readonly timeout?: number | undefined;
}

export const graphCommand: Command<GraphOptions> = {
  usage: 'graph [assemblies..]',
  description: 'Draw the resource graph: Mermaid, Graphviz, JSON, or a page to explore',
  options,
  run,
};

function options(yargs: Argv): Argv<GraphOptions> {
  return yargs
    .positional('assemblies', INPUTS)
    .option('template', TEMPLATE)
    .option('format', { alias: 'f', choices: FORMATS, default: 'mermaid' as const, describe: 'Format of the graph', requiresArg: true })
    .option('output', { ...OUTPUT, describe: 'File for the graph, instead of standard output' })
    .option('stack', {
      ...LIST,
      describe: 'Only these stacks and what they are linked with: names or globs',
    })
    .option('level', {
      choices: LEVELS,
      describe: 'How much Mermaid and Graphviz show',
      defaultDescription: 'resources; in Mermaid all that it can draw',
      requiresArg: true,
    })
    .option('explain-links', {
      type: 'boolean',
      describe: 'List the references that could not be resolved, and why; the graph goes to --output only',
    })
    .option('config', { type: 'string', describe: 'Configuration file, for the findings in the page', requiresArg: true })
    .option('no-assembly-suppressions', {
      type: 'boolean',
      default: false,
      describe: 'Ignore suppressions that the assembly itself holds, for the findings in the page',
    })
    .option('timeout', TIMEOUT);
}

async function run(options: GraphOptions, io: Io): Promise<number> {
  const { format, output, explainLinks } = options;
  if (!explainLinks) refuseTerminal(format, output, io, 'graph');
  const paths = (await import('./assembly-folders.js')).assemblyFolders(options.assemblies, io.cwd, options.template);
  const stacks = listOf(options.stack, '--stack');
  const deadline = new Deadline(timeoutOf(options, 'graph') ?? DEFAULT_TIMEOUT_SECONDS);
  const [{ loadGraph }, { toGraphDocument }, { selectStacks }] = await Promise.all([
    import('../run/load-graph.js'),
    import('../graph/document.js'),
    import('../config/select-stacks.js'),
  ]);
  const { template: templates, config } = options;
  const { graph, diagnostics: ofInputs } = await loadGraph({ paths, templates, config, deadline, workingDirectory: io.cwd });
  const isWanted = selectStacks(graph.stacks, stacks);
  const document = await select(toGraphDocument(graph), graph, isWanted);

  let about: readonly ReportDiagnostic[] | undefined;
  if (output !== undefined || !explainLinks) {
    const { text, diagnostics } = await draw(document, graph, { stacks, deadline, paths }, options, io);
    about = diagnostics;
    await deliver(text, output, io);
  }
  if (explainLinks) {
    const { listUnresolved } = await import('../report/graph/unresolved.js');
    await print(io.stdout, listUnresolved(document, { colors: hasColors(io.stdout, io.env), width: widthOf(io.stdout, io.env) }));
  }
  const { boundDiagnostics } = await import('../finding/bounds.js');
  const diagnostics = about ?? boundDiagnostics(ofInputs);
  await printNotes(diagnostics, io);
  // What could not be read is missing in the graph.
  return diagnostics.some(({ severity }) => severity === 'error') ? 2 : 0;
}

async function select(document: GraphDocument, graph: ResourceGraph, isWanted: (stack: Stack) => boolean): Promise<GraphDocument> {
  // The document holds the stacks in the order of the graph.
  const chosen = new Set(graph.stacks.flatMap((stack, index) => (isWanted(stack) ? (document.stacks[index]?.id ?? []) : [])));
  if (chosen.size === document.stacks.length) return document;
  return (await import('../report/graph/selection.js')).selectStacksOf(document, chosen);
}

/** With what the page says of the assembly and the run, when it is one. */
interface Drawn {
  readonly text: string;
  readonly diagnostics?: readonly ReportDiagnostic[];
}

interface Checking {
  readonly paths: readonly string[];
  readonly stacks: Ids | undefined;
  readonly deadline: Deadline;
}

async function draw(
  document: GraphDocument,
  graph: ResourceGraph,
  { paths, ...checking }: Checking,
  options: GraphOptions,
  io: Io,
): Promise<Drawn> {
  const { format, level, config, template: templates } = options;
  if (format !== 'html') return { text: (await GRAPH_FORMATS[format]())(document, level) };
  const { pageContent } = await import('../run/graph-page-content.js');
  const { configNeighbours } = await import('../run/inputs.js');
  const { graphToHtml } = await import('../report/graph/html.js');
  const content = await pageContent(document, graph, {
    ...checking,
    config,
    configNeighbours: configNeighbours({ paths, templates, workingDirectory: io.cwd }),
    assemblySuppressions: !options.noAssemblySuppressions,
    workingDirectory: io.cwd,
  });
  return { text: await graphToHtml(content), diagnostics: content.report.diagnostics };
}
