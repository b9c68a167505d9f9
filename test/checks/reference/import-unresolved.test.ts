import { expect, it } from 'vitest';
import { importUnresolved as check } from '../../../checks/reference/unresolved.js';
import { loadAssembly } from '../../../src/assembly/load.js';
import type { Example } from '../../../src/check/example.js';
import { runChecks } from '../../../src/check/run.js';
import { NO_SETTINGS } from '../../../src/check/settings.js';
import { buildGraph } from '../../../src/graph/graph.js';
import { writeAssembly } from '../../support/assembly-builder.js';
import { findingsIn } from '../../support/findings-in.js';
import { conditions, exporting, imported, parameters, using } from './imports.js';

const service = (value: Parameters<typeof using>[0]): Example => ({
  Service: { region: 'us-west-2', parameters, conditions, resources: { Group: using(value), Other: using(value) } },
});

it('reports once of a name', () => {
  expect(findingsIn(service(imported('shared-vcp')), check)).toEqual([
    {
      severity: 'warning',
      checkId: 'reference/import-unresolved',
      stack: 'Service',
      logicalId: 'Group',
      propertyPath: 'VpcId',
      message:
        'Group imports shared-vcp, which no stack in this app exports: unless another app does, deployment fails with "No export named shared-vcp found".',
    },
  ]);
  const joined = { 'Fn::Join': ['', ['arn:', imported({ 'Fn::Sub': 'vpc-${AWS::Region}' })]] };
  expect(findingsIn(service(joined), check)).toMatchObject([
    { propertyPath: 'VpcId.Fn::Join.1.1', message: expect.stringContaining('vpc-us-west-2') },
  ]);
});

it.each([
  ['an application of SAM, such as rotates a secret', 'AWS::Serverless-2016-10-31', 'AWS::Serverless::Application', 1],
  ['what SAM makes others of', 'AWS::Serverless-2016-10-31', 'AWS::Serverless::Function', 0],
  ['a macro', 'Acme::Exports', 'AWS::Serverless::Application', 0],
  ['a nested stack whose template is not here', undefined, 'AWS::CloudFormation::Stack', 0],
  ['a template that cannot be read', undefined, undefined, 0],
])('beside %s', (_, Transform, Type, count) => {
  const files = { 'Rotation.template.json': Type === undefined ? '{' : { Transform, Resources: { Rotation: { Type } } } };
  const path = writeAssembly({ stacks: { ...service(imported('shared-vpc')), Rotation: {} }, files });
  const { problems } = runChecks(buildGraph([loadAssembly(path)]), [check], NO_SETTINGS);
  expect(problems).toHaveLength(count);
});

it.each<[string, Example]>([
  ['exported', { ...service(imported('shared-vpc')), Network: exporting('shared-vpc', { region: 'us-west-2' }) }],
  ['exported in another region: of that another check reports', { ...service(imported('shared-vpc')), Network: exporting('shared-vpc') }],
  ['not known', service(imported({ 'Fn::Sub': '${Stage}-vpc' }))],
  [
    'in a nested stack that may not be there',
    {
      Service: {
        parameters,
        conditions,
        resources: { Inner: { Type: 'AWS::CloudFormation::Stack', Condition: 'Live' } },
        nested: { Inner: { resources: { Group: using(imported('shared-vpc')) } } },
      },
    },
  ],
  ['in one branch', service({ 'Fn::If': ['Live', imported('shared-vpc'), 'vpc-1'] })],
])('reports nothing: %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});

it('ignores names that the configuration knows', () => {
  expect(findingsIn(service(imported('shared-vpc')), check, { external: { exports: ['shared-*'] } })).toEqual([]);
});
