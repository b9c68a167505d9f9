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
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.min(POLL_MILLISECONDS, Math.max(1, end - Date.now())));
  }
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
