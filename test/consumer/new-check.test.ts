import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { Check } from '../../src/check/check.js';
import { temporaryFolder } from '../support/assembly-builder.js';
import { findingsIn } from '../support/findings-in.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

function newCheck(id: string, folder: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'bench/new-check.js'), id, folder], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('writes a check that runs, and a test that names it', async () => {
  const folder = temporaryFolder();
  symlinkSync(join(ROOT, 'src'), join(folder, 'src'));
  expect(newCheck('s3/name-wrong', folder).status).toBe(0);
  const { default: check } = (await import(pathToFileURL(join(folder, 'checks/s3/name-wrong.ts')).href)) as { readonly default: Check };
  expect(findingsIn(check.docs.bad, check)).toMatchObject([{ checkId: 's3/name-wrong', logicalId: 'Bucket', propertyPath: 'BucketName' }]);
  expect(findingsIn(check.docs.good, check)).toEqual([]);
  expect(readFileSync(join(folder, 'test/checks/s3/name-wrong.test.ts'), 'utf8')).toContain("describe('s3/name-wrong'");
  expect(newCheck('s3/name-wrong', folder)).toMatchObject({ status: 2, stderr: expect.stringContaining('is there already') });
  rmSync(join(folder, 'src'));
});

test.each([
  ['', 'name it after what is wrong'],
  ['../evil/x', 'name it after what is wrong'],
  ['s3', 'name it after what is wrong'],
  ['s3/no-wildcards', 'name the problem, not the rule'],
])('refuses %j', (id, words) => {
  expect(newCheck(id, temporaryFolder())).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(words) });
});
