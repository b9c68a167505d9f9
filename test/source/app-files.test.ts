import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findAppFiles } from '../../src/source/app-files.js';
import { temporaryFolder, writeFiles } from '../support/assembly-builder.js';

function appFiles(app: unknown, files: Readonly<Record<string, unknown>> = {}, folder = '') {
  const root = temporaryFolder();
  writeFiles(root, { [join(folder, 'cdk.json')]: typeof app === 'string' ? { app } : app, ...files });
  const assembly = join(root, folder, 'cdk.out');
  mkdirSync(assembly);
  return findAppFiles(assembly, root);
}

test.each([
  ['npx ts-node --prefer-ts-exts bin/app.ts', { 'bin/app.ts': '' }, 'bin/app.ts'],
  ['node "bin/my app.js"', { 'bin/my app.js': '' }, 'bin/my app.js'],
  ['tsc -p tsconfig.json && node bin/app.js', { 'bin/app.ts': '', 'bin/app.js': '', 'other.json': '' }, 'bin/app.ts'],
  ['python3 app.py', { 'app.py': '' }, 'app.py'],
  ['mvn -e -q compile exec:java', {}, undefined],
  ['node ../outside.js', {}, undefined],
  ['node bin/gone.js', {}, undefined],
])('%s', (app, files, entry) => {
  expect(appFiles(app, files)).toEqual({ ...(entry && { entry }), config: 'cdk.json' });
});

test('in a folder of the repository', () => {
  expect(appFiles('tsx bin/app.ts', { 'infra/bin/app.ts': '' }, 'infra')).toEqual({ entry: 'infra/bin/app.ts', config: 'infra/cdk.json' });
});

test.each([[{ app: 5 }], [[]], [{}]])('a cdk.json that says nothing: %j', (content) => {
  expect(appFiles(content)).toEqual({ config: 'cdk.json' });
});

test('without a cdk.json there is nothing', () => {
  const root = temporaryFolder();
  expect(findAppFiles(root, root)).toEqual({});
});
