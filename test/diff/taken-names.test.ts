import { describe, expect, test } from 'vitest';
import { diffOf } from './diff-of.js';

type Resources = Readonly<Record<string, unknown>>;
const app = (resources: Resources) => ({ stacks: { App: { region: 'us-east-1', resources } } });
const queue = (QueueName: string, more: Resources = {}) => ({ Type: 'AWS::SQS::Queue', Properties: { QueueName }, ...more });
const alarm = (Type: string, AlarmName: string) => ({ Type: `AWS::CloudWatch::${Type}`, Properties: { AlarmName } });

async function problems(before: Resources, after: Resources) {
  const { deployment } = await diffOf(app(before), app(after));
  return deployment.problems.map(({ kind, level, message }) => `${level} ${kind}: ${message}`);
}

describe('a name that another deployed resource has', () => {
  test.each<[name: string, before: Resources, after: Resources, expected: readonly string[]]>([
    [
      'two swap their names',
      { One: queue('a'), Two: queue('b') },
      { One: queue('b'), Two: queue('a') },
      ['blocked name-collision: It is created with the name b while the deployed Two still has it: `b already exists`.'],
    ],
    [
      'one takes the name that the other gives up',
      { One: queue('a'), Two: queue('b') },
      { One: queue('b'), Two: queue('c') },
      ['blocked name-collision: It is created with the name b while the deployed Two still has it: `b already exists`.'],
    ],
    [
      'another type with names of the same space',
      { One: alarm('Alarm', 'a') },
      { Two: alarm('CompositeAlarm', 'a') },
      [expect.stringMatching(/^blocked name-collision: .*`a already exists`/)],
    ],
    ['both get names that are free', { One: queue('a'), Two: queue('b') }, { One: queue('c'), Two: queue('d') }, []],
    ['names without regard to a queue that stays', { One: queue('a'), Two: queue('b') }, { One: queue('c'), Two: queue('b') }, []],
  ])('%s', async (_, before, after, expected) => {
    expect(await problems(before, after)).toEqual(expected);
  });
});

describe('an attribute of a table with another type', () => {
  const table = (types: Readonly<Record<string, string>>, more: Resources = {}) => ({
    Table: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        AttributeDefinitions: Object.entries(types).map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType })),
        ...more,
      },
    },
  });

  test('replaces the table', async () => {
    const { resources } = await diffOf(app(table({ id: 'S' })), app(table({ id: 'N' })));
    expect(resources.map(({ consequence }) => consequence)).toEqual(['data-loss']);
    expect(await problems(table({ id: 'S' }, { TableName: 'devices' }), table({ id: 'N' }, { TableName: 'devices' }))).toEqual([
      expect.stringMatching(/^blocked name-collision: It is replaced and keeps the name devices/),
    ]);
  });

  test('says nothing of a global table, whose page says "No interruption"', async () => {
    const [before, after] = [table({ id: 'S' }), table({ id: 'N' })].map(({ Table }) => ({
      Table: { ...Table, Type: 'AWS::DynamoDB::GlobalTable' },
    }));
    const { resources } = await diffOf(app(before ?? {}), app(after ?? {}));
    expect(resources.map(({ consequence }) => consequence)).toEqual(['changed']);
  });

  test('is not one that comes, goes or has another name', async () => {
    for (const types of [{ id: 'S', on: 'N' }, { id: 'S', at: 'S', on: 'N' }, { id: 'S' }]) {
      const { resources } = await diffOf(app(table({ id: 'S', at: 'S' })), app(table(types)));
      expect(resources.filter(({ consequence }) => consequence === 'data-loss')).toEqual([]);
    }
  });
});
