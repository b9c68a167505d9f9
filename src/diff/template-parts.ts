import type { Json, JsonObject, Stack } from '../assembly/model.js';
import { own } from '../graph/model/json.js';
import type { Lookups } from './compare/lookups.js';
import { sameJson } from './pair/same-json.js';
import type { TemplatePartChange } from './report.js';

/** What the CDK adds to every template. */
const OWN: ReadonlySet<string> = new Set(['BootstrapVersion', 'CDKMetadataAvailable']);
const LEGACY_ASSET = /^AssetParameters[0-9a-f]{64}/;

/** The parts of two templates that are no resources, and the settings of the stack. */
export function compareParts(
  before: Stack | undefined,
  after: Stack | undefined,
  lookups: Lookups,
): { readonly parts: readonly TemplatePartChange[]; readonly own: number } {
  const parts: TemplatePartChange[] = [];
  let ownCount = 0;
  const compare = (
    section: TemplatePartChange['section'],
    one: ReadonlyMap<string, Json> | undefined,
    other: ReadonlyMap<string, Json> | undefined,
  ): void => {
    for (const name of new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])) {
      const [old, current] = [one?.get(name), other?.get(name)];
      if (sameJson(old, current)) continue;
      if (OWN.has(name) || LEGACY_ASSET.test(name)) {
        ownCount++;
        continue;
      }
      if (old !== undefined && current !== undefined && lookups.isBetweenDummies(name, old, current)) continue;
      const change = old === undefined ? 'added' : current === undefined ? 'removed' : 'changed';
      parts.push({ section, name, change, exportName: section === 'Outputs' ? exportOf((current ?? old) as JsonObject) : null });
    }
  };
  for (const [section, key] of SECTIONS) compare(section, before?.template[key], after?.template[key]);
  if (before !== undefined && after !== undefined) compare('stack', settingsOf(before), settingsOf(after));
  return { parts, own: ownCount };
}

const SECTIONS = [
  ['Outputs', 'outputs'],
  ['Parameters', 'parameters'],
  ['Conditions', 'conditions'],
  ['Mappings', 'mappings'],
] as const;

function exportOf(output: JsonObject): string | null {
  const name = own(own(output, 'Export'), 'Name');
  return typeof name === 'string' ? name : null;
}

function settingsOf(stack: Stack): ReadonlyMap<string, Json> {
  return new Map<string, Json>([
    ['termination protection', stack.terminationProtection],
    ['tags', Object.fromEntries(stack.tags)],
    ['parameter values', Object.fromEntries([...stack.parameterValues].filter(([name]) => !LEGACY_ASSET.test(name)))],
    ['transforms', [...stack.template.transforms]],
  ]);
}
