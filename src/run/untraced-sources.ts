import type { Finding, ReportDiagnostic } from '../finding/report.js';
import type { Sources } from '../finding/sources.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { languageOfFile } from '../language.js';
import { findAppLanguage } from '../source/app-files.js';

/** Says how to have the lines of an app, where its language can tell them and has not: https://github.com/aws/jsii/pull/5153 */
export function describeUntracedSources(graph: ResourceGraph, findings: readonly Finding[], sources: Sources): readonly ReportDiagnostic[] {
  return graph.assemblies.flatMap((assembly): readonly ReportDiagnostic[] => {
    const own = findings.filter(({ stack }) => stack.assembly === assembly.path);
    if (own.length === 0 || own.some(({ source }) => source !== null && !source.approximate)) return [];
    const files = own.flatMap(({ source }) => source?.file ?? []);
    const language =
      files.map(languageOfFile).find((found) => found !== undefined) ?? findAppLanguage(assembly.root, sources.rootOf(assembly));
    if (language !== 'python' && language !== 'java') return [];
    const places = files.length > 0 ? 'places are found by the ids of constructs' : 'findings have no lines of the app';
    const message = `The assembly ${assembly.path} has no stack traces of the app: ${places}. Set JSII_HOST_STACK_TRACES=1 for \`cdk synth\`, or run \`cdk synth --debug\`, to have the exact lines.`;
    return [{ severity: 'info', message }];
  });
}
