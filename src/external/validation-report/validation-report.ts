import { statSync } from 'node:fs';
import { AssemblyFiles } from '../../assembly/files.js';
import { isObject, own, ownList, ownObject, ownString, parseJson } from '../../assembly/json.js';
import type { CloudAssembly, JsonObject, Stack } from '../../assembly/model.js';

const FILE = 'validation-report.json';

/** One plugin's part of `validation-report.json`. */
export interface PluginReport {
  readonly name: string;
  /** Why it failed, when it did. */
  readonly failure: string | undefined;
  readonly violations: readonly Violation[];
}

export interface Violation {
  readonly rule: string;
  readonly description: string;
  readonly severity: string | undefined;
  readonly fix: string | undefined;
  readonly places: readonly ViolationPlace[];
  /** The app's reason to accept it. */
  readonly acknowledged: string | undefined;
}

export interface ViolationPlace {
  readonly constructPath: string | undefined;
  readonly templateFile: string | undefined;
  readonly logicalId: string | undefined;
  /** Written as the plugin likes. */
  readonly properties: readonly string[];
}

/** The report, or why it is of no use: nothing when there is none. */
export type ReadReport = { readonly plugins: readonly PluginReport[] } | { readonly problem: string } | undefined;

/**
 * Reads what the validation of `cdk synth` found. A synth without validation leaves an older file where it is, so one that is older than
 * the manifest is of another app; `Manifest.loadValidationReport` of CDK throws on reports of older versions.
 */
export function readValidationReport(assembly: CloudAssembly): ReadReport {
  const files = AssemblyFiles.of(assembly);
  const file = files.locate('', FILE);
  if ('problem' in file) return undefined;
  if (files.packed === undefined && modifiedAt(file.value.real) < assembly.manifestModified)
    return { problem: 'is older than manifest.json' };
  const text = files.read(file.value);
  if ('problem' in text) return text;
  const content = parseJson(text.value);
  if ('problem' in content) return content;
  if (!isObject(content.value)) return { problem: 'does not hold an object' };
  const plugins = ownList(content.value, 'pluginReports').filter(isObject).map(readPlugin);
  const stacks = new Map(assembly.stacks.map((stack) => [stack.templateFile, stack]));
  const places = plugins.flatMap(({ violations }) => violations.flatMap((violation) => violation.places));
  const stale = places.find((place) => !isThere(place, stacks));
  return stale === undefined ? { plugins } : { problem: `names \`${stale.logicalId}\` in \`${stale.templateFile}\`, which is not there` };
}

/** In a pack there are no times: an older report was not packed. */
function modifiedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function isThere({ templateFile, logicalId }: ViolationPlace, stacks: ReadonlyMap<string, Stack>): boolean {
  if (templateFile === undefined || logicalId === undefined) return true;
  return stacks.get(templateFile)?.template.resources.has(logicalId) === true;
}

function readPlugin(report: JsonObject): PluginReport {
  // Before version 52 a summary held the name.
  const summary = ownObject(report, 'summary') ?? {};
  return {
    name: ownString(report, 'pluginName') ?? ownString(summary, 'pluginName') ?? 'plugin',
    failure: ownString(ownObject(report, 'metadata') ?? ownObject(summary, 'metadata') ?? {}, 'error'),
    violations: [...ownList(report, 'violations'), ...ownList(report, 'suppressedViolations')].filter(isObject).map(readViolation),
  };
}

function readViolation(violation: JsonObject): Violation {
  const isAcknowledged = own(violation, 'acknowledgedId') !== undefined || own(violation, 'acknowledgedAt') !== undefined;
  return {
    rule: ownString(violation, 'ruleName') ?? 'rule',
    description: ownString(violation, 'description') ?? '',
    severity: ownString(violation, 'severity'),
    fix: ownString(violation, 'suggestedFix') ?? ownString(violation, 'fix'),
    places: ownList(violation, 'violatingConstructs').filter(isObject).map(readPlace),
    acknowledged: isAcknowledged ? (ownString(violation, 'reason') ?? '') : undefined,
  };
}

function readPlace(construct: JsonObject): ViolationPlace {
  const resource = ownObject(construct, 'cloudFormationResource') ?? {};
  const constructPath = ownString(construct, 'constructPath');
  return {
    constructPath: constructPath === '' ? undefined : constructPath,
    templateFile: ownString(resource, 'templatePath')?.replaceAll('\\', '/'),
    logicalId: ownString(resource, 'logicalId'),
    properties: ownList(resource, 'propertyPaths').filter((path): path is string => typeof path === 'string'),
  };
}
