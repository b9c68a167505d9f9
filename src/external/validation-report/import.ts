import { join } from 'node:path';
import type { Stack } from '../../assembly/model.js';
import type { PlaceParts } from '../../finding/place.js';
import type { ReportDiagnostic } from '../../finding/report.js';
import type { UnlocatedFinding } from '../../finding/unlocated-finding.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { PlaceFinder } from '../place-finder.js';
import { docsOf, fallbackFix, isCfnLint, isFoundAnyway, severityOf, toCheckId } from '../rule-ids.js';
import { type PluginReport, readValidationReport, type Violation, type ViolationPlace } from './validation-report.js';

/** What other tools found while the app was synthesized. */
export interface Imported {
  readonly detected: readonly UnlocatedFinding[];
  /** Names of those that ran, as in ids. */
  readonly plugins: ReadonlySet<string>;
  /**
   * Stacks on whose templates CDK itself has run cfn-lint's rules: those that they found something in. A template without findings is not
   * mentioned, so that nothing tells it from one that was left out.
   */
  readonly linted: ReadonlySet<Stack>;
  readonly diagnostics: readonly ReportDiagnostic[];
}

/** Reads the validation reports of all assemblies of the graph. */
export function importFindings(graph: ResourceGraph): Imported {
  const found: Found = { detected: [], plugins: new Set(), linted: new Set(), diagnostics: [] };
  for (const assembly of graph.assemblies) {
    if (assembly.origin !== 'cdk') continue;
    const places = new PlaceFinder(graph, assembly);
    const file = join(assembly.path, 'validation-report.json');
    const report = readValidationReport(assembly);
    if (report === undefined) continue;
    if ('problem' in report) {
      found.diagnostics.push({ severity: 'info', message: `The validation report ${report.problem}: it is left out.`, file });
      continue;
    }
    for (const plugin of report.plugins) if (!isFoundAnyway(plugin.name)) addPlugin(plugin, places, file, found);
    if (!isLintedWithFindings(report.plugins) && report.plugins.some(({ name }) => !isFoundAnyway(name)))
      found.diagnostics.push({ severity: 'info', message: describeCoverage(report.plugins), file });
  }
  return found;
}

/** While it is put together. */
interface Found extends Imported {
  readonly detected: UnlocatedFinding[];
  readonly plugins: Set<string>;
  readonly linted: Set<Stack>;
  readonly diagnostics: ReportDiagnostic[];
}

function addPlugin(plugin: PluginReport, places: PlaceFinder, file: string, { detected, plugins, linted, diagnostics }: Found): void {
  const { name, failure, violations } = plugin;
  plugins.add(toCheckId(name, 'rule').split('/')[0] ?? '');
  if (failure !== undefined) diagnostics.push({ severity: 'error', message: `${failure}. What \`${name}\` would find is missing.`, file });
  for (const violation of violations) for (const one of toDetected(plugin, violation, places)) detected.push(one);
  if (!isCfnLint(name)) return;
  plugins.add('cfn-lint').add('cloudformation-validate');
  if (failure === undefined) for (const violation of violations) for (const stack of stacksOf(violation, places)) linted.add(stack);
}

/** A plugin that found nothing is not mentioned, so a report without cfn-lint's findings is no proof that its rules ran. */
function isLintedWithFindings(plugins: readonly PluginReport[]): boolean {
  const lint = plugins.filter(({ name }) => isCfnLint(name));
  return lint.some(({ violations }) => violations.length > 0) && lint.every(({ failure }) => failure === undefined);
}

function* toDetected({ name }: PluginReport, violation: Violation, places: PlaceFinder): Generator<UnlocatedFinding> {
  const checkId = toCheckId(name, violation.rule);
  for (const where of violation.places) {
    for (const place of placesOf(where, places)) {
      yield {
        checkId,
        severity: severityOf(checkId, violation.severity),
        message: atConstruct(violation.description, place.constructPath),
        fix: violation.fix ?? fallbackFix(checkId, place.stack),
        docs: docsOf(checkId),
        place,
        related: [],
        acknowledged: violation.acknowledged,
      };
    }
  }
}

/** The stacks whose templates a violation names. */
function stacksOf(violation: Violation, places: PlaceFinder): readonly Stack[] {
  return violation.places.flatMap(({ templateFile }) => (templateFile === undefined ? [] : (places.stackOfFile(templateFile) ?? [])));
}

/** One for each property that is named. What is not in the graph any more, since its condition does not hold, has none. */
function placesOf({ templateFile, logicalId, constructPath, properties }: ViolationPlace, places: PlaceFinder): readonly PlaceParts[] {
  const stack = templateFile === undefined ? undefined : places.stackOfFile(templateFile);
  const paths = properties.length === 0 ? [''] : properties;
  return paths.flatMap((path) => {
    if (stack !== undefined && logicalId !== undefined) return places.inResource(stack, logicalId, path) ?? [];
    return constructPath === undefined ? [] : (places.atConstruct(constructPath, path) ?? []);
  });
}

/** A construct that is no resource appears in no other field of the report. */
function atConstruct(message: string, constructPath: string | undefined): string {
  return constructPath === undefined ? message : `${constructPath}: ${message}`;
}

/** Says what a report holds, so that nobody takes what it leaves out for proof. */
function describeCoverage(plugins: readonly PluginReport[]): string {
  const names = [...new Set(plugins.map(({ name }) => `\`${name}\``))];
  const more = names.length > 10 ? ` and ${names.length - 10} more` : '';
  return `The validation report covers ${names.slice(0, 10).join(', ')}${more}; it has no findings of cfn-lint's rules, which run apart from it.`;
}
