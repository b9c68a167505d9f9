import { createRequire } from 'node:module';
import { join } from 'node:path';
import { AssemblyFiles } from '../../assembly/files.js';
import type { CloudAssembly, Stack } from '../../assembly/model.js';
import type { ReportDiagnostic } from '../../finding/report.js';
import type { UnlocatedFinding } from '../../finding/unlocated-finding.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { groupBy } from '../../group-by.js';
import { inTemplate, PlaceFinder } from '../place-finder.js';
import { docsOf, fallbackFix, severityOf, toEngineId } from '../rule-ids.js';
import { keyOf, type LintCache } from './cache.js';
import type { EngineAnswer, EngineDiagnostic, EngineJob, EngineResult } from './engine-messages.js';
import { startEngines } from './engine-pool.js';
import { noiseIn } from './noise.js';
import type { RulePacks } from './rule-packs.js';

/** Of the cached results: raised when they hold something else. */
const FORMAT = '2';
const PACKAGE = '@aws/cloudformation-validate';

export interface LintOptions {
  readonly packs: RulePacks;
  readonly cache: LintCache;
  /** Whether the configuration names a rule, so that it is not noise. */
  readonly isNamed: (checkId: string) => boolean;
}

export interface LintResult {
  readonly detected: readonly UnlocatedFinding[];
  readonly diagnostics: readonly ReportDiagnostic[];
}

export interface LintRun {
  /** Never rejects. */
  readonly result: Promise<LintResult>;
  stop(): void;
}

/** Version of the engine; undefined when the package, which is optional, is not installed. */
export function engineVersion(): string | undefined {
  try {
    return (createRequire(import.meta.url)(`${PACKAGE}/package.json`) as { readonly version: string }).version;
  } catch {
    return undefined;
  }
}

/** Starts cfn-lint's rules on the templates of these stacks, each in its environment; what is cached is not run again. */
export function startLint(graph: ResourceGraph, stacks: readonly Stack[], version: string, options: LintOptions): LintRun {
  const assemblies = groupBy(stacks, ({ assembly }) => assembly);
  const tasks = [...assemblies].flatMap(([assembly, stacks]) => tasksOf(graph, assembly, stacks, version, options));
  const jobs = new Map(tasks.map(({ job }) => [job.key, job]));
  const results = new Map<string, EngineResult>();
  for (const key of jobs.keys()) {
    const cached = options.cache.get(key);
    if (cached === undefined) continue;
    results.set(key, cached);
    jobs.delete(key);
  }
  const finish = (answers: readonly EngineAnswer[]): LintResult => {
    const failures = new Map<string, string>();
    for (const answer of answers) {
      if ('failure' in answer) failures.set(answer.key, answer.failure);
      else {
        results.set(answer.key, answer.result);
        options.cache.put(answer.key, answer.result);
      }
    }
    if (answers.length > 0) options.cache.prune();
    return {
      detected: tasks.flatMap(({ stack, job, places }) => detectedIn(stack, places, results.get(job.key)?.diagnostics ?? [])),
      diagnostics: tasks.flatMap(({ job }) => describe(job, results.get(job.key), failures.get(job.key))),
    };
  };
  if (jobs.size === 0) return { result: Promise.resolve(finish([])), stop: () => {} };
  const { answers, stop } = startEngines({ packageFile: import.meta.url, jobs: [...jobs.values()], ...options.packs });
  return { result: answers.then(finish), stop };
}

interface Task {
  readonly stack: Stack;
  readonly job: EngineJob;
  readonly places: PlaceFinder;
}

function tasksOf(
  graph: ResourceGraph,
  assembly: CloudAssembly,
  stacks: readonly Stack[],
  version: string,
  { packs, isNamed }: LintOptions,
): readonly Task[] {
  const files = AssemblyFiles.of(assembly);
  const places = new PlaceFinder(graph, assembly);
  const rules = JSON.stringify(packs);
  return stacks.flatMap((stack) => {
    const file = files.locate('', stack.templateFile);
    const text = 'problem' in file ? file : files.read(file.value);
    // It was there a moment ago, when the assembly was loaded.
    if ('problem' in text) return [];
    const { account, region } = stack.environment;
    const exclude = noiseIn(stack.template.resources.size > 0, isNamed);
    const key = keyOf([FORMAT, version, rules, JSON.stringify(exclude), account ?? '', region ?? '', text.value]);
    const shown = join(assembly.path, stack.templateFile);
    return [{ stack, places, job: { key, file: shown, text: text.value, account, region, exclude } }];
  });
}

function detectedIn(stack: Stack, places: PlaceFinder, diagnostics: readonly EngineDiagnostic[]): readonly UnlocatedFinding[] {
  return diagnostics.flatMap(({ ruleId, severity, message, logicalId, propertyPath, suggestedFix, documentationUrl }) => {
    const place = logicalId === undefined ? inTemplate(stack, propertyPath ?? '') : places.inResource(stack, logicalId, propertyPath);
    // A resource whose condition does not hold in this environment is not created.
    if (place === undefined) return [];
    const checkId = toEngineId(ruleId);
    return [
      {
        checkId,
        severity: severityOf(checkId, severity),
        message,
        fix: suggestedFix ?? fallbackFix(checkId, stack),
        docs: documentationUrl ?? docsOf(checkId),
        place,
        related: [],
      },
    ];
  });
}

function describe({ file }: EngineJob, result: EngineResult | undefined, failure: string | undefined): readonly ReportDiagnostic[] {
  if (failure !== undefined)
    return [{ severity: 'error', message: `cfn-lint's rules failed on the template (${failure}): what they would find is missing.`, file }];
  if (result?.status === 'ANALYSIS_INCOMPLETE')
    return [{ severity: 'warning', message: "cfn-lint's rules were too much for the template: they may have missed something.", file }];
  return [];
}
