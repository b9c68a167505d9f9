import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ConstructMetadata, MetadataEntry } from '../../src/assembly/metadata.js';

/** A folder with these files, removed after the test. */
export function createProject(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'synthcheck-source-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** Constructs with their creation traces, as aws-cdk-lib 2.276 writes them. */
export function createConstructs(traces: Readonly<Record<string, readonly string[]>>): ConstructMetadata {
  const entries = Object.entries(traces).map(([path, data]): [string, MetadataEntry[]] => [
    path,
    [{ type: 'aws:cdk:creationStack', data, trace: undefined }],
  ]);
  return { entries: () => new Map(entries), pathOf: () => undefined, mentions: () => true };
}

/** A file of 30 lines with 40 characters each. */
export const LINES = `${'x'.repeat(40)}\n`.repeat(30);
