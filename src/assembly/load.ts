import { realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../diagnostic.js';
import { readOpened } from '../files/read-file.js';
import { AssemblyFiles, isSameFile, type LocatedFile, MISSING } from './files.js';
import { own, ownString } from './json.js';
import { type AssemblyDraft, Loading } from './loading.js';
import { addManifest } from './manifest-folder.js';
import type { CloudAssembly, JsonObject } from './model.js';
import { readPack } from './pack/tar.js';
import { awaitManifest, awaitSynth, findWriter } from './synth-lock.js';

/** A pack is a tenth of what it unpacks to, or less. */
const MAX_PACK_BYTES = 128 * 1024 * 1024;

export interface LoadOptions {
  /** How long to wait for a `cdk synth` that is writing the assembly. */
  readonly waitForSynth?: number;
  /** True when called from within that synth, by a plugin: all files are written, and the lock is its own. */
  readonly duringSynth?: boolean;
}

/**
 * Reads what `cdk synth` wrote. What cannot be read of it is a diagnostic, and the rest is read; throws `InputError` only when
 * there is no assembly at all. Only the manifest and the files it names are opened: synth leaves files of removed stacks behind.
 */
export function loadAssembly(path: string, options: LoadOptions = {}): CloudAssembly {
  if (isPack(path)) return loadPack(path);
  const files = openFolder(path);
  const { duringSynth = false, waitForSynth = 0 } = options;
  const isBeingWritten = () => !duringSynth && findWriter(files) !== undefined;
  // The files are replaced one by one while we read, so what was read counts only when it stayed the same.
  for (let attempt = 0; attempt < 3; attempt++) {
    if (!duringSynth) awaitSynth(files, path, waitForSynth);
    const manifest = locateManifest(files, path);
    files.begin();
    const before = statManifest(manifest);
    const assembly = read(files, path, manifest, before?.mtimeMs ?? 0);
    if (!duringSynth) awaitManifest(files, before?.mtimeMs ?? 0);
    if (isSameFile(before, statManifest(manifest)) && !files.haveChanged() && !isBeingWritten()) return assembly;
  }
  throw new InputError(`${path} changed while reading: wait for cdk synth to end and try again`);
}

/** A pack that cannot be read is an assembly without stacks and with an error, so that the others beside it are read. */
function loadPack(path: string): CloudAssembly {
  const real = realpathSync.native(path);
  const bytes = readOpened(real, MAX_PACK_BYTES);
  const packed = 'bytes' in bytes ? readPack(bytes.bytes) : bytes;
  if ('problem' in packed) return unreadable(path, real, packed.problem);
  const files = new AssemblyFiles(real, 'the pack', packed.value);
  const manifest = files.locate('', 'manifest.json');
  if ('problem' in manifest) return unreadable(path, real, 'holds no manifest.json, as `synthcheck pack` writes it');
  try {
    return read(files, path, manifest.value, 0);
  } catch (error) {
    if (error instanceof InputError) return unreadable(path, real, `is no assembly (${error.message})`);
    throw error;
  }
}

function unreadable(path: string, root: string, problem: string): CloudAssembly {
  return {
    ...draft(path, { root, packed: undefined }, 0),
    isWhole: false,
    diagnostics: [{ severity: 'error', message: `The pack cannot be read: it ${problem}.`, file: path }],
  };
}

/** Whether a path names a pack rather than a folder. */
export function isPack(path: string): boolean {
  return /\.(?:tgz|tar\.gz)$/i.test(path) && statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function wayToMake(path: string): string {
  if (/\.(?:tgz|tar\.gz)$/i.test(path)) return ': write it with `synthcheck pack`';
  return /\.(?:json|ya?ml|template)$/i.test(path) ? '' : ': run `cdk synth` first';
}

function openFolder(path: string): AssemblyFiles {
  try {
    const root = realpathSync.native(path);
    if (statSync(root).isDirectory()) return new AssemblyFiles(root);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new InputError(`${path} does not exist${wayToMake(path)}`);
    throw new InputError(`${path} cannot be read (${code}): give the folder that \`cdk synth\` writes`);
  }
  throw new InputError(`${path} is a file: give the folder that holds manifest.json`);
}

function locateManifest(files: AssemblyFiles, path: string): LocatedFile {
  const manifest = files.locate('', 'manifest.json');
  if ('value' in manifest) return manifest.value;
  if (manifest.problem === MISSING) throw new InputError(`no manifest.json in ${path}: run \`cdk synth\` first`);
  throw new InputError(`${join(path, 'manifest.json')} ${manifest.problem}`);
}

function read(files: AssemblyFiles, path: string, manifest: LocatedFile, manifestModified: number): CloudAssembly {
  const assembly = draft(path, files, manifestModified);
  const loading = new Loading(files, assembly);
  addManifest(loading, { path: '', real: files.root }, readRootManifest(loading, manifest), 0);
  reportWhole(loading);
  return assembly;
}

function draft(path: string, { root, packed }: Pick<AssemblyFiles, 'root' | 'packed'>, manifestModified: number): AssemblyDraft {
  return {
    origin: 'cdk',
    isOrderKnown: true,
    isWhole: true,
    path,
    root,
    packed,
    manifestVersion: undefined,
    stacks: [],
    missingContext: [],
    diagnostics: [],
    manifestModified,
  };
}

function readRootManifest(loading: Loading, manifest: LocatedFile): JsonObject {
  const content = loading.readObject(manifest);
  if ('value' in content) {
    if (own(content.value, 'stacks') !== undefined)
      throw new InputError(
        `${loading.shown('manifest.json')} is of Terraform CDK (cdktf), which writes no CloudFormation: it cannot be checked`,
      );
    if (isExternal(content.value))
      throw new InputError(
        `${loading.shown('manifest.json')} is not the manifest of a CDK cloud assembly: give the folder that \`cdk synth\` writes`,
      );
    return content.value;
  }
  throw new InputError(`${loading.shown('manifest.json')} ${content.problem}: run \`cdk synth\` again`);
}

/** What other tools' manifests hold: those of cdktf, and of browser extensions. */
const FOREIGN_KEYS = ['stacks', 'manifest_version'];

/** The CDK writes `artifacts` even for an empty app; its schema asks for the version alone. */
function isExternal(manifest: JsonObject): boolean {
  if (own(manifest, 'artifacts') !== undefined) return false;
  const version = ownString(manifest, 'version');
  return version === undefined || !/^\d+\.\d+\.\d+/.test(version) || FOREIGN_KEYS.some((key) => own(manifest, key) !== undefined);
}

function reportWhole(loading: Loading): void {
  const { stacks, diagnostics } = loading.assembly;
  if (stacks.length === 0 && !diagnostics.some(({ severity }) => severity === 'error')) {
    loading.report('warning', 'The assembly has no stacks: there is nothing to check.', 'manifest.json');
  }
}

function statManifest(manifest: LocatedFile): Stats | undefined {
  return statSync(manifest.real, { throwIfNoEntry: false });
}
