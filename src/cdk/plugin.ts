import { checks as builtInChecks } from '../../checks/index.js';
import { loadAssembly } from '../assembly/load.js';
import type { Config } from '../config/config.js';
import { describeConfig } from '../config/describe-config.js';
import type { LoadedConfig } from '../config/loaded-config.js';
import { loadOwnChecksSync } from '../config/own-checks.js';
import { loadConfigSync } from '../config/read-config.js';
import { InputError } from '../diagnostic.js';
import { boundDiagnostics, boundFindings, MAX_FINDINGS } from '../finding/bounds.js';
import { describeFailure } from '../finding/failures.js';
import { failingSeverities } from '../finding/threshold.js';
import type { UnlocatedFinding } from '../finding/unlocated-finding.js';
import { buildGraph } from '../graph/graph.js';
import { type CheckGraphOptions, filterAccepted, NO_EXTERNAL_FINDINGS, planChecks, runOwnChecks } from '../run/check-graph.js';
import type { Accepted } from '../suppress/apply.js';
import { openBaseline } from '../suppress/baseline-file.js';
import { ownVersion } from '../version.js';
import { findAssemblyRoot } from './assembly-root.js';
import type { ValidationContext, ValidationReport, ViolatingResource } from './cdk-types.js';
import { toNotChecked, toRemark, toViolations } from './violations.js';

export type { ValidationContext, ValidationReport, ViolatingResource, Violation } from './cdk-types.js';

export interface SynthcheckPluginOptions {
  /** A configuration, or the path of a file. Left out: the file beside the assembly or in the working directory, as on the command line. */
  readonly config?: Config | string;
  /** False ignores what the app itself suppresses, by acknowledgements and `Metadata`; the configuration and the baseline count. */
  readonly assemblySuppressions?: boolean;
}

/** CDK prints annotations itself. */
const FOUND_BY_CDK = 'assembly/annotation';

/**
 * The same checks while the app is synthesized: `Validations.of(app).addPlugins(new SynthcheckPlugin())`. Register it on the app: it looks at
 * all stacks of all stages together.
 */
export class SynthcheckPlugin {
  readonly name = 'synthcheck';
  readonly version: string = ownVersion();
  readonly #options: SynthcheckPluginOptions;

  constructor(options: SynthcheckPluginOptions = {}) {
    this.#options = options;
  }

  /**
   * Never throws: `cdk synth` of version 2.1148 says nothing of a plugin that threw, and ends with success. A violation that is fatal is printed,
   * lets the synthesis fail, and cannot be acknowledged.
   */
  validate(context: ValidationContext): ValidationReport {
    try {
      return this.#check(context);
    } catch (error) {
      const message =
        error instanceof Error ? (error instanceof InputError ? error.message : (error.stack ?? error.message)) : String(error);
      const violation = toNotChecked({ severity: 'error', message: `Nothing was checked: ${message}` }, firstPlace(context.templatePaths));
      return { success: false, pluginVersion: this.version, violations: [violation] };
    }
  }

  #check({ templatePaths }: ValidationContext): ValidationReport {
    const root = findAssemblyRoot(templatePaths);
    if (root === undefined) throw new InputError('no manifest.json beside the templates that CDK names');
    const workingDirectory = process.cwd();
    const loaded = this.#loadConfig(root, workingDirectory);
    const assembly = loadAssembly(root, { duringSynth: true });
    const options: CheckGraphOptions = {
      checks: loadOwnChecksSync(loaded, builtInChecks),
      config: loaded.config,
      configOrigin: loaded.origin,
      baseline: openBaseline(loaded, { workingDirectory })?.known,
      assemblySuppressions: this.#options.assemblySuppressions,
      workingDirectory,
    };
    const plan = planChecks(buildGraph([assembly]), options);
    const { detected, failures } = runOwnChecks(plan);
    const own = { detected: detected.filter(({ checkId }) => checkId !== FOUND_BY_CDK), failures };
    const { reported, suppressed, diagnostics } = filterAccepted(plan, own, NO_EXTERNAL_FINDINGS);
    const problems = boundDiagnostics(
      [...assembly.diagnostics, ...own.failures.map(describeFailure)].filter(({ severity }) => severity === 'error'),
    );
    const { listed, diagnostics: more } = boundFindings(reported);
    const remarks = boundDiagnostics([...describeConfig(loaded), ...diagnostics, ...more].filter(({ severity }) => severity === 'warning'));

    const failing = failingSeverities(loaded.config.failOn ?? 'error');
    const success = problems.length === 0 && !reported.some(({ severity }) => failing.includes(severity));
    const isSuccessForCdk = problems.length === 0 && reported.every(({ severity }) => severity !== 'error');
    const somewhere = firstPlace(templatePaths);
    return {
      success,
      pluginVersion: this.version,
      violations: [
        ...problems.map((problem) => toNotChecked(problem, somewhere)),
        ...toViolations([...listed, ...forCdk(suppressed.slice(0, MAX_FINDINGS), success, isSuccessForCdk)]),
        ...remarks.map((remark) => toRemark(remark, somewhere)),
      ],
    };
  }

  #loadConfig(root: string, workingDirectory: string): LoadedConfig {
    return loadConfigSync({ config: this.#options.config, assemblies: [root], workingDirectory });
  }
}

/**
 * What the app acknowledges goes to CDK all the same, which sets it aside in its own report with the reason. But then CDK decides anew whether
 * the run was a success, by errors alone: where that would come out otherwise, CDK does not get to see it.
 */
function forCdk(suppressed: readonly Accepted[], isSuccess: boolean, isSuccessForCdk: boolean): readonly UnlocatedFinding[] {
  return isSuccess === isSuccessForCdk ? suppressed.filter(({ isAcknowledged }) => isAcknowledged).map(({ detected }) => detected) : [];
}

function firstPlace(templatePaths: readonly string[]): ViolatingResource {
  return { resourceLogicalId: '', templatePath: templatePaths[0] ?? '', locations: [] };
}
