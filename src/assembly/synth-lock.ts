import { InputError } from '../diagnostic.js';
import { AssemblyFiles } from './files.js';

const POLL_MILLISECONDS = 100;

/**
 * The process that is writing the assembly, if any. The CDK's command line keeps its id in `synth.lock` while the app runs, and
 * replaces the files one by one: https://github.com/aws/aws-cdk-cli/blob/main/packages/%40aws-cdk/toolkit-lib/lib/api/rwlock.ts
 * A process that died leaves the file behind. An app that is run without the command line takes no lock.
 */
export function findWriter(files: AssemblyFiles): number | undefined {
  const file = files.locate('', 'synth.lock');
  const text = 'problem' in file ? file : files.read(file.value);
  const pid = 'problem' in text || !/^\s*\d{1,10}\s*$/.test(text.value) ? 0 : Number(text.value);
  return pid > 0 && pid !== process.pid && isAlive(pid) ? pid : undefined;
}

/** The same for a folder that need not be an assembly yet. */
export function isBeingWritten(root: string): boolean {
  return findWriter(new AssemblyFiles(root)) !== undefined;
}

/** Returns when nothing writes the assembly. */
export function awaitSynth(files: AssemblyFiles, path: string, milliseconds: number): void {
  const end = Date.now() + milliseconds;
  for (let writer = findWriter(files); writer !== undefined; writer = findWriter(files)) {
    if (Date.now() >= end) throw new InputError(`cdk synth is writing ${path} (pid ${writer}): wait for it to end`);
    sleep(Math.min(POLL_MILLISECONDS, Math.max(1, end - Date.now())));
  }
}

/** How long an app that writes templates may take between two, or before the manifest. */
const PAUSE_MILLISECONDS = 1_000;
/** Files of one synth are not further apart than this, unless they are very many; then there is a wait, and no more than that. */
const APART_MILLISECONDS = 1_000;

/**
 * An app that is run without the command line takes no lock, and writes its manifest last. A template that was written just now beside an
 * older manifest is of a synth that is not over, or was edited since. Waits as long as that is open, or until the files change.
 */
export function awaitManifest(files: AssemblyFiles, manifestModified: number): void {
  const last = files.lastWritten();
  if (last - manifestModified < APART_MILLISECONDS) return;
  // On either side of now: `Date.now` leaves out the fractions that the file system keeps. A clock that was set back is nothing to wait for.
  const isWriting = () => !files.haveChanged() && Math.abs(Date.now() - last) < PAUSE_MILLISECONDS;
  while (isWriting()) sleep(POLL_MILLISECONDS);
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: alive, but another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
