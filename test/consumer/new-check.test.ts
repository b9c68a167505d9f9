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
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/new-check.js'), id, folder], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

function read(file: string, folder: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

/** As `npm run check` wants it. */
function formatted(file: string, folder: string): string {
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const argv = [biome, 'format', `--stdin-file-path=${file}`];
  return spawnSync(process.execPath, argv, { cwd: ROOT, input: read(file, folder), encoding: 'utf8' }).stdout;
}

test('writes a check that runs, and a test that names it', async () => {
  const folder = temporaryFolder();
  symlinkSync(join(ROOT, 'src'), join(folder, 'src'));
  expect(newCheck('s3/name-wrong', folder).status).toBe(0);
  const { default: check } = (await import(pathToFileURL(join(folder, 'checks/s3/name-wrong.ts')).href)) as { readonly default: Check };
  expect(findingsIn(check.docs.bad, check)).toMatchObject([{ checkId: 's3/name-wrong', logicalId: 'Bucket', propertyPath: 'BucketName' }]);
  expect(findingsIn(check.docs.good, check)).toEqual([]);
  expect(read('test/checks/s3/name-wrong.test.ts', folder)).toContain("describe('s3/name-wrong'");
  expect(newCheck('s3/name-wrong', folder)).toMatchObject({ status: 2, stderr: expect.stringContaining('is there already') });
  expect(read('test/mutations/s3/name-wrong.ts', folder)).toContain('check: check.id');
  for (const file of ['checks/s3/name-wrong.ts', 'test/checks/s3/name-wrong.test.ts', 'test/mutations/s3/name-wrong.ts'])
    expect(formatted(file, folder)).toBe(read(file, folder));
  rmSync(join(folder, 'src'));
});

test.each([
  ['', 'name it after what is wrong'],
  ['../evil/x', 'name it after what is wrong'],
  ['s3', 'name it after what is wrong'],
  ['s3/no-wildcards', 'name the problem, not the rule'],
])('rejects %j', (id, words) => {
  expect(newCheck(id, temporaryFolder())).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(words) });
});
