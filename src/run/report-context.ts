import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Stack } from '../assembly/model.js';
import { describeStack } from '../diff/places.js';
import { toGraphDocument } from '../graph/document.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { memoizeByKey } from '../memoize.js';
import type { AppFiles, ReportContext, ReporterOptions } from '../report/reporter.js';
import { findAppFiles } from '../source/app-files.js';
import { toPathFrom } from '../source/project-root.js';
import { createSourceLines } from '../source/source-lines.js';
import { ownHomepage } from '../version.js';
import type { Checked } from './check-assemblies.js';
import { linksOf } from './repository-links.js';

interface ContextOptions
  extends Pick<ReporterOptions, 'colors' | 'width' | 'verbose'>,
    Pick<ReportContext, 'exitCode' | 'failing' | 'fixCodes' | 'showValues' | 'elsewhere' | 'isNew' | 'checkAgain' | 'hasTools' | 'bytes'> {
  readonly workingDirectory: string;
  /** Whether the output is a terminal that opens links. */
  readonly hasLinks: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** For a reader that is no terminal. */
export const PLAIN = { colors: false, hasLinks: false, verbose: false, width: 120 } as const;

/** What reporters may know besides the report. What costs something is made when it is asked for. */
export function reportContext(checked: Checked, options: ContextOptions): ReportContext {
  const { graph, checks, sourceRootOf, suppressedFindings } = checked;
  const { workingDirectory, env, hasLinks, ...rest } = options;
  const linesOf = memoizeByKey((assembly: string) => createSourceLines(sourceRootOf(assembly)));
  const roots = new Map(graph.assemblies.map(({ path, root }) => [path, root]));
  const apps = new Map<string, AppFiles>();
  return {
    ...rest,
    checks: new Map(checks.map((check) => [check.id, check])),
    stacks: graph.stacks.map(describeStack),
    homepage: ownHomepage(),
    showSource: (file, assembly) => toPathFrom(workingDirectory, sourceRootOf(assembly), file),
    sourceLine: (file, line, assembly) => linesOf(assembly)?.(file, line),
    fileUrl: (file, assembly) => (hasLinks ? pathToFileURL(join(sourceRootOf(assembly), file)).href : undefined),
    appOf: (assembly) => {
      const app = apps.get(assembly) ?? findAppFiles(roots.get(assembly) ?? workingDirectory, sourceRootOf(assembly));
      apps.set(assembly, app);
      return app;
    },
    linkTo: linksOf(env),
    graph: () => toGraphDocument(graph, drawnStacks(checked)),
    suppressed: suppressedFindings,
  };
}

/** More than a browser draws. */
const MAX_DRAWN = 20_000;

/** Of a graph that is too large for a page: the stacks of the listed findings, in their order, with the stacks that they are nested in. */
function drawnStacks({ graph, report }: Checked): ReadonlySet<Stack> | undefined {
  const sizeOf = ({ template }: Stack): number => 1 + template.resources.size;
  if (graph.stacks.reduce((sum, stack) => sum + sizeOf(stack), 0) <= MAX_DRAWN) return undefined;
  const keyOf = (assembly: string, id: string): string => JSON.stringify([assembly, id]);
  const byKey = new Map(graph.stacks.map((stack) => [keyOf(stack.assembly.path, stack.id), stack]));
  const drawn = new Set<Stack>();
  let room = MAX_DRAWN;
  for (const { stack } of report.findings) {
    for (let found = byKey.get(keyOf(stack.assembly, stack.id)); found !== undefined && !drawn.has(found); found = found.parent?.stack) {
      room -= sizeOf(found);
      if (room < 0) return inOrder(graph, drawn);
      drawn.add(found);
    }
  }
  return inOrder(graph, drawn);
}

/** Parents before their nested stacks. */
function inOrder({ stacks }: ResourceGraph, chosen: ReadonlySet<Stack>): ReadonlySet<Stack> {
  return new Set(stacks.filter((stack) => chosen.has(stack)));
}
