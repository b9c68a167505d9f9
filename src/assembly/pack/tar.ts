import { gunzipSync, gzipSync } from 'node:zlib';
import { grouped } from '../../counted.js';
import type { Attempt } from '../attempt.js';
import { MAX_FILE_BYTES } from '../files.js';

/** Files by their path below the root, with `/`. */
export type PackedFiles = ReadonlyMap<string, Buffer>;

const BLOCK = 512;
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024;
const MAX_ENTRIES = 20_000;
const MAX_NAME = 1_000;

/** The files as a tar file, compressed. The same files give the same bytes, whoever packs them and when. */
export function writePack(files: PackedFiles): Buffer {
  const blocks: Buffer[] = [];
  for (const name of [...files.keys()].sort()) {
    const bytes = files.get(name) as Buffer;
    if (Buffer.byteLength(name) > 100) {
      const record = paxRecord('path', name);
      blocks.push(header('pax', record.length, 'x'), record, padding(record.length));
    }
    blocks.push(header(name, bytes.length, '0'), bytes, padding(bytes.length));
  }
  const packed = gzipSync(Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]), { level: 9 });
  // The system that packs: https://www.rfc-editor.org/rfc/rfc1952
  packed[9] = 255;
  return packed;
}

/** What a pack holds. Of a stranger's it takes regular files with plain names only; one that holds anything else is rejected as a whole. */
export function readPack(bytes: Buffer): Attempt<PackedFiles> {
  let tar: Buffer;
  try {
    tar = gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return {
      problem: isTooLarge ? `unpacks to more than ${MAX_UNPACKED_BYTES / 1024 / 1024} MiB` : 'is not compressed with gzip, or is damaged',
    };
  }
  return readTar(tar);
}

function readTar(tar: Buffer): Attempt<PackedFiles> {
  const files = new Map<string, Buffer>();
  let longName: string | undefined;
  let entries = 0;
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const block = tar.subarray(at, at + BLOCK);
    if (block.every((byte) => byte === 0)) return { value: files };
    if (++entries > MAX_ENTRIES) return { problem: `holds more than ${grouped(MAX_ENTRIES)} files` };
    const size = octal(block, 124, 12);
    if (octal(block, 148, 8) !== checksum(block) || size === undefined || at + BLOCK + size > tar.length)
      return { problem: 'is not a tar file, or is damaged' };
    const content = tar.subarray(at + BLOCK, at + BLOCK + size);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    const kind = String.fromCharCode(block[156] ?? 0);
    if (kind === 'x') {
      longName = pathOfPax(content.toString('utf8'));
      continue;
    }
    const name = longName ?? nameOf(block);
    longName = undefined;
    if (kind === '5') continue;
    if (kind !== '0' && kind !== '\0') return { problem: 'holds links or other things that are not regular files' };
    const problem = problemOfName(name) ?? (size > MAX_FILE_BYTES ? 'holds a file that is too large' : undefined);
    if (problem !== undefined) return { problem };
    const path = name.replace(/^\.\//, '');
    if (files.has(path)) return { problem: 'holds a file twice' };
    files.set(path, content);
  }
  return { problem: 'is cut off' };
}

/** Names are only ever compared, but what leads out of the pack is nothing that this program wrote. */
function problemOfName(name: string): string | undefined {
  if (name.length > MAX_NAME || name === '') return 'holds a file without a proper name';
  const steps = name.replace(/^\.\//, '').split('/');
  const isPlain = steps.every((step) => step !== '' && step !== '.' && step !== '..' && !/[\\\p{Cc}\p{Cf}]|^[A-Za-z]:/u.test(step));
  return isPlain ? undefined : 'holds a file whose name leads elsewhere';
}

function header(name: string, size: number, kind: '0' | 'x'): Buffer {
  const block = Buffer.alloc(BLOCK);
  block.write(name.slice(0, 100), 0, 100, 'utf8');
  block.write('0000644\0' + '0000000\0' + '0000000\0', 100, 'latin1');
  block.write(`${size.toString(8).padStart(11, '0')}\0${'0'.repeat(11)}\0`, 124, 'latin1');
  block.write(kind, 156, 'latin1');
  block.write('ustar\x0000', 257, 'latin1');
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

function padding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

/** With the field of the sum itself as spaces. */
function checksum(block: Buffer): number {
  let sum = 0;
  for (const [index, byte] of block.entries()) sum += index >= 148 && index < 156 ? 32 : byte;
  return sum;
}

function octal(block: Buffer, start: number, length: number): number | undefined {
  const text = block
    .subarray(start, start + length)
    .toString('latin1')
    .replaceAll('\0', ' ')
    .trim();
  return /^[0-7]{1,11}$/.test(text) ? Number.parseInt(text, 8) : undefined;
}

function nameOf(block: Buffer): string {
  const text = (start: number, length: number): string =>
    block
      .subarray(start, start + length)
      .toString('utf8')
      .split('\0')[0] ?? '';
  const isUstar = block.subarray(257, 262).toString('latin1') === 'ustar';
  const prefix = isUstar ? text(345, 155) : '';
  return prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`;
}

/** `27 path=a/long/name\n`: its length counts itself. */
function paxRecord(key: string, value: string): Buffer {
  const rest = ` ${key}=${value}\n`;
  let length = Buffer.byteLength(rest);
  for (let digits = String(length).length; digits + Buffer.byteLength(rest) !== length; digits = String(length).length)
    length = digits + Buffer.byteLength(rest);
  return Buffer.from(`${length}${rest}`);
}

function pathOfPax(text: string): string | undefined {
  // What stands behind the last newline is no record.
  const line = text
    .split('\n')
    .slice(0, -1)
    .find((record) => /^\d{1,20} path=/.test(record));
  return line?.slice(line.indexOf('=') + 1);
}
