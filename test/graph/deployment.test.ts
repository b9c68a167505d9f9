import { expect, it } from 'vitest';
import { toGraphDocument } from '../../src/graph/document.js';
import { graphOf } from './links-in.js';

const exporting = (name: string) => ({ Name: { Value: name, Export: { Name: name } } });
const importing = (name: string) => ({ Reader: { Type: 'X::Y::Z', Properties: { Value: { 'Fn::ImportValue': name } } } });

it('tells what stacks need of one another, whether the manifest orders them, and what is a cycle', () => {
  const { deployment } = toGraphDocument(
    graphOf({
      stacks: {
        Base: { outputs: exporting('base') },
        Ordered: { resources: importing('base'), dependencies: ['Base'] },
        Unordered: { nested: { Inner: { resources: importing('base') } } },
        Left: { resources: importing('right'), outputs: exporting('left') },
        Right: { resources: importing('left'), outputs: exporting('right'), dependencies: ['Left'] },
      },
    }),
  );
  expect(deployment).toEqual({
    needs: [
      { stack: 'Ordered', needs: 'Base', kinds: { import: 1 }, ordered: true },
      { stack: 'Unordered', needs: 'Base', kinds: { import: 1 }, ordered: false },
      { stack: 'Left', needs: 'Right', kinds: { import: 1 }, ordered: false },
      { stack: 'Right', needs: 'Left', kinds: { import: 1 }, ordered: true },
    ],
    cycles: [['Left', 'Right']],
  });
});
