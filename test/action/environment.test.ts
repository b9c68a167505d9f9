import { beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../support/built.js';
import { SOUND, writeProject } from '../support/project.js';
import { runJob } from './runner.js';

beforeAll(ensureBuilt, 180_000);

const CONFIG = "console.log('NAMES ' + Object.keys(process.env).sort().join()); export default {};\n";

test('a configuration that is code runs without secrets in its environment', async () => {
  const workspace = writeProject(SOUND, { 'synthcheck.config.mjs': CONFIG });
  const { code, log } = await runJob({ workspace, inputs: { comment: 'true', token: 'ghs_secret' }, env: { AWS_SESSION_TOKEN: 'x' } });
  expect(code).toBe(0);
  const [, names = ''] = /^NAMES (.*)$/m.exec(log) ?? [];
  expect(names).toContain('GITHUB_WORKSPACE');
  expect(names).not.toMatch(/TOKEN/);
});

test('finds the assembly that cdk.json names', async () => {
  const workspace = writeProject(SOUND, { 'cdk.json': { output: 'build/cdk' } });
  const { code, log } = await runJob({ workspace });
  expect([code, log]).toEqual([2, expect.stringContaining('build/cdk')]);
});
