import { expect, test } from 'vitest';
import type { TemplatePath } from '../../src/template/locate.js';
import { locateYaml } from '../../src/template/locate-yaml.js';

const text = `Resources:
  Table: &table
    Properties:
      Replicas:
        - Region: us-east-1
        - !If [Prod, {Region: us-west-2}, !Ref AWS::NoValue]
      "Weight": !GetAtt
        - Other
        - Weight
      Name: !Sub |
        \${A}-b
  Copy: *table
  List:
    - *table
    - !Ref   B
  Twice: 1
  Twice:
    x: {y: 2}
  Long:
    Fn::If: [Prod, 1, !GetAtt A.B]
`;

test.each<[TemplatePath, number, number]>([
  [[], 1, 1],
  [['Resources', 'Table'], 2, 3],
  [['Resources', 'Table', 'Properties', 'Weight'], 7, 7],
  [['Resources', 'Table', 'Properties', 'Weight', 'Fn::GetAtt'], 7, 17],
  [['Resources', 'Table', 'Properties', 'Weight', 'Fn::GetAtt', 1], 9, 11],
  [['Resources', 'Table', 'Properties', 'Name', 'Fn::Sub'], 10, 13],
  [['Resources', 'Table', 'Properties', 'Replicas', 0], 5, 11],
  [['Resources', 'Table', 'Properties', 'Replicas', 0, 'Region'], 5, 11],
  [['Resources', 'Table', 'Properties', 'Replicas', 1], 6, 11],
  [['Resources', 'Table', 'Properties', 'Replicas', 1, 'Fn::If'], 6, 11],
  [['Resources', 'Table', 'Properties', 'Replicas', 1, 'Fn::If', 1, 'Region'], 6, 23],
  [['Resources', 'Table', 'Properties', 'Replicas', 1, 'Fn::If', 2], 6, 43],
  [['Resources', 'Table', 'Properties', 'Replicas', 1, 'Fn::If', 2, 'Ref'], 6, 43],
  [['Resources', 'Copy'], 12, 3],
  [['Resources', 'Copy', 'Properties', 'Weight'], 7, 7],
  [['Resources', 'List', 0], 14, 7],
  [['Resources', 'List', 1, 'Ref'], 15, 7],
  [['Resources', 'Twice'], 17, 3],
  [['Resources', 'Twice', 'x', 'y'], 18, 9],
  [['Resources', 'Long', 'Fn::If', 2, 'Fn::GetAtt', 0], 20, 23],
  [['Resources', 'Nope', 'x'], 1, 1],
  [['Resources', 'Table', 'Properties', 'Replicas', 7], 4, 7],
])('%j', (path, line, column) => {
  expect(locateYaml(text, [path])).toEqual([{ line, column }]);
  expect(locateYaml(`\ufeff${text.replaceAll('\n', '\r\n')}`, [path])).toEqual([{ line, column }]);
});

test('a text without a document, and one nested too deeply, have few positions', () => {
  expect(locateYaml('# nothing\n', [['A']])).toEqual([undefined]);
  expect(locateYaml(`A: ${'['.repeat(50_000)}`, [['B'], ['A', 0, 0]])).toHaveLength(2);
});
