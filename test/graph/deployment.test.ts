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

it('names stacks of several assemblies by the ids that the document gives them', () => {
  const app = (name: string) => ({
    stacks: { Data: { outputs: exporting(name) }, Api: { nested: { Inner: { resources: importing(name) } }, dependencies: ['Data'] } },
  });
  const graph = graphOf(app('one'), app('two'), app('three'));
  const { stacks, resources, deployment } = toGraphDocument(graph);
  const ids = stacks.map(({ id }) => id);
  expect(ids.slice(0, 3)).toEqual(['Data', 'Api', 'Api/Inner']);
  expect(new Set(ids).size).toBe(9);
  expect(deployment.needs).toHaveLength(3);
  for (const { stack, needs } of deployment.needs) expect(ids).toEqual(expect.arrayContaining([stack, needs]));
  expect(resources.map(({ id }) => id)).toEqual([...graph.resources()].map(({ id }) => id));
});

it.each<[what: string, value: unknown, cycles: readonly string[][]]>([
  ['through parameters of Parameter Store', '{{resolve:ssm:/right}}', [['Left', 'Right']]],
  ['not through what an undecided condition may leave out', { 'Fn::If': ['Open', '{{resolve:ssm:/right}}', ''] }, []],
])('finds cycles %s', (_, value, cycles) => {
  const parameter = (name: string) => ({ Type: 'AWS::SSM::Parameter', Properties: { Name: name, Value: 'v' } });
  const graph = graphOf({
    stacks: {
      Left: {
        parameters: { P: { Type: 'String' } },
        conditions: { Open: { 'Fn::Equals': [{ Ref: 'P' }, 'x'] } },
        resources: { Offers: parameter('/left'), Reads: { Type: 'X::Y::Z', Properties: { Value: value } } },
      },
      Right: { resources: { Offers: parameter('/right'), Reads: { Type: 'X::Y::Z', Properties: { Value: '{{resolve:ssm:/left}}' } } } },
    },
  });
  expect(toGraphDocument(graph).deployment.cycles).toEqual(cycles);
});
