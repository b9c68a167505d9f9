import { expect, it } from 'vitest';
import { identityWithin } from '../../src/graph/model/value.js';
import { graphOf } from './links-in.js';

/** Whether two expressions of one template are known to be equal. */
function areEqual(one: unknown, other: unknown): boolean {
  const graph = graphOf({
    stacks: {
      App: {
        parameters: { A: { Type: 'String' }, B: { Type: 'String' } },
        resources: { Reader: { Type: 'X::Y::Z', Properties: { One: one, Other: other } } },
      },
    },
  });
  const [reader] = graph.resources();
  const [first, second] = ['One', 'Other'].map((name) => reader && identityWithin(reader.property(name).value, 'App'));
  return first !== undefined && first === second;
}

const imported = (parameter: string) => ({ 'Fn::ImportValue': { Ref: parameter } });
const secret = (parameter: string) => ({ 'Fn::Sub': `{{resolve:secretsmanager:\${${parameter}}:SecretString:name}}` });

it.each<[what: string, one: unknown, other: unknown, equal: boolean]>([
  ['one parameter', { Ref: 'A' }, { Ref: 'A' }, true],
  ['two parameters', { Ref: 'A' }, { Ref: 'B' }, false],
  ['one export that nothing here has', { 'Fn::ImportValue': 'x' }, { 'Fn::ImportValue': 'x' }, true],
  ['exports whose names are parameters', imported('A'), imported('B'), false],
  ['secrets whose names are parameters', secret('A'), secret('B'), false],
])('compares %s', (_, one, other, equal) => {
  expect(areEqual(one, other)).toBe(equal);
});
