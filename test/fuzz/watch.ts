import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What may be touched. Absolute real paths. */
export interface Allowed {
  /** Folders whose files may be read. */
  readonly read: readonly string[];
  /** Files that may be written. A temporary file beside one is a part of writing it. */
  readonly write: readonly string[];
}

/** Looked for in every folder above, to find the project; never outside of these names. */
const LANDMARKS = new Set(['.git', 'cdk.json', 'package.json', 'node_modules']);
/** They work on an open file, or on none. */
const WITHOUT_PATH =
  /^(close|fstat|fsync|fdatasync|ftruncate|futimes|fchmod|fchown|read|readv|write|writev)(Sync)?$|^(_toUnixTimestamp|Stats|Dirent|Dir|ReadStream|WriteStream|FileReadStream|FileWriteStream)$/;
const WRITES =
  /^(writeFile|appendFile|mkdir|mkdtemp|rm|rmdir|unlink|rename|link|symlink|truncate|utimes|lutimes|chmod|lchmod|chown|lchown|createWriteStream|copyFile|cp)(Sync)?$/;
const READS = /^(open|openAsBlob|readFile|readdir|opendir|createReadStream|readlink)(Sync)?$/;

type AnyFunction = (...args: unknown[]) => unknown;
let active: { readonly allowed: Allowed; readonly offences: string[]; readonly home: string } | undefined;

/** Watches all that goes to the disk, the network and other processes while `run` runs, and gives what was not allowed. */
export async function watch<T>(
  allowed: Allowed,
  run: () => Promise<T>,
): Promise<{ readonly result: T; readonly offences: readonly string[] }> {
  install();
  const offences: string[] = [];
  active = { allowed, offences, home: process.cwd() };
  try {
    return { result: await run(), offences };
  } finally {
    active = undefined;
  }
}

let isInstalled = false;

/** Replaces the functions of the module itself, so that every importer sees it, packages included. */
function install(): void {
  if (isInstalled) return;
  isInstalled = true;
  wrapFileSystem(fs as unknown as Record<string, unknown>);
  wrapFileSystem(fs.promises as unknown as Record<string, unknown>);
  forbid(childProcess as unknown as Record<string, unknown>, 'child_process', [
    'spawn',
    'spawnSync',
    'exec',
    'execSync',
    'execFile',
    'execFileSync',
    'fork',
  ]);
  forbid(net.Socket.prototype as unknown as Record<string, unknown>, 'net', ['connect']);
  forbid(net.Server.prototype as unknown as Record<string, unknown>, 'net', ['listen']);
  forbid(dgram as unknown as Record<string, unknown>, 'dgram', ['createSocket']);
  forbid(dns as unknown as Record<string, unknown>, 'dns', ['lookup', 'resolve', 'resolve4']);
  forbid(dns.promises as unknown as Record<string, unknown>, 'dns', ['lookup', 'resolve', 'resolve4']);
  forbid(globalThis as unknown as Record<string, unknown>, 'global', ['fetch']);
  syncBuiltinESMExports();
}

function wrapFileSystem(module: Record<string, unknown>): void {
  for (const name of Object.keys(module)) {
    const original = Object.getOwnPropertyDescriptor(module, name)?.value;
    if (typeof original !== 'function' || WITHOUT_PATH.test(name)) continue;
    const wrapped = wrap(name, original as AnyFunction);
    // `realpathSync.native`
    for (const key of Object.keys(original)) {
      const inner = Object.getOwnPropertyDescriptor(original, key)?.value;
      Object.defineProperty(wrapped, key, { value: typeof inner === 'function' ? wrap(name, inner as AnyFunction) : inner });
    }
    module[name] = wrapped;
  }
}

function wrap(name: string, original: AnyFunction): AnyFunction {
  return function (this: unknown, ...args: unknown[]): unknown {
    if (active !== undefined) examine(name, args);
    return original.apply(this, args);
  };
}

function forbid(module: Record<string, unknown>, label: string, names: readonly string[]): void {
  for (const name of names) {
    const original = module[name] as AnyFunction | undefined;
    if (original === undefined) continue;
    module[name] = function (this: unknown, ...args: unknown[]): unknown {
      active?.offences.push(`${label}.${name} was called`);
      return original.apply(this, args);
    };
  }
}

function examine(name: string, args: readonly unknown[]): void {
  const current = active;
  if (current === undefined) return;
  // Only the paths below are looked at by us.
  active = undefined;
  try {
    const [first, second] = args;
    const isCopy = /^(rename|link|symlink|copyFile|cp)/.test(name);
    for (const argument of isCopy ? [first, second] : [first]) {
      const path = toPath(argument);
      if (path !== undefined && !isAllowed(name, path, second, current.allowed))
        current.offences.push(`fs.${name}(${JSON.stringify(path)})`);
    }
  } finally {
    active = current;
  }
}

function toPath(value: unknown): string | undefined {
  if (typeof value === 'string') return resolve(value);
  if (value instanceof URL) return fileURLToPath(value);
  return value instanceof Uint8Array ? resolve(Buffer.from(value).toString()) : undefined;
}

function isAllowed(name: string, path: string, flags: unknown, { read, write }: Allowed): boolean {
  const isWriting = WRITES.test(name) || (/^open(Sync)?$/.test(name) && isWriteFlag(flags));
  if (isWriting) return write.some((file) => path === file || path.startsWith(`${file}.`));
  if (/^realpath/.test(name)) return true;
  if (READS.test(name)) return read.some((folder) => isBelow(realOf(path), folder));
  // A look whether something is there: by its letters inside, or one of the landmarks above.
  if (read.some((folder) => isBelow(path, folder))) return true;
  return LANDMARKS.has(basename(path)) && read.some((folder) => isBelow(folder, dirname(path)));
}

function isWriteFlag(flags: unknown): boolean {
  if (typeof flags === 'number')
    return (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR | fs.constants.O_CREAT | fs.constants.O_TRUNC)) !== 0;
  return typeof flags === 'string' && /[wa+]/.test(flags);
}

function realOf(path: string): string {
  try {
    return fs.realpathSync(path);
  } catch {
    return path;
  }
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`));
}
