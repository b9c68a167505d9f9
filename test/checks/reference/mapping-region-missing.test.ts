import { expect, it } from 'vitest';
import { mappingRegionMissing as check } from '../../../checks/reference/unresolved.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { ExampleStack } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { conditions, parameters, using } from './imports.js';

const lookup = (map: string, key: JsonObject | string, ...rest: (JsonObject | string)[]) => ({ 'Fn::FindInMap': [map, key, ...rest] });
const byRegion = lookup('Images', { Ref: 'AWS::Region' }, 'web');
const stack = (value: JsonObject, more: ExampleStack = { region: 'eu-west-1' }) => ({
  Web: {
    mappings: { Images: { 'us-east-1': { web: 'ami-1' }, 'eu-central-1': {} } },
    parameters,
    conditions,
    resources: { Server: using(value) },
    ...more,
  },
});

it.each([
  ['eu-west-1', 'does not have eu-west-1'],
  ['eu-central-1', 'has no web for eu-central-1'],
])('reports in %s', (region, lacks) => {
  expect(findingsIn(stack(byRegion, { region }), check)).toEqual([
    {
      severity: 'error',
      checkId: 'reference/mapping-region-missing',
      stack: 'Web',
      logicalId: 'Server',
      propertyPath: 'VpcId',
      message: `The mapping Images, in which Server looks up its region, ${lacks}: "Unable to get mapping for Images::${region}::web".`,
    },
  ]);
});

it.each<[string, JsonObject, ExampleStack | undefined]>([
  ['a region that it has', byRegion, { region: 'us-east-1' }],
  ['no region', byRegion, {}],
  ['a default', lookup('Images', { Ref: 'AWS::Region' }, 'web', { DefaultValue: 'ami-9' }), undefined],
  ['another key: linters know that', lookup('Images', 'production', 'web'), undefined],
  ['a map that is not there: linters know that', lookup('Other', { Ref: 'AWS::Region' }, 'web'), undefined],
  ['a key that is not known', lookup('Images', { Ref: 'Stage' }, 'web'), undefined],
  ['in one branch', { 'Fn::If': ['Live', byRegion, 'ami-9'] }, undefined],
])('reports nothing: %s', (_, value, more) => {
  expect(findingsIn(stack(value, more), check)).toEqual([]);
});
