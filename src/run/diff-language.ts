import type { DiffReport } from '../diff/report.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { findAppLanguage } from '../source/app-files.js';
import { findProjectRoot } from '../source/project-root.js';

/** Writes the code in fixes in the language of the app, by its `cdk.json`. */
export async function inAppLanguage(report: DiffReport, { assemblies }: ResourceGraph, workingDirectory: string): Promise<DiffReport> {
  const [app] = assemblies.filter(({ origin }) => origin === 'cdk');
  const language = app && findAppLanguage(app.root, findProjectRoot(app.root, workingDirectory));
  if (language === undefined || language === 'typescript' || language === 'javascript') return report;
  const { inLanguage } = await import('../finding/cdk-code/sentence.js');
  const translated = <T extends { readonly fix: string | null }>(entries: readonly T[]): readonly T[] =>
    entries.map((entry) => (entry.fix === null ? entry : { ...entry, fix: inLanguage(entry.fix, language) }));
  const { stacks, resources, deployment, findings } = report;
  return {
    ...report,
    stacks: translated(stacks),
    resources: translated(resources),
    deployment: { ...deployment, problems: translated(deployment.problems) },
    findings: { ...findings, new: translated(findings.new), fixed: translated(findings.fixed) },
  };
}
