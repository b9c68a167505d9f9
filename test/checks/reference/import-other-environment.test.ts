import { expect, it } from 'vitest';
import { importOtherEnvironment as check } from '../../../checks/reference/unresolved.js';
import type { Example, ExampleStack } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { conditions, exporting, imported, parameters, using } from './imports.js';

const service = (more: ExampleStack = {}): ExampleStack => ({
  region: 'us-west-2',
  resources: { Group: using(imported('shared-vpc')) },
  parameters,
  conditions,
  ...more,
});

it('names both regions and both places', () => {
  expect(findingsIn({ Network: exporting({ 'Fn::Sub': 'shared-vpc' }), Service: service() }, check)).toEqual([
    {
      severity: 'error',
      checkId: 'reference/import-other-environment',
      stack: 'Service',
      logicalId: 'Group',
      propertyPath: 'VpcId',
      message: 'Group imports shared-vpc in us-west-2, but Network exports it in us-east-1: "No export named shared-vpc found".',
      related: [{ stack: 'Network', propertyPath: 'Outputs.Vpc.Export.Name', message: 'Exported here, as the output Vpc.' }],
    },
  ]);
});

it('reports once in a stack, in outputs at their value, and only warns of another account', () => {
  const twice = service({ resources: { One: using(imported('shared-vpc')), Two: using(imported('shared-vpc')) } });
  expect(findingsIn({ Network: exporting('shared-vpc'), Service: twice }, check)).toMatchObject([{ logicalId: 'One' }]);
  const output = service({ resources: {}, outputs: { Vpc: { Value: imported('shared-vpc') } } });
  const [finding] = findingsIn({ Network: exporting('shared-vpc'), Service: output }, check);
  expect(finding).toMatchObject({
    stack: 'Service',
    propertyPath: 'Outputs.Vpc.Value',
    message: expect.stringContaining('The output Vpc imports shared-vpc'),
  });
  expect(finding?.logicalId).toBeUndefined();
  expect(
    findingsIn({ Network: exporting('shared-vpc', { account: '111122223333', region: 'us-west-2' }), Service: service() }, check),
  ).toMatchObject([{ severity: 'warning', message: expect.stringContaining('us-west-2 of account 111122223333') }]);
});

it.each<[string, Example]>([
  [
    'exported here as well',
    { Network: exporting('shared-vpc'), Local: exporting('shared-vpc', { region: 'us-west-2' }), Service: service() },
  ],
  ['the same region', { Network: exporting('shared-vpc', { region: 'us-west-2' }), Service: service() }],
  ['an importer without a region', { Network: exporting('shared-vpc'), Service: { resources: service().resources ?? {} } }],
  ['an exporter without a region', { Network: exporting('shared-vpc', { region: undefined } as never), Service: service() }],
  ['exported nowhere: of that another check reports', { Service: service() }],
  [
    'a name that is not known',
    { Network: exporting('shared-vpc'), Service: service({ resources: { Group: using(imported({ Ref: 'Stage' })) } }) },
  ],
  [
    'in one branch',
    {
      Network: exporting('shared-vpc'),
      Service: service({ resources: { Group: using({ 'Fn::If': ['Live', imported('shared-vpc'), 'vpc-1'] }) } }),
    },
  ],
  [
    'a resource that may not be there',
    {
      Network: exporting('shared-vpc'),
      Service: service({ resources: { Group: { ...using(imported('shared-vpc')), Condition: 'Live' } } }),
    },
  ],
])('reports nothing: %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});

it('ignores names that the configuration knows', () => {
  expect(findingsIn({ Network: exporting('shared-vpc'), Service: service() }, check, { external: { exports: ['shared-*'] } })).toEqual([]);
});
