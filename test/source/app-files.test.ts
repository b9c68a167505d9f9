import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findAppFiles, findAppLanguage } from '../../src/source/app-files.js';
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

test.each([
  ['npx ts-node --prefer-ts-exts bin/app.ts', 'typescript'],
  ['npx tsx bin/app.ts', 'typescript'],
  ['node bin/app.js', 'javascript'],
  ['python3 app.py', 'python'],
  ['.venv/Scripts/python.exe -m infra.app', 'python'],
  ['mvn -e -q compile exec:java', 'java'],
  ['./gradlew run', 'java'],
  ['go mod download && go run ./cmd/infra.go', 'go'],
  ['dotnet run --project src/App/App.csproj', 'csharp'],
  ['make synth', undefined],
])('%s is an app in %s', (app, language) => {
  const root = temporaryFolder();
  writeFiles(root, { 'cdk.json': { app } });
  expect(findAppLanguage(join(root, 'cdk.out'), root)).toBe(language);
});
