import { expect, it } from 'vitest';
import check from '../../../checks/reference/export-duplicate.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { conditions, exporting, parameters } from './imports.js';

it('reports the output of the second stack', () => {
  expect(findingsIn({ Blue: exporting('vpc'), Green: exporting({ 'Fn::Sub': 'vpc' }) }, check)).toEqual([
    {
      severity: 'error',
      checkId: 'reference/export-duplicate',
      stack: 'Green',
      propertyPath: 'Outputs.Vpc.Export.Name',
      message:
        'The output Vpc exports vpc, as the output Vpc of Blue does in us-east-1: "Export with name vpc is already exported by stack Blue".',
      related: [{ stack: 'Blue', propertyPath: 'Outputs.Vpc.Export.Name', message: 'Exported here first, as the output Vpc.' }],
    },
  ]);
});

it('only warns of stacks without a region, but not within one stack', () => {
  const open = { outputs: { Vpc: { Value: '1', Export: { Name: 'vpc' } } } };
  expect(findingsIn({ Blue: open, Green: open }, check)).toMatchObject([{ severity: 'warning' }]);
  const twice = { outputs: { ...open.outputs, Again: { Value: '2', Export: { Name: 'vpc' } } } };
  expect(findingsIn({ Blue: twice }, check)).toMatchObject([{ severity: 'error', stack: 'Blue' }]);
});

it.each<[string, Example]>([
  ['other regions', { Blue: exporting('vpc'), Green: exporting('vpc', { region: 'us-west-2' }) }],
  ['other accounts', { Blue: exporting('vpc'), Green: exporting('vpc', { account: '111122223333' }) }],
  [
    'names with the stack in them',
    { Blue: exporting({ 'Fn::Sub': '${AWS::StackName}-vpc' }), Green: exporting({ 'Fn::Sub': '${AWS::StackName}-vpc' }) },
  ],
  ['an output that may not be there', { Blue: exporting('vpc'), Green: exporting('vpc', { condition: 'Live', parameters, conditions }) }],
  [
    'a name that is not known',
    { Blue: exporting({ 'Fn::Sub': '${Stage}-vpc' }, { parameters }), Green: exporting({ 'Fn::Sub': '${Stage}-vpc' }, { parameters }) },
  ],
  ['one stack twice: of that another check reports', { Blue: exporting('vpc', { name: 'net' }), Green: exporting('vpc', { name: 'net' }) }],
])('reports nothing: %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
