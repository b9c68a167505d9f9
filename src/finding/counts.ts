import type { CloudAssembly } from '../assembly/model.js';
import type { Severity } from '../check/problem.js';
import { linkClassOf } from '../graph/kinds/kinds.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { compareText } from './order.js';
import type { LinkCounts, ReportAssembly } from './report.js';

/** The CDK's own note of its version is there or not by region, and nothing can be wrong with it. */
function isConditional({ type, existence }: Resource): boolean {
  return type !== 'AWS::CDK::Metadata' && existence === 'conditional';
}

/** What was read of each assembly of the graph. */
export function countAssemblies(graph: ResourceGraph): readonly ReportAssembly[] {
  const links = countLinks(graph);
  return graph.assemblies.map((assembly) => {
    const { path, manifestVersion, stacks } = assembly;
    const regions = new Set(stacks.flatMap(({ environment }) => environment.region ?? []));
    const resources = stacks.flatMap((stack) => [...graph.resourcesOf(stack)]);
    const conditional = resources.filter(isConditional).length;
    const nested = stacks.filter(({ parent }) => parent !== undefined).length;
    return {
      path,
      manifestVersion: manifestVersion ?? null,
      stacks: stacks.length - nested,
      nestedStacks: nested,
      resources: resources.length,
      ...(conditional > 0 && { conditional }),
      regions: [...regions].sort(compareText),
      links: links.get(assembly) ?? NO_LINKS,
    };
  });
}

export function countSeverities(findings: readonly { readonly severity: Severity }[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

const NO_LINKS: LinkCounts = { exact: 0, inferred: 0, external: 0, unknown: 0 };

/** By the assembly that refers. Stack links are other views of the same references, so they do not count again. */
function countLinks(graph: ResourceGraph): ReadonlyMap<CloudAssembly, LinkCounts> {
  const counts = new Map(graph.assemblies.map((assembly) => [assembly, { ...NO_LINKS } as Record<keyof LinkCounts, number>]));
  const count = (assembly: CloudAssembly, kind: keyof LinkCounts): void => {
    const ofAssembly = counts.get(assembly);
    if (ofAssembly !== undefined) ofAssembly[kind]++;
  };
  for (const link of graph.links) {
    const linkClass = linkClassOf(link);
    if (linkClass !== 'opaque') count(link.from.stack.assembly, linkClass);
  }
  for (const reference of graph.unresolved) {
    // What AWS keeps is there.
    if (reference.class !== 'public') count(reference.from.stack.assembly, reference.class === 'external' ? 'external' : 'unknown');
  }
  return counts;
}
