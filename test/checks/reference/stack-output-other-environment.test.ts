import { expect, it } from 'vitest';
import { stackOutputOtherEnvironment as check } from '../../../checks/reference/stack-outputs.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { using } from './imports.js';

const role = (account: string) => ({ RoleArn: `arn:aws:iam::${account}:role/reader` });
const reading = (call: JsonObject, region: string | undefined = 'us-west-2'): Example => ({
  Database: { region: 'us-east-1', outputs: { Endpoint: { Value: 'a' } } },
  Standby: {
    region,
    dependencies: ['Database'],
    parameters: { Where: { Type: 'String' } },
    resources: { Group: using({ 'Fn::GetStackOutput': { StackName: 'Database', OutputName: 'Endpoint', ...call } }) },
  } as Example[string],
});

it.each<[JsonObject, string]>([
  [{}, 'looks for the stack Database in us-west-2, but it is deployed to us-east-1: deployment fails.'],
  [{ Region: 'eu-west-1' }, 'looks for the stack Database in eu-west-1, but it is deployed to us-east-1: deployment fails.'],
  [
    { Region: 'us-east-1', ...role('111122223333') },
    'looks for the stack Database in account 111122223333, but it is deployed to us-east-1 of account 482731905566: deployment fails.',
  ],
])('reports %j', (call, message) => {
  expect(findingsIn(reading(call), check)).toEqual([
    {
      severity: 'error',
      checkId: 'reference/stack-output-other-environment',
      stack: 'Standby',
      logicalId: 'Group',
      propertyPath: 'VpcId',
      message: `Group ${message}`,
      related: [{ stack: 'Database', message: 'This is the stack.' }],
    },
  ]);
});

it.each<[string, Example]>([
  ['the right region', reading({ Region: 'us-east-1' })],
  ['a role of the same account', reading({ Region: 'us-east-1', ...role('482731905566') })],
  ['a region that is not known', reading({ Region: { Ref: 'Where' } })],
  ['a stack of another app', reading({ StackName: 'Elsewhere' })],
  [
    'a stack of the same name in both',
    { ...reading({}), Twin: { region: 'us-west-2', name: 'Database', outputs: { Endpoint: { Value: 'b' } } } },
  ],
])('reports nothing: %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});

it('ignores stacks that the configuration knows, and about readers without a region', () => {
  expect(findingsIn(reading({}), check, { external: { stacks: ['Data*'] } })).toEqual([]);
  const { Database, Standby } = reading({});
  const { region: _, ...agnostic } = Standby as Example[string];
  expect(findingsIn({ Database: Database as Example[string], Standby: agnostic }, check)).toEqual([]);
});
