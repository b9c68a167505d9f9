import { describe, expect, test } from 'vitest';
import type { StackSketch } from '../support/assembly-builder.js';
import { diffOf, shortly } from './diff-of.js';

const data = (stack: StackSketch) => ({ stacks: { Data: { region: 'us-east-1', ...stack } } });
const subnet = (zone: unknown) => ({
  Type: 'AWS::EC2::Subnet',
  Properties: { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24', AvailabilityZone: zone },
});
const logs = (RetentionInDays: unknown) => ({ Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays } });
const choice = (value: string): StackSketch => ({
  resources: { It: subnet({ 'Fn::FindInMap': ['Zones', 'main', 'name'] }) },
  mappings: { Zones: { main: { name: value, unused: value } } },
});
const given = (value: string): StackSketch => ({
  resources: { It: logs({ Ref: 'Days' }) },
  parameters: { Days: { Type: 'Number' } },
  parameterValues: { Days: value },
});
const conditional = (stage: string): StackSketch => ({
  resources: { It: logs({ 'Fn::If': ['IsProduction', 365, 7] }), Other: logs(30) },
  mappings: { Stages: { this: { name: stage } } },
  conditions: { IsProduction: { 'Fn::Equals': [{ 'Fn::FindInMap': ['Stages', 'this', 'name'] }, 'production'] } },
});
const existing = (stage: string): StackSketch => ({
  ...conditional(stage),
  resources: { It: { ...subnet('us-east-1a'), Condition: 'IsProduction' }, Other: logs(30) },
});
const nested = (Days: string): StackSketch => ({
  nested: { Inner: { resources: { It: logs({ Ref: 'Days' }) }, parameters: { Days: { Type: 'Number' } }, parameterValues: { Days } } },
});
const withDefault = (Default: string): StackSketch => ({
  resources: { It: logs({ Ref: 'Days' }) },
  parameters: { Days: { Type: 'Number', Default } },
});

describe('what is written the same and is another value', () => {
  test.each<[name: string, before: StackSketch, after: StackSketch, expected: readonly string[]]>([
    ['a mapping', choice('us-east-1a'), choice('us-east-1b'), ['changed replaced Data.It']],
    ['a parameter that the app gives', given('30'), given('7'), ['changed data-loss Data.It']],
    ['a condition by a mapping', conditional('production'), conditional('test'), ['changed data-loss Data.It']],
    ['a resource whose condition no longer holds', existing('production'), existing('test'), ['removed removed Data.It']],
    ['a resource whose condition holds now', existing('test'), existing('production'), ['added added Data.It']],
    ['a parameter of a nested stack', nested('30'), nested('7'), ['changed data-loss Data/Inner.It', 'changed changed Data.Inner']],
  ])('%s', async (_, before, after, expected) => {
    expect(shortly((await diffOf(data(before), data(after))).resources)).toEqual(expected);
  });

  test('shows both values', async () => {
    const { resources } = await diffOf(data(choice('us-east-1a')), data(choice('us-east-1b')));
    expect(resources[0]?.properties).toMatchObject([{ path: ['AvailabilityZone'], before: 'us-east-1a', after: 'us-east-1b' }]);
  });

  test('lets a role do more', async () => {
    const policy = (target: string): StackSketch => {
      const Statement = [{ Effect: 'Allow', Action: 's3:GetObject', Resource: { 'Fn::FindInMap': ['Buckets', 'read', 'arn'] } }];
      const It = { Type: 'AWS::IAM::Policy', Properties: { PolicyName: 'p', Roles: ['reader'], PolicyDocument: { Statement } } };
      return { resources: { It }, mappings: { Buckets: { read: { arn: target } } } };
    };
    const { security } = await diffOf(data(policy('arn:aws:s3:::reports/*')), data(policy('*')));
    expect(security.map(({ direction }) => direction)).toEqual(['broadened']);
  });

  test('is not asked for a default, which counts for new stacks only', async () => {
    const { resources, stacks } = await diffOf(data(withDefault('30')), data(withDefault('7')));
    expect([resources, stacks.map(({ parts }) => parts.map(({ name }) => name))]).toEqual([[], [['Days']]]);
  });
});
