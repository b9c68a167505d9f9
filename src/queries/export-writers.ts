import { readAssetFile } from '../assembly/asset-file.js';
import { hashesIn } from '../assembly/assets.js';
import type { Stack } from '../assembly/model.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { referencesIn } from '../graph/model/value.js';

/**
 * What the CDK's writer of exports for other regions does when an export is removed or gets another value:
 *
 * - `rejects`: it fails the update while a stack uses the export (`Exports cannot be updated`, `Some exports have changed!`);
 * - `ignores-values`: it deletes what is removed, and writes what is new, but not another value of an existing export;
 * - `updates`: it also writes that value;
 * - `unknown`: its code is not in the assembly.
 */
export type ExportWriter = 'rejects' | 'ignores-values' | 'updates' | 'unknown';

/** The writer of a stack's template; undefined when it has none. Reads the code of the handler, which differs by version of the CDK. */
export function exportWriterOf(graph: ResourceGraph, stack: Stack): ExportWriter | undefined {
  return graph.memo(writersByStack).get(stack);
}

const TYPE = 'Custom::CrossRegionExportWriter';

function writersByStack(graph: ResourceGraph): ReadonlyMap<Stack, ExportWriter> {
  const writers = new Map<Stack, ExportWriter>();
  // All writers of a stack have one handler.
  for (const writer of graph.resourcesOfType(TYPE)) if (!writers.has(writer.stack)) writers.set(writer.stack, behaviorOf(writer));
  return writers;
}

function behaviorOf(writer: Resource): ExportWriter {
  const text = handlerText(writer);
  if (text === undefined) return 'unknown';
  // https://github.com/aws/aws-cdk/pull/22008
  if (/Exports cannot be updated|Some exports have changed/.test(text)) return 'rejects';
  // Both know what they write by these names: https://github.com/aws/aws-cdk/pull/38059
  if (!text.includes('WriterProps') || !/\bdeleteParameters\b/.test(text)) return 'unknown';
  return /\w\[\w+\]\s*!==?\s*\w+\[\w+\]/.test(text) ? 'updates' : 'ignores-values';
}

function handlerText(writer: Resource): string | undefined {
  const [handler] = referencesIn(writer.property('ServiceToken').value);
  if (handler === undefined) return undefined;
  const { base } = handler.resource;
  const [asset] = hashesIn(base.property('Code', 'S3Key').text ?? '');
  return asset === undefined ? undefined : readAssetFile(base.stack, asset, 'index.js');
}
