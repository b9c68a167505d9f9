import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runMain } from '../support/run-main.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = (state: string, ...argv: readonly string[]) =>
  runMain(['check', `samples/plain/${state}`, '--lint', 'never', ...argv], { cwd: root });

test('the planted defects are reported, and nothing else', async () => {
  const page = readFileSync(join(root, 'samples/plain/README.md'), 'utf8');
  const planted = [...page.matchAll(/^\| `(\S+\/\S+)` \| `(\S+)` \|/gm)].map(([, check, stack]) => `${check} ${stack}`);
  const { stdout } = await run('broken', '--format', 'json');
  const found = JSON.parse(stdout).findings.filter(({ severity }: { severity: string }) => severity !== 'info');
  expect(found.map(({ checkId, stack }: { checkId: string; stack: { name: string } }) => `${checkId} ${stack.name}`).sort()).toEqual(
    planted.sort(),
  );
});

test('the fixed templates have no error and no warning', async () => {
  const { code, stdout } = await run('fixed', '--fail-on', 'warning');
  expect(code, stdout).toBe(0);
});

// `npm run generate` writes them.
test.each([
  ['plain/broken', 'plain/expected/broken.txt'],
  ['plain/fixed', 'plain/expected/fixed.txt'],
  ['sam', 'sam/expected.txt'],
  ['serverless', 'serverless/expected.txt'],
  ['stack-set', 'stack-set/expected.txt'],
])('%s prints what it should', async (sample, expected) => {
  const { stdout } = await runMain(['check', `samples/${sample}`, '--lint', 'never'], { cwd: root });
  await expect(stdout).toMatchFileSnapshot(join(root, 'samples', expected));
});

test('what `sam build` writes has the same findings as its source', async () => {
  const idsIn = async (folder: string) => {
    const { stdout } = await runMain(['check', folder, '--lint', 'never', '--format', 'json'], { cwd: root });
    return JSON.parse(stdout).findings.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
  };
  expect(await idsIn('samples/sam/.aws-sam/build')).toEqual(await idsIn('samples/sam'));
});
