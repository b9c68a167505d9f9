import type { Stack } from '../../assembly/model.js';
import type { StackLink } from '../../graph/model/link.js';
import type { Resource } from '../../graph/model/resource.js';
import type { Produced } from '../../graph/model/resource-graph.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import { literal, referencesIn, type Value } from '../../graph/model/value.js';
import { exportWriterOf } from '../../queries/export-writers.js';
import { canonicalOf } from '../compare/canonical.js';
import { VERSIONED_TYPES } from '../pair/revisions.js';
import type { ExportUse } from './export-use.js';
import { describeExport } from './export-words.js';
import type { DiffContext, Problem } from './problem.js';

/**
 * Exports that a deployed stack uses can neither be removed nor get another value: `Export X cannot be deleted as it is in use by Y`, `Export X
 * cannot be updated as it is in use by Y` (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html). Whether
 * the CDK's writer of exports for other regions does the same depends on the version of the CDK that wrote the assembly.
 */
export function exportProblems(context: DiffContext): readonly Problem[] {
  const groups = new Map<string, ExportUse & { readonly names: Set<string> }>();
  for (const link of context.before.stackLinks) {
    const use = link.kind === 'import' || link.kind === 'cross-region-export' ? findUse(link, context) : undefined;
    if (use === undefined) continue;
    const { importer, exporter, fate, writer, until, revision } = use;
    const key = JSON.stringify([context.before.idOf(importer), context.before.idOf(exporter), fate, writer, until, revision?.id]);
    const group = groups.get(key) ?? { ...use, names: new Set() };
    groups.set(key, group);
    group.names.add(link.name);
  }
  return [...groups.values()].flatMap((use) => describeExport(use, [...use.names].sort()) ?? []);
}

function findUse(link: StackLink, context: DiffContext): ExportUse | undefined {
  const { matches } = context.pairing;
  const [importer, exporter] = [rootStackOf(link.from.stack), rootStackOf(link.to)];
  const now = matches.stacksOf('before', exporter);
  // A stack that leaves the app, or is another one now, stays deployed with its exports.
  if (importer === exporter || now === undefined || now.kind === 'moved') return undefined;
  const importerNow = matches.stacksOf('before', importer);
  const { fate, revision } = exportFate(link, importerNow?.after ?? importer, now.after, context);
  if (fate === 'same') return undefined;
  const writer = link.kind === 'import' ? undefined : writerOf(link, context);
  const use = { importer, exporter, exporterNow: rootStackOf(now.after), fate, writer, revision };
  if (importerNow === undefined || importerNow.kind === 'moved') return { ...use, until: 'left' };
  if (importsStill(link, importerNow.after, context)) return { ...use, until: 'still' };
  const { order } = context.after;
  if (order.precedes(importerNow.after, now.after)) return undefined;
  return { ...use, until: order.precedes(now.after, importerNow.after) ? 'later' : 'any-time' };
}

/** An update runs the handler of the new template; a writer that is removed is deleted by the one that is deployed. */
function writerOf({ to }: StackLink, { before, after, pairing }: DiffContext): ExportUse['writer'] {
  const now = pairing.matches.stacksOf('before', to)?.after;
  const writer = now && exportWriterOf(after, now);
  if (writer !== undefined) return writer;
  return exportWriterOf(before, to) === 'rejects' ? 'removed' : 'ignores-values';
}

interface Fate {
  readonly fate: 'same' | 'removed' | 'changed';
  readonly revision?: Resource | undefined;
}

/** What becomes of the export in the stack that offers it. */
function exportFate(link: StackLink, reader: Stack, exporter: Stack, context: DiffContext): Fate {
  const before = producedValue(link, link.from.stack, context.before.producers);
  const after = producedValue(link, reader, context.after.producers);
  if (before === undefined) return { fate: 'same' };
  const { matches } = context.pairing;
  if (after === undefined || rootStackOf(after.stack) !== rootStackOf(exporter)) {
    // The CDK puts the logical id, which is another one for each version of a function, into the name of the export.
    const old = referencesIn(before.value).map(({ resource }) => resource.base);
    const revision = old.find((resource) => VERSIONED_TYPES.has(resource.type) && matches.partnerOf(resource)?.logicalId !== undefined);
    return { fate: 'removed', revision };
  }
  const [one, other] = [canonicalOf(before.value, matches.namingBefore), canonicalOf(after.value, matches.namingAfter)];
  // A name that the template gives stays what it is, whoever has it.
  const recreated = other.text.includes('${')
    ? referencesIn(after.value).find(({ resource }) => context.recreated.has(resource.base))?.resource.base
    : undefined;
  if (recreated === undefined && (one.text === other.text || !one.isExact || !other.isExact)) return { fate: 'same' };
  if (context.lookups.isBetweenDummies(link.name, one.text, other.text)) return { fate: 'same' };
  return { fate: 'changed', revision: recreated !== undefined && VERSIONED_TYPES.has(recreated.type) ? recreated : undefined };
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
