import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { watch } from '../../src/commands/watch.js';
import { temporaryFolder, writeAssembly } from '../support/assembly-builder.js';

/** Waits until the count is reached; then long enough to see a run too many. */
async function ends(run: { readonly mock: { readonly calls: readonly unknown[] } }, count: number): Promise<void> {
  await vi.waitFor(() => expect(run.mock.calls.length).toBe(count), { timeout: 10_000, interval: 20 });
  await sleep(700);
  expect(run.mock.calls.length).toBe(count);
}

test('checks at once, and again after each synth that has ended', async () => {
  const root = writeAssembly({ stacks: { Web: {} } });
  const stop = new AbortController();
  const run = vi.fn(async () => 1);
  const code = watch({ folders: [root], workingDirectory: '/', signal: stop.signal, run });
  await ends(run, 1);

  writeFileSync(join(root, 'synth.lock'), String(process.ppid));
  writeFileSync(join(root, 'manifest.json'), '{"version":"55.0.0","artifacts":{}}');
  await ends(run, 1);
  rmSync(join(root, 'synth.lock'));
  await ends(run, 2);

  stop.abort();
  expect(await code).toBe(1);
});

test('waits for a folder that is not there yet', async () => {
  const folder = temporaryFolder();
  const stop = new AbortController();
  const run = vi.fn(async () => 0);
  const code = watch({ folders: ['cdk.out'], workingDirectory: folder, signal: stop.signal, run });
  await sleep(400);
  expect(run).not.toHaveBeenCalled();
  mkdirSync(join(folder, 'new'));
  writeFileSync(join(folder, 'new', 'manifest.json'), '{}');
  renameSync(join(folder, 'new'), join(folder, 'cdk.out'));
  await ends(run, 1);
  stop.abort();
  expect(await code).toBe(0);
});

test('checks again when the configuration changes, appears or goes', async () => {
  const folder = temporaryFolder();
  const root = writeAssembly({ stacks: { Web: {} } });
  const config = join(folder, 'synthcheck.config.json');
  const stop = new AbortController();
  const run = vi.fn(async () => 0);
  const code = watch({ folders: [root], workingDirectory: folder, signal: stop.signal, run });
  await ends(run, 1);
  writeFileSync(config, '{}');
  await ends(run, 2);
  writeFileSync(config, '{ "failOn": "never" }');
  await ends(run, 3);
  rmSync(config);
  await ends(run, 4);
  stop.abort();
  expect(await code).toBe(0);
});
