import { checks as builtInChecks } from '../checks/index.js';
import type { Check } from './check/check.js';
import type { CheckFailure } from './check/run.js';
import type { Config } from './config/config.js';
import { validateConfig } from './config/validate.js';
import type { DiffReport } from './diff/report.js';
import type { Finding, Report } from './finding/report.js';
import type { ResourceGraph } from './graph/model/resource-graph.js';
import { checkAssemblies } from './run/check-assemblies.js';
import { checkGraph } from './run/check-graph.js';

export { checks } from '../checks/index.js';
export { type LoadOptions, loadAssembly } from './assembly/load.js';
export type { Asset, CloudAssembly, Environment, Json, JsonObject, Stack, Template } from './assembly/model.js';
export {
  type Check,
  type CheckContext,
  type Docs,
  defineCheck,
  type GraphCheck,
  type ResourceCheck,
  type StackCheck,
} from './check/check.js';
export type { Example, ExampleStack } from './check/example.js';
export type { Place, Problem, Severity } from './check/problem.js';
export type { CheckFailure } from './check/run.js';
export type { Settings } from './check/settings.js';
export type { Config } from './config/config.js';
export { type Diagnostic, InputError } from './diagnostic.js';
export type { DiffReport } from './diff/report.js';
export type { Finding, Report } from './finding/report.js';
export { buildGraph } from './graph/graph.js';
export type { Link } from './graph/model/link.js';
export type { Property } from './graph/model/property.js';
export type { Resource } from './graph/model/resource.js';
export type { ResourceGraph } from './graph/model/resource-graph.js';
export type { Value } from './graph/model/value.js';

export interface RunOptions {
  /** In place of the built-in ones, which `checks` holds. */
  readonly checks?: readonly Check[];
  readonly config?: Config;
  /** Is called with each check that threw; without it the first error is thrown. */
  readonly onFailure?: (failure: CheckFailure) => void;
}

/** Runs checks over a graph. */
export function runChecks(
  graph: ResourceGraph,
  { checks = builtInChecks, config = {}, onFailure = rethrow }: RunOptions = {},
): readonly Finding[] {
  const { findings, failures } = checkGraph(graph, {
    checks,
    config: validateConfig(config, 'config'),
    configOrigin: 'config',
    workingDirectory: process.cwd(),
  });
  failures.forEach(onFailure);
  return findings;
}

function rethrow({ error }: CheckFailure): void {
  throw error;
}

export interface CheckOptions {
  /** Folders that `cdk synth` wrote, CloudFormation templates, and folders of them; checked as one graph. */
  readonly assemblies: readonly string[];
  /** Templates with the regions that they are deployed to: `orders.yaml@us-east-1,eu-west-1`. */
  readonly templates?: readonly string[];
  /** A configuration, or the path of a file. Left out: the file beside the assembly or in the working directory, if there is one. */
  readonly config?: Config | string;
  /** In place of the built-in ones, which `checks` holds. */
  readonly checks?: readonly Check[];
  /** Whether cfn-lint's rules run: `auto` unless the configuration says otherwise. */
  readonly lint?: 'auto' | 'always' | 'never';
}

/** Does what the command line does, and gives the report. A check that throws is a diagnostic in it. Throws `InputError` when nothing can be checked. */
export async function check({ assemblies, templates, config, checks = builtInChecks, lint }: CheckOptions): Promise<Report> {
  const { report } = await checkAssemblies({ assemblies, templates, config, checks, lint, workingDirectory: process.cwd() });
  return report;
}

export interface DiffOptions {
  /** Folders that `cdk synth` wrote: for what is deployed, and for what is to be deployed. Several on a side are one graph. */
  readonly before: string | readonly string[];
  readonly after: string | readonly string[];
  /** A configuration, or the path of a file. Left out: the file beside the later assembly or in the working directory, if there is one. */
  readonly config?: Config | string;
  /** In place of the built-in ones, which `checks` holds. */
  readonly checks?: readonly Check[];
}

/** Tells what changes between two assemblies, as `synthcheck diff` does. Throws `InputError` when one cannot be read at all. */
export async function diff({ before, after, config, checks = builtInChecks }: DiffOptions): Promise<DiffReport> {
  const { diffAssemblies } = await import('./run/diff-assemblies.js');
  return diffAssemblies({ before, after, config, checks, workingDirectory: process.cwd() });
}
