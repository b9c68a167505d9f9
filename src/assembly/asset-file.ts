import { join, posix } from 'node:path';
import { readRegularText } from '../files/read-file.js';
import type { Stack } from './model.js';

/** Handlers of the CDK are some tens of kilobytes. */
const MAX_BYTES = 4 * 1024 * 1024;

/** The text of a file in an asset that is a folder; undefined when it is not in the assembly. The disk is asked at each call. */
export function readAssetFile({ assets, assembly }: Stack, assetId: string, file: string): string | undefined {
  const source = assets.find(({ id, kind }) => id === assetId && kind === 'file')?.source;
  if (source === undefined) return undefined;
  if (assembly.packed !== undefined) return assembly.packed.get(posix.join(source, file))?.toString('utf8');
  const read = readRegularText(join(assembly.root, source, file), { maxBytes: MAX_BYTES, within: assembly.root });
  return 'text' in read ? read.text : undefined;
}
