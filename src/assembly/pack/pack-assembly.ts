import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AssemblyFiles } from '../files.js';
import type { CloudAssembly } from '../model.js';
import { INFO_FILE, type PackInfo } from './pack-info.js';
import { type PackedFiles, writePack } from './tar.js';

/** What is read of an assembly besides templates. */
const NAMES = /^(?:manifest\.json|.*\.(?:assets|metadata)\.json)$/;
/** A synth without validation leaves that of an earlier one. */
const REPORT = 'validation-report.json';
/** Of assets only what the CDK's own writer of exports does is looked at: it differs by version. */
const HANDLER = /WriterProps|Exports cannot be updated|Some exports have changed/;
const MAX_FOLDERS = 5_000;

/** What is needed to check and compare an assembly: manifests, templates, metadata. No assets, no tree of constructs. */
export function packAssembly(assembly: CloudAssembly, info: PackInfo): Buffer {
  const files = AssemblyFiles.of(assembly);
  const wanted = new Set(assembly.stacks.map(({ templateFile }) => templateFile));
  const packed = new Map<string, Buffer>([[INFO_FILE, Buffer.from(`${JSON.stringify({ version: 1, ...info }, undefined, 2)}\n`)]]);
  const add = (path: string, isWanted = (_: Buffer): boolean => true): void => {
    const file = files.locate('', path);
    const bytes = 'value' in file ? files.readBytes(file.value) : file;
    if ('value' in bytes && isWanted(bytes.value)) packed.set(path, bytes.value);
  };
  for (const path of filesBelow(assembly)) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (NAMES.test(name)) add(path);
    else if (/(?:^|\/)asset\.[^/]+\/index\.js$/.test(path)) add(path, (bytes) => HANDLER.test(bytes.toString('latin1')));
  }
  for (const path of wanted) add(path);
  if (assembly.packed !== undefined || modifiedAt(join(assembly.root, REPORT)) >= assembly.manifestModified) add(REPORT);
  return writePack(packed as PackedFiles);
}

function modifiedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Paths below the root; links are not followed. */
function filesBelow({ root, packed }: CloudAssembly): readonly string[] {
  if (packed !== undefined) return [...packed.keys()];
  const found: string[] = [];
  const folders = [''];
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      // The files of an asset are many, and one of them matters.
      if (entry.isDirectory() && folders.length < MAX_FOLDERS && !/(?:^|\/)asset\.[^/]+\//.test(path)) folders.push(path);
      else if (entry.isFile()) found.push(path);
    }
  }
  return found;
}
