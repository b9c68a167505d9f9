import type { Stack } from '../assembly/model.js';
import type { Config } from '../config/config.js';
import { InputError } from '../diagnostic.js';
import { type Imported, importFindings } from '../external/validation-report/import.js';
import type { ReportDiagnostic } from '../finding/report.js';
import type { UnlocatedFinding } from '../finding/unlocated-finding.js';
import type { ExternalFindings, Plan } from './check-graph.js';

export type LintMode = NonNullable<NonNullable<Config['lint']>['mode']>;

export interface ExternalOptions {
  readonly mode: LintMode;
  /** Rules of one's own, as the configuration names them. */
  readonly rules: readonly string[];
  /** What the rules are relative to. */
  readonly folder: string;
  readonly configOrigin: string;
  readonly workingDirectory: string;
}

export { type Imported, importFindings };

/** What is under way in other threads. */
export interface ExternalRun {
  readonly result: Promise<ExternalFindings>;
  stop(): void;
}

/** Starts what other tools have to do, and gives what they found with what they have found already. */
export async function startExternal(plan: Plan, imported: Imported, options: ExternalOptions): Promise<ExternalRun> {
  const { selection } = plan;
  const wanted = toBeLinted(plan, imported, options);
  const withImported = (
    detected: readonly UnlocatedFinding[],
    ran: boolean,
    diagnostics: readonly ReportDiagnostic[],
  ): ExternalFindings => {
    const others = options.mode === 'never' ? imported.detected.filter(({ checkId }) => !isLint(checkId)) : imported.detected;
    const plugins = new Set(imported.plugins);
    for (const plugin of ['cfn-lint', 'cloudformation-validate']) {
      if (ran) plugins.add(plugin);
      else if (options.mode === 'never') plugins.delete(plugin);
    }
    const all = withoutRepetition(detected, others).filter(({ checkId }) => selection.isSelected(checkId));
    return {
      detected: all.map((one) => ({ ...one, severity: selection.severityOf({ id: one.checkId }) ?? one.severity })),
      plugins,
      diagnostics: [...imported.diagnostics, ...diagnostics],
    };
  };
  if (wanted.length === 0) return { result: Promise.resolve(withImported([], false, [])), stop: () => {} };
  const { engineVersion, startLint } = await import('../external/cfn-lint/lint.js');
  const version = engineVersion();
  if (version === undefined) {
    const missing = 'the package @aws/cloudformation-validate is not installed';
    if (options.mode === 'always') throw new InputError(`cfn-lint's rules cannot run: ${missing}`);
    const diagnostic = { severity: 'info', message: `cfn-lint's rules did not run: ${missing}.` } as const;
    return { result: Promise.resolve(withImported([], false, [diagnostic])), stop: () => {} };
  }
  const [{ openCache }, { readRulePacks }] = await Promise.all([
    import('../external/cfn-lint/cache.js'),
    import('../external/cfn-lint/rule-packs.js'),
  ]);
  const run = startLint(plan.graph, wanted, version, {
    packs: readRulePacks(options.rules, options.folder, options.configOrigin),
    cache: openCache(options.workingDirectory),
    isNamed: selection.isNamed,
  });
  return { result: run.result.then(({ detected, diagnostics }) => withImported(detected, true, diagnostics)), stop: run.stop };
}

/** CDK's own run leaves the templates of nested stacks out, and a report that was cut may leave out any. With rules of one's own there is no telling what it would have found with them. */
function toBeLinted({ graph, selection, options }: Plan, { linted }: Imported, { mode, rules }: ExternalOptions): readonly Stack[] {
  if (mode === 'never' || !selection.mayBeExternal) return [];
  // Whoever distrusts what the assembly accepts distrusts what it says was checked.
  if (mode === 'always' || rules.length > 0 || options.assemblySuppressions === false) return graph.stacks;
  return graph.stacks.filter((stack) => stack.parent !== undefined || !linted.has(stack));
}

function isLint(checkId: string): boolean {
  return checkId.startsWith('cfn-lint/') || checkId.startsWith('cloudformation-validate/');
}

/** What CDK's run and ours both found is reported once, and is accepted when CDK knows it to be: not all acknowledgements are written down. */
function withoutRepetition(detected: readonly UnlocatedFinding[], imported: readonly UnlocatedFinding[]): readonly UnlocatedFinding[] {
  const known = new Map(imported.map((one) => [keyOf(one), one]));
  const found = new Set(detected.map(keyOf));
  return [
    ...detected.map((one) => ({ ...one, acknowledged: known.get(keyOf(one))?.acknowledged })),
    ...imported.filter((one) => !found.has(keyOf(one))),
  ];
}

function keyOf({ checkId, place: { stack, resource, templatePath, constructPath } }: UnlocatedFinding): string {
  return JSON.stringify([checkId, stack.assembly.root, stack.id, resource?.logicalId, templatePath, constructPath]);
}
