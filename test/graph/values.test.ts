import { describe, expect, it } from 'vitest';
import { display } from '../../src/graph/model/value.js';
import type { StackSketch } from '../support/assembly-builder.js';
import { graphOf } from './links-in.js';

/** The value of one expression in a stack that has a bucket, as a person would write it. */
function valueIn(expression: unknown, stack: StackSketch = { region: 'us-east-1' }): string {
  const graph = graphOf({
    stacks: {
      App: { ...stack, resources: { Bucket: { Type: 'AWS::S3::Bucket' }, Reader: { Type: 'X::Y::Z', Properties: { Value: expression } } } },
    },
  });
  const property = graph.resourcesOfType('X::Y::Z')[0]?.property('Value');
  return property === undefined ? 'no reader' : display(property.value);
}

const east: StackSketch = { region: 'us-east-1' };
const china: StackSketch = { region: 'cn-north-1' };
const anywhere: StackSketch = { account: null };

describe('values', () => {
  it.each<[what: string, expression: unknown, stack: StackSketch, value: string]>([
    [
      'pseudo parameters of the environment',
      { 'Fn::Sub': '${AWS::Region} ${AWS::AccountId} ${AWS::Partition} ${AWS::URLSuffix} ${AWS::StackName}' },
      east,
      'us-east-1 482731905566 aws amazonaws.com App',
    ],
    ['another partition', { 'Fn::Sub': '${AWS::Partition} ${AWS::URLSuffix}' }, china, 'aws-cn amazonaws.com.cn'],
    ['a stack for any environment', { 'Fn::Sub': 'x-${AWS::Region}-${AWS::AccountId}' }, anywhere, 'x-${AWS::Region}-${AWS::AccountId}'],
    ['Fn::Join', { 'Fn::Join': ['-', ['a', { Ref: 'Bucket' }, 3]] }, east, 'a-${Bucket}-3'],
    ['Fn::Join without the removed', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::NoValue' }, 'b']] }, east, 'a-b'],
    ['Fn::Sub with a map and an escape', { 'Fn::Sub': ['${A}/${!A}/${Bucket.Arn}', { A: 'x' }] }, east, 'x/${A}/${Bucket.Arn}'],
    ['Fn::Select of Fn::Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, east, 'b'],
    ['Fn::Split at a reference', { 'Fn::Select': [1, { 'Fn::Split': ['/', { 'Fn::Sub': 'x/${Bucket}/y' }] }] }, east, '${Fn::Split}'],
    ['Fn::Split behind a reference', { 'Fn::Select': [2, { 'Fn::Split': ['/', { 'Fn::Sub': 'x/${Bucket}/y' }] }] }, east, '${Fn::Select}'],
    ['Fn::Split before a reference', { 'Fn::Select': [0, { 'Fn::Split': ['/', { 'Fn::Sub': 'x/${Bucket}/y' }] }] }, east, 'x'],
    ['an index behind the end', { 'Fn::Select': [9, ['a']] }, east, '${Fn::Select}'],
    [
      'Fn::FindInMap on the region',
      { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'size'] },
      { ...east, mappings: { Sizes: { 'us-east-1': { size: 'large' } } } },
      'large',
    ],
    [
      'Fn::FindInMap with a default',
      { 'Fn::FindInMap': ['Sizes', 'x', 'size', { DefaultValue: 'small' }] },
      { ...east, mappings: { Sizes: {} } },
      'small',
    ],
    [
      'a parameter with a value',
      { Ref: 'Mode' },
      { parameters: { Mode: { Type: 'String', Default: 'slow' } }, parameterValues: { Mode: 'fast' } },
      'fast',
    ],
    [
      'a parameter with a default, which a deployment may override',
      { Ref: 'Mode' },
      { parameters: { Mode: { Type: 'String', Default: 'slow' } } },
      '${Mode}',
    ],
    [
      'a list parameter',
      { 'Fn::Select': ['1', { Ref: 'Zones' }] },
      { parameters: { Zones: { Type: 'CommaDelimitedList' } }, parameterValues: { Zones: 'a, b' } },
      'b',
    ],
    [
      'an SSM parameter that nobody writes',
      { Ref: 'Ami' },
      { parameters: { Ami: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/ami' } } },
      '${/ami}',
    ],
    ['a secret', '{{resolve:secretsmanager:db:SecretString:password::}}', east, '${secretsmanager:db}'],
    [
      'a secret by reference',
      { 'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'Bucket' }, ':SecretString:password::}}']] },
      east,
      '${a dynamic reference}',
    ],
    ['a lookup that was not done', 'dummy-value-for-/x/y', east, '${dummy-value-for-/x/y}'],
    ['an unknown function', { 'Fn::GetAZs': '' }, east, '${Fn::GetAZs}'],
    ['a name that is not declared', { Ref: 'Nobody' }, east, '${Nobody}'],
    ['AWS::NoValue', { Ref: 'AWS::NoValue' }, east, '(absent)'],
    [
      'a decided condition',
      { 'Fn::If': ['East', 'yes', 'no'] },
      { ...east, conditions: { East: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] } } },
      'yes',
    ],
    [
      'a decided condition over others',
      { 'Fn::If': ['Both', 'yes', 'no'] },
      {
        ...east,
        conditions: {
          East: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] },
          Both: {
            'Fn::And': [
              { Condition: 'East' },
              { 'Fn::Not': [{ 'Fn::Or': [{ 'Fn::Equals': ['a', 'b'] }, { 'Fn::Not': [{ Condition: 'East' }] }] }] },
            ],
          },
        },
      },
      'yes',
    ],
    [
      'an open condition',
      { 'Fn::If': ['Open', 'yes', 'no'] },
      { parameters: { P: { Type: 'String' } }, conditions: { Open: { 'Fn::Equals': [{ Ref: 'P' }, 'x'] } } },
      '${Open}',
    ],
    [
      'an open condition with equal branches',
      { 'Fn::If': ['Open', 'same', 'same'] },
      { parameters: { P: { Type: 'String' } }, conditions: { Open: { 'Fn::Equals': [{ Ref: 'P' }, 'x'] } } },
      'same',
    ],
    [
      'a condition that needs itself',
      { 'Fn::If': ['Loop', 'yes', 'no'] },
      { conditions: { Loop: { 'Fn::Not': [{ Condition: 'Loop' }] } } },
      '${Loop}',
    ],
    ['keys that are data', { __proto__: 1, constructor: { Ref: 'Bucket' } }, east, '(a map)'],
  ])('%s', (_, expression, stack, value) => {
    expect(valueIn(expression, stack)).toBe(value);
  });

  it('gives up on strings that grow without end', () => {
    const doubled = (depth: number): unknown => (depth === 0 ? 'x'.repeat(1000) : { 'Fn::Join': ['', Array(10).fill(doubled(depth - 1))] });
    expect(valueIn(doubled(3))).toBe('${a string that is too long}');
  });

  it('ends where outputs need each other', () => {
    const output = (other: string) => ({ Value: { 'Fn::ImportValue': other }, Export: { Name: other === 'a' ? 'b' : 'a' } });
    const graph = graphOf({
      stacks: {
        A: { outputs: { Out: output('b') } },
        B: { outputs: { Out: output('a') } },
        C: { resources: { R: { Type: 'X::Y::Z', Properties: { Value: { 'Fn::ImportValue': 'a' } } } } },
      },
    });
    expect(display(graph.resourcesOfType('X::Y::Z')[0]?.property('Value').value ?? { kind: 'absent' })).toBe('${A Outputs Out}');
    expect(graph.links).toEqual([]);
  });
});

