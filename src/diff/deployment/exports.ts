import type { Stack } from '../../assembly/model.js';
import type { StackLink } from '../../graph/model/link.js';
import type { Produced } from '../../graph/model/resource-graph.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import { literal, referencesIn, type Value } from '../../graph/model/value.js';
import { canonicalOf } from '../compare/canonical.js';
import type { DiffContext, Problem } from './problem.js';

/**
 * Exports that a deployed stack uses can neither go nor change: `Export X cannot be deleted as it is in use by Y`, `Export X cannot be updated as
 * it is in use by Y` (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html). The CDK's writer of exports for
 * other regions holds to the same: `Some exports have changed!`.
 */
export function exportProblems(context: DiffContext): readonly Problem[] {
  const groups = new Map<string, Use & { readonly names: Set<string> }>();
  for (const link of context.before.stackLinks) {
    const use = link.kind === 'import' || link.kind === 'cross-region-export' ? findUse(link, context) : undefined;
    if (use === undefined) continue;
    const key = JSON.stringify([context.before.idOf(use.importer), context.before.idOf(use.exporter), use.fate, use.kind, use.until]);
    const group = groups.get(key) ?? { ...use, names: new Set() };
    groups.set(key, group);
    group.names.add(link.name);
  }
  return [...groups.values()].map((use) => describeUse(use, [...use.names].sort()));
}

/** Until when the stack that imports goes on doing so, as seen from the deployment of the stack that exports. */
type Until = 'left' | 'still' | 'later' | 'any-time';

/** An export that goes or changes while a deployed stack uses it. */
interface Use {
  readonly importer: Stack;
  readonly exporter: Stack;
  readonly exporterNow: Stack;
  readonly fate: 'removed' | 'changed';
  readonly kind: StackLink['kind'];
  readonly until: Until;
}

function findUse(link: StackLink, context: DiffContext): Use | undefined {
  const { partners } = context.pairing;
  const [importer, exporter] = [rootStackOf(link.from.stack), rootStackOf(link.to)];
  const now = partners.stacksOf('before', exporter);
  // A stack that leaves the app, or is another one now, stays deployed with its exports.
  if (importer === exporter || now === undefined || now.kind === 'moved') return undefined;
  const importerNow = partners.stacksOf('before', importer);
  const fate = exportFate(link, importerNow?.after ?? importer, now.after, context);
  if (fate === 'same') return undefined;
  const use = { importer, exporter, exporterNow: rootStackOf(now.after), fate, kind: link.kind };
  if (importerNow === undefined || importerNow.kind === 'moved') return { ...use, until: 'left' };
  if (importsStill(link, importerNow.after, context)) return { ...use, until: 'still' };
  const { order } = context.after;
  if (order.precedes(importerNow.after, now.after)) return undefined;
  return { ...use, until: order.precedes(now.after, importerNow.after) ? 'later' : 'any-time' };
}

const MAX_NAMES = 3;

function describeUse({ importer, exporter, exporterNow, fate, kind, until }: Use, names: readonly string[]): Problem {
  const isOne = names.length === 1;
  const rest = names.length - MAX_NAMES;
  const list = names.slice(0, MAX_NAMES).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  const what = fate === 'removed' ? (isOne ? 'goes' : 'go') : isOne ? 'changes its value' : 'change their values';
  const them = isOne ? 'it' : 'them';
  const why = {
    left: `${importer.name} leaves the app, but stays deployed and uses ${them}`,
    still: `${importer.name} goes on using ${them}`,
    later: `${importer.name} is deployed after it and uses ${them} until then`,
    'any-time': `${importer.name}, which may be deployed after it, uses ${them} until then`,
  }[until];
  const answer = `Export ${names[0]} cannot be ${fate === 'removed' ? 'deleted' : 'updated'} as it is in use by ${importer.name}`;
  return {
    kind: 'export-in-use',
    level: until === 'any-time' ? 'careful' : 'blocked',
    at: exporterNow,
    message: `Of ${exporter.name} the ${isOne ? 'export' : 'exports'} ${list} ${what}, while ${why}: \`${answer}\`.`,
    fix:
      until === 'left'
        ? `Delete the stack ${importer.name} first (\`cdk destroy ${importer.displayName}\` from the version before).`
        : fixOf(fate, kind, exporter, importer),
  };
}

function fixOf(fate: Use['fate'], kind: Use['kind'], exporter: Stack, importer: Stack): string {
  if (fate === 'removed' && kind === 'import')
    return `Deploy in two steps: keep the export with \`this.exportValue(…)\` in ${exporter.name} and deploy; then take that line out and deploy again.`;
  if (fate === 'removed')
    return `Deploy ${importer.name} on its own first (\`cdk deploy --exclusively ${importer.displayName}\`), then ${exporter.name}.`;
  return `Deploy in two steps: first make the new resource beside the old one and let ${importer.name} use that one; remove the old one, with its export, in a second deployment.`;
}

/** What becomes of the export in the stack that offers it. */
function exportFate(link: StackLink, reader: Stack, exporter: Stack, context: DiffContext): 'same' | 'removed' | 'changed' {
  const before = producedValue(link, link.from.stack, context.before.producers);
  const after = producedValue(link, reader, context.after.producers);
  if (before === undefined) return 'same';
  if (after === undefined || rootStackOf(after.stack) !== rootStackOf(exporter)) return 'removed';
  const { namingBefore, namingAfter } = context.pairing.partners;
  const [one, other] = [canonicalOf(before.value, namingBefore), canonicalOf(after.value, namingAfter)];
  // A name that the template gives stays what it is, whoever has it.
  const isReborn = other.text.includes('${') && referencesIn(after.value).some(({ resource }) => context.reborn.has(resource.base));
  return !isReborn && (one.text === other.text || !one.isExact || !other.isExact) ? 'same' : 'changed';
}

function producedValue(
  { kind, name }: StackLink,
  reader: Stack,
  producers: DiffContext['after']['producers'],
): { readonly stack: Stack; readonly value: Value } | undefined {
  const found: Produced | { readonly kind: 'unknown' } =
    kind === 'import' ? producers.findImport(literal(name), reader) : producers.findCrossRegionExport(name, reader);
  return found.kind === 'produced' ? found : undefined;
}

function importsStill({ name, kind }: StackLink, importer: Stack, { after }: DiffContext): boolean {
  const uses = [...after.stackLinks, ...after.unresolved];
  return uses.some((use) => use.kind === kind && use.name === name && rootStackOf(use.from.stack) === importer);
}
