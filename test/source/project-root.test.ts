import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findProjectRoot, toPathFrom } from '../../src/source/project-root.js';
import { createProject } from './project.js';

test('the repository of the assembly, else its CDK project', () => {
  const root = createProject({ 'apps/web/cdk.json': '{}', 'apps/web/package.json': '{}', 'package.json': '{}' });
  const assembly = join(root, 'apps/web/cdk.out');
  mkdirSync(assembly);
  expect(findProjectRoot(assembly, '/nowhere')).toBe(join(root, 'apps/web'));
  mkdirSync(join(root, '.git'));
  expect(findProjectRoot(assembly, '/nowhere')).toBe(root);
});

test('an assembly that lies elsewhere belongs to the working directory’s repository', () => {
  const elsewhere = createProject({});
  const root = createProject({ 'infra/lib/a.ts': '' });
  expect(findProjectRoot(join(elsewhere, 'cdk.out'), join(root, 'infra'))).toBe(join(root, 'infra'));
  mkdirSync(join(root, '.git'));
  expect(findProjectRoot(join(elsewhere, 'cdk.out'), join(root, 'infra'))).toBe(root);
});

test('the path to show depends on where one stands', () => {
  expect(toPathFrom('/repo/infra', '/repo', 'infra/lib/a.ts')).toBe('lib/a.ts');
  expect(toPathFrom('/repo/infra', '/repo', 'lib/a.ts')).toBe('../lib/a.ts');
  expect(toPathFrom('/repo', '/repo', 'lib/a.ts')).toBe('lib/a.ts');
});