describe('properties', () => {
  const graph = graphOf({
    stacks: {
      App: {
        region: 'us-east-1',
        parameters: { P: { Type: 'String' } },
        conditions: { East: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] }, Open: { 'Fn::Equals': [{ Ref: 'P' }, 'x'] } },
        resources: {
          R: {
            Type: 'X::Y::Z',
            Properties: {
              List: [{ Ref: 'AWS::NoValue' }, 'b', { 'Fn::If': ['East', { Name: 'c' }, { Ref: 'AWS::NoValue' }] }],
              Whole: { 'Fn::If': ['East', { 'Fn::If': ['East', [{ Weight: '10' }], []] }, []] },
              Open: { 'Fn::If': ['Open', { A: 1 }, { Ref: 'AWS::NoValue' }] },
              Flag: 'TRUE',
            },
          },
        },
      },
    },
  });
  const property = (...path: (string | number)[]) => graph.resourcesOfType('X::Y::Z')[0]?.property(...path);

  it('know their exact path through decided branches', () => {
    const weight = property('Whole', 0, 'Weight');
    expect([weight?.number, weight?.path.join('.')]).toEqual([10, 'Properties.Whole.Fn::If.1.Fn::If.1.0.Weight']);
  });
  it('leave out list elements that AWS::NoValue removes', () => {
    expect(property('List')?.items?.map((item) => item.text ?? item.get('Name').text)).toEqual(['b', 'c']);
  });
  it('tell absent from unknown', () => {
    expect([property('Nothing')?.isAbsent, property('Nothing', 'Below')?.isAbsent, property('Nothing')?.items]).toEqual([true, true, []]);
    expect([property('Open')?.isAbsent, property('Open')?.isUnknown, property('Open', 'A')?.isUnknown, property('Open')?.items]).toEqual([
      false,
      true,
      true,
      undefined,
    ]);
  });
  it('read booleans written as strings', () => {
    expect(property('Flag')?.boolean).toBe(true);
  });
});
