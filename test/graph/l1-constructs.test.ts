import { expect, it } from 'vitest';
import { isL1Construct } from '../../src/graph/model/l1-construct.js';
import { graphOf } from './links-in.js';

/** Whether each resource of a stack, by construct path, is an L1 construct of the app. */
function l1In(...paths: readonly string[]): readonly string[] {
  const ids = new Map(paths.map((path, index) => [`R${index}`, path]));
  const graph = graphOf({
    stacks: {
      Data: {
        resources: Object.fromEntries([...ids.keys()].map((id) => [id, { Type: 'AWS::EC2::Subnet' }])),
        artifact: {
          metadata: Object.fromEntries([...ids].map(([id, path]) => [`/${path}`, [{ type: 'aws:cdk:logicalId', data: id }]])),
        },
      },
    },
  });
  return [...graph.resources()].flatMap((resource) => (isL1Construct(resource) ? [ids.get(resource.logicalId) ?? ''] : []));
}

it.each<[what: string, paths: readonly string[], found: readonly string[]]>([
  ['an L1 construct', ['Data/Table'], ['Data/Table']],
  ['one in a construct of the app', ['Data/Shop/Table'], ['Data/Shop/Table']],
  ['an L2 construct', ['Data/Table/Resource'], []],
  ['a pattern', ['Data/Table/Default'], []],
  ['what an L2 construct makes besides', ['Data/Vpc/Resource', 'Data/Vpc/PublicSubnet1/Subnet'], []],
  ['an L1 construct beside an L2 construct', ['Data/Vpc/Resource', 'Data/Table'], ['Data/Table']],
])('%s', (_, paths, found) => {
  expect(l1In(...paths)).toEqual(found);
});
