import type { Check } from '../check/check.js';
import { isFixOfCheck } from '../finding/fix-of-check.js';
import type { Finding } from '../finding/report.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { type Language, languageOfFile } from '../language.js';
import { memoizeByKey } from '../memoize.js';
import { findAppLanguage } from '../source/app-files.js';

interface Options {
  readonly graph: ResourceGraph;
  readonly checks: readonly Check[];
  /** The folder that the sources of an assembly are relative to. */
  readonly sourceRootOf: (assemblyPath: string) => string;
}

/** The sentences of the checks have code in TypeScript: these languages are shown it in their own. */
const OTHERS: readonly Language[] = ['python', 'java', 'csharp', 'go'];

/** Writes fixes in the language of the app: the code in their sentences, and that of the check, where it has some and the problem has no fix of its own. */
export async function addFixCode(findings: readonly Finding[], { graph, checks, sourceRootOf }: Options): Promise<readonly Finding[]> {
  const roots = new Map(graph.assemblies.filter(({ origin }) => origin === 'cdk').map(({ path, root }) => [path, root]));
  const appLanguage = memoizeByKey((path) => findAppLanguage(roots.get(path) as string, sourceRootOf(path)));
  const languageOf = ({ source, stack }: Finding): Language | undefined =>
    roots.has(stack.assembly) ? (languageOfFile(source?.file ?? '') ?? appLanguage(stack.assembly)) : undefined;
  const languages = findings.map(languageOf);
  if (!languages.some((language) => language !== undefined && OTHERS.includes(language))) return findings;

  const [{ fixCode }, { inLanguage }] = await Promise.all([import('../../checks/fix-code.js'), import('../finding/cdk-code/sentence.js')]);
  const sentences = new Map(checks.map(({ id, docs }) => [id, docs.fix]));
  return findings.map((finding, index) => {
    const language = languages[index];
    if (language === undefined || !OTHERS.includes(language)) return finding;
    const isOfCheck = isFixOfCheck(finding.fix, sentences.get(finding.checkId));
    const text = isOfCheck ? fixCode(finding.checkId, language) : undefined;
    return { ...finding, fix: inLanguage(finding.fix, language), ...(text !== undefined && { fixExample: { language, text } }) };
  });
}
