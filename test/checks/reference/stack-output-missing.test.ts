import { expect, it } from 'vitest';
import { stackOutputMissing as check } from '../../../checks/reference/stack-outputs.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { using } from './imports.js';

const reading = (call: JsonObject, outputs: JsonObject = { Endpoint: { Value: 'a' } }): Example => ({
  Database: { region: 'us-east-1', outputs },
  Standby: {
    region: 'us-west-2',
    dependencies: ['Database'],
    parameters: { Which: { Type: 'String' } },
    resources: { Group: using({ 'Fn::GetStackOutput': { StackName: 'Database', Region: 'us-east-1', OutputName: 'Reader', ...call } }) },
  },
});

it('names the outputs that there are', () => {
  expect(findingsIn(reading({}), check)).toEqual([
    {
      severity: 'error',
      checkId: 'reference/stack-output-missing',
      stack: 'Standby',
      logicalId: 'Group',
      propertyPath: 'VpcId',
      message: 'Group reads the output Reader of the stack Database, which has no output of this name: deployment fails.',
      related: [{ stack: 'Database', message: 'Its outputs are Endpoint.' }],
    },
  ]);
  expect(findingsIn(reading({}, {}), check)).toMatchObject([{ message: expect.stringContaining('which has no outputs') }]);
});

it.each<[string, Example]>([
  ['there', reading({ OutputName: 'Endpoint' })],
  ['another stack', reading({ StackName: 'Elsewhere' })],
  ['another region: of that another check reports', reading({ Region: 'us-east-2' })],
  ['a name that is not known', reading({ OutputName: { Ref: 'Which' } })],
])('reports nothing: %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
