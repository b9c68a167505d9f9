import { expect, test } from 'vitest';
import { BROKEN, BROKEN_SOURCE, SOUND, writeProject } from '../support/project.js';
import { runMain } from '../support/run-main.js';

test('a finding is one line with its place, and no finding is no line', async () => {
  const { code, stdout, stderr } = await runMain(['--format', 'compact'], { cwd: writeProject(BROKEN, BROKEN_SOURCE) });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/^lib\/data\.ts:3:5: error dynamodb\/replica-sse-partial The replica in us-west-2 [^\n]+\n$/);
  expect(await runMain(['--format', 'compact'], { cwd: writeProject(SOUND) })).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('without a source it is the line of the template', async () => {
  const { stdout } = await runMain(['--format', 'compact'], { cwd: writeProject(BROKEN) });
  expect(stdout).toMatch(/^\S+:\d+:\d+: error dynamodb\/replica-sse-partial /);
});
