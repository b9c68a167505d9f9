import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { watch } from '../../src/commands/watch.js';
import { main } from '../../src/main.js';
import { writeSketch } from '../../src/testing/assembly-sketch.js';
import { temporaryFolder, writeAssembly } from '../support/assembly-builder.js';
import { WRONG_RECORD } from '../support/planted.js';
import { FakeStream } from '../support/run-main.js';

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
  const code = watch({ inputs: [root], workingDirectory: '/', signal: stop.signal, run });
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
  const code = watch({ inputs: ['cdk.out'], workingDirectory: folder, signal: stop.signal, run });
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
  const code = watch({ inputs: [root], workingDirectory: folder, signal: stop.signal, run });
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

test('checks again when a template changes, comes or goes', async () => {
  const folder = temporaryFolder();
  const write = (name: string, type: string) => writeFileSync(join(folder, name), `Resources: { A: { Type: ${type} } }\n`);
  write('one.yaml', 'AWS::SQS::Queue');
  const stop = new AbortController();
  const run = vi.fn(async () => 0);
  const code = watch({ inputs: ['.'], workingDirectory: folder, signal: stop.signal, run });
  await ends(run, 1);
  write('one.yaml', 'AWS::SNS::Topic');
  await ends(run, 2);
  write('two.yaml', 'AWS::SNS::Topic');
  await ends(run, 3);
  rmSync(join(folder, 'two.yaml'));
  await ends(run, 4);
  stop.abort();
  expect(await code).toBe(0);
});

test('waits for the assembly of an app, which has no templates of its own', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'cdk.json'), '{}');
  const stop = new AbortController();
  const run = vi.fn(async () => 0);
  const code = watch({ inputs: [folder], workingDirectory: '/', signal: stop.signal, run });
  await ends(run, 0);
  stop.abort();
  expect(await code).toBe(0);
});

test('says what it watches, and what a synth fixed and brought', async () => {
  const cwd = temporaryFolder();
  const write = (name: string) =>
    writeSketch(join(cwd, 'cdk.out'), { stacks: { Web: { region: 'us-east-1', resources: { [name]: WRONG_RECORD } } } });
  write('Old');
  const stop = new AbortController();
  const [stdout, stderr] = [new FakeStream(undefined), new FakeStream(undefined)];
  const code = main(['--watch', '--lint', 'never', '--only', 'route53/set-identifier-missing'], {
    stdout,
    stderr,
    env: {},
    cwd,
    signal: stop.signal,
  });
  await vi.waitFor(() => expect(stdout.text).toContain('Old'), { timeout: 10_000, interval: 20 });
  expect(stderr.text).toBe('Watching cdk.out and the configuration. Ctrl+C ends this.\n');
  write('New');
  await vi.waitFor(() => expect(stderr.text).toContain('1 fixed, 1 new since the last run.\n'), { timeout: 10_000, interval: 20 });
  stop.abort();
  expect(await code).toBe(1);
});
