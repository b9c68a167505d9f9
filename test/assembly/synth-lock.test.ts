import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadAssembly } from '../../src/assembly/load.js';
import { writeAssembly } from '../support/assembly-builder.js';

const sleeper = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
afterAll(() => sleeper.kill());

function locked(content: string): string {
  return writeAssembly({ stacks: { Data: {} }, files: { 'synth.lock': content } });
}

test('does not read what a living cdk synth is writing', () => {
  const path = locked(String(sleeper.pid));
  const expected = `cdk synth is writing ${path} (pid ${sleeper.pid}): wait for it to end`;
  expect(() => loadAssembly(path)).toThrow(expected);
  const start = Date.now();
  expect(() => loadAssembly(path, { waitForSynth: 150 })).toThrow(expected);
  expect(Date.now() - start).toBeGreaterThanOrEqual(150);
});

test('waits for the lock to go', () => {
  const path = locked(String(sleeper.pid));
  const remover = spawn(process.execPath, [
    '-e',
    `setTimeout(() => require('fs').rmSync(${JSON.stringify(join(path, 'synth.lock'))}), 100)`,
  ]);
  expect(loadAssembly(path, { waitForSynth: 20_000 }).stacks.length).toBe(1);
  remover.kill();
});

test('a plugin is called within the synth that holds the lock', () => {
  expect(loadAssembly(locked(String(sleeper.pid)), { duringSynth: true }).stacks.length).toBe(1);
});

test.each(['', 'text', '0', '-1', '4194304999', String(process.pid)])('ignores a lock of nobody else: %j', (content) => {
  expect(loadAssembly(locked(content)).stacks.length).toBe(1);
});

test('ignores the lock of a dead process', async () => {
  const process_ = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => process_.on('exit', resolve));
  expect(loadAssembly(locked(String(process_.pid))).stacks.length).toBe(1);
});

test('ignores locks of readers', () => {
  const path = locked('');
  rmSync(join(path, 'synth.lock'));
  writeFileSync(join(path, `read.${sleeper.pid}.1.lock`), '');
  expect(loadAssembly(path).stacks.length).toBe(1);
});
