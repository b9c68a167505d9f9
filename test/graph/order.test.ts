import { expect, it } from 'vitest';
import { graphOf } from './links-in.js';

it('follows dependencies of the manifest over any number of steps, nested stacks with their parent', () => {
  const graph = graphOf({
    stacks: {
      A: {},
      B: { dependencies: ['A'], nested: { Inner: {} } },
      C: { dependencies: ['B'] },
      Loop: { dependencies: ['Pool'] },
      Pool: { dependencies: ['Loop'] },
    },
  });
  const stack = (id: string) => graph.stacks.find((candidate) => candidate.id === id) ?? expect.fail(id);
  const precedes = (first: string, second: string) => graph.order.precedes(stack(first), stack(second));
  expect([precedes('A', 'C'), precedes('A', 'B/Inner'), precedes('B/Inner', 'C'), precedes('C', 'A'), precedes('A', 'A')]).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  expect([precedes('Loop', 'Pool'), precedes('Loop', 'Loop')]).toEqual([true, true]);
});

it('follows references inside a template, not equal names', () => {
  const graph = graphOf({
    stacks: {
      App: {
        region: 'us-east-1',
        resources: {
          Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'acme-receipts' } },
          Middle: { Type: 'X::Y::Z', DependsOn: 'Bucket' },
          Last: { Type: 'X::Y::Z', Properties: { Value: { Ref: 'Middle' } } },
          Named: { Type: 'X::Y::Z', Properties: { BucketName: 'acme-receipts' } },
        },
      },
    },
  });
  const resource = (id: string) => [...graph.resources()].find(({ logicalId }) => logicalId === id) ?? expect.fail(id);
  const before = (first: string, second: string) => graph.order.createdBefore(resource(first), resource(second));
  expect([before('Bucket', 'Last'), before('Last', 'Bucket'), before('Bucket', 'Named')]).toEqual([true, false, false]);
});
