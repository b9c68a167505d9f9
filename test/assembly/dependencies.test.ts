import { expect, test } from 'vitest';
import type { CloudAssembly } from '../../src/assembly/model.js';
import { diagnosticsOf, load } from './diagnostics.js';

function dependenciesOf(assembly: CloudAssembly): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(assembly.stacks.map(({ id, dependencies }) => [id, dependencies.map((stack) => stack.id)]));
}

test('are stacks, wherever they stand in the manifest, and not asset manifests', () => {
  const assembly = load({ stacks: { Api: { dependencies: ['Data', 'Network'] }, Data: { dependencies: ['Network'] }, Network: {} } });
  expect(dependenciesOf(assembly)).toEqual({ Api: ['Data', 'Network'], Data: ['Network'], Network: [] });
  expect(diagnosticsOf(assembly)).toEqual([]);
});

test('on a stage are on all stacks in it, nested ones left out', () => {
  const stage = { stacks: { A: { nested: { Child: {} } }, B: { dependencies: ['A'] } } };
  const assembly = load({ stages: { Prod: stage }, stacks: { After: { dependencies: ['assembly-Prod'] } } });
  expect(dependenciesOf(assembly)).toEqual({ ProdA: [], 'ProdA/Child': [], ProdB: ['ProdA'], After: ['ProdA', 'ProdB'] });
});

test('of an asset manifest are those of its stack: the staging bucket comes first', () => {
  const stack = (dependencies: readonly string[]) => ({ artifact: { dependencies } });
  const path = { type: 'aws:cloudformation:stack', environment: 'aws://1/x', properties: { templateFile: 'x.json' } };
  const artifacts = {
    Data: { ...path, ...stack(['Data.assets']).artifact },
    'Data.assets': { type: 'cdk:asset-manifest', properties: { file: 'x.json' }, dependencies: ['Staging'] },
    Staging: path,
  };
  const assembly = load({ manifest: { artifacts }, files: { 'x.json': {} } });
  expect(dependenciesOf(assembly)).toEqual({ Data: ['Staging'], Staging: [] });
});

test('on what is not there are left out with a warning', () => {
  const artifact = { dependencies: ['Gone', 7, 'Gone'] };
  const assembly = load({ stacks: { Data: { artifact } } });
  expect(dependenciesOf(assembly)).toEqual({ Data: [] });
  expect(diagnosticsOf(assembly)).toEqual([
    'warning manifest.json: `Data` depends on `Gone`, which is not in the manifest: the dependency is left out.',
  ]);
});

test('may form a circle, which is for a check to find', () => {
  const assembly = load({ stacks: { A: { dependencies: ['B'] }, B: { dependencies: ['A', 'B'] } } });
  expect(dependenciesOf(assembly)).toEqual({ A: ['B'], B: ['A', 'B'] });
  expect(diagnosticsOf(assembly)).toEqual([]);
});
