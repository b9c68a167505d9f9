import { describe, expect, test } from 'vitest';
import { runMain } from '../support/run-main.js';
import { checkIn, TABLE, writeRepository } from './project.js';

/** What the checks see of a property. */
async function nameOf(yaml: string): Promise<string | null> {
  const cwd = writeRepository({ 'a.yaml': yaml });
  const { stdout } = await runMain(['graph', 'a.yaml', '--format', 'json'], { cwd });
  return JSON.parse(stdout).resources.at(-1).physicalName;
}

const queue = (name: string, before = '') =>
  `${before}Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: ${name}\n`;

test.each([
  ['a text', 'jobs', 'jobs'],
  ['an account that begins with 0', '012345678901', '012345678901'],
  ['a number with more digits than a number keeps', '12345678901234567890', '12345678901234567890'],
  ['a word that YAML 1.1 takes for a boolean', 'on', 'true'],
  ['the same in quotes', "'on'", 'on'],
  ['a date', '2012-10-17', '2012-10-17'],
  ['a function in its short form', '!Sub jobs-${AWS::StackId}', null],
  ['one in its long form', "{ 'Fn::Join': ['-', [jobs, a]] }", 'jobs-a'],
  ['one in another', "!Join ['-', [jobs, !Select [1, [a, b]]]]", 'jobs-b'],
])('%s', async (_, text, name) => {
  expect(await nameOf(queue(text))).toBe(name);
});

describe('anchors and merge keys', () => {
  const defaults = 'Metadata:\n  defaults: &defaults\n    QueueName: jobs\n  others: &others\n    QueueName: others\n    DelaySeconds: 5\n';
  const merging = (merge: string) => `${defaults}Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties:\n      ${merge}\n`;

  test.each([
    ['an alias', `${defaults}Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties: *defaults\n`, 'jobs'],
    ['a merge key', merging('<<: *defaults'), 'jobs'],
    ['what stands in the map itself', merging('<<: *defaults\n      QueueName: own'), 'own'],
    ['the first of several', merging('<<: [*others, *defaults]'), 'others'],
  ])('%s', async (_, yaml, name) => {
    expect(await nameOf(yaml)).toBe(name);
  });

  test('are reported, and findings are at the text of the anchor', async () => {
    const yaml = `${TABLE.replace('      Replicas:', '      <<: *replicas').split('\n').slice(0, 15).join('\n')}
Metadata:
  Shared: &replicas
    Replicas:
      - Region: us-east-1
        SSESpecification: { KMSMasterKeyId: alias/a }
      - Region: us-west-2
`;
    // The anchor has to stand before its alias.
    const [head = '', resources = '', metadata = ''] = yaml.split(/^(?=Resources:|Metadata:)/m);
    const cwd = writeRepository({ 'a.yaml': head + metadata + resources });
    const { findings, diagnostics, code } = await checkIn(cwd, 'a.yaml');
    expect({ findings, diagnostics, code }).toMatchInlineSnapshot(`
      {
        "code": 1,
        "diagnostics": [
          "info a.yaml: The template has YAML aliases or merge keys (line 21). CloudFormation accepts neither: \`aws cloudformation package\` and \`sam build\` write them out.",
        ],
        "findings": [
          "error dynamodb/replica-sse-partial a() a.yaml:7:9",
        ],
      }
    `);
  });

  test('a key that is written twice is reported', async () => {
    const cwd = writeRepository({ 'a.yaml': `${queue('one')}      QueueName: two\n` });
    expect(await checkIn(cwd, 'a.yaml')).toMatchObject({
      code: 0,
      diagnostics: ['warning a.yaml: `QueueName` is written twice in one map (line 6): the last one counts here.'],
    });
  });
});

describe('hostile YAML', () => {
  const bomb = (levels: number) =>
    Array.from(
      { length: levels },
      (_, index) =>
        `  a${index}: &a${index} [${Array(10)
          .fill(index === 0 ? 'x' : `*a${index - 1}`)
          .join(', ')}]`,
    ).join('\n');

  test.each([
    [
      'aliases that stand for a billion values',
      `Metadata:\n${bomb(10)}\n${queue('jobs')}`,
      'holds more than 1000000 values once its aliases are written out',
    ],
    ['an anchor that holds itself', `Metadata: &a\n  b: *a\n${queue('jobs')}`, 'is nested more than 200 levels deep'],
    ['a map that merges itself', `Metadata: &a\n  <<: *a\n${queue('jobs')}`, 'is nested more than 200 levels deep'],
    ['an alias to nothing', `Metadata: *a\n${queue('jobs')}`, undefined],
    ['two documents', `${queue('jobs')}---\n${queue('jobs')}`, undefined],
    ['deep brackets', `Metadata: ${'['.repeat(5_000)}${']'.repeat(5_000)}\n${queue('jobs')}`, undefined],
  ])('%s', async (_, yaml, problem) => {
    const cwd = writeRepository({ 'a.yaml': yaml });
    const { code, diagnostics } = await checkIn(cwd, 'a.yaml');
    expect(code).toBe(2);
    if (problem !== undefined) expect(diagnostics).toEqual([`error a.yaml: The template ${problem}: it is not checked.`]);
    else expect(diagnostics.join()).toMatch(/^error a\.yaml: The template /);
  });

  test.each([
    ['keys that objects have', queue('jobs', 'Metadata:\n  __proto__: { polluted: true }\n  constructor: 1\n')],
    ['tags that nobody knows', queue('!Unknown jobs', 'Metadata: !!binary aGVsbG8=\n')],
    ['a tag of JavaScript', queue('jobs', 'Metadata: !!js/function "function () {}"\n')],
    ['a scalar of a megabyte', queue('x'.repeat(1_000_000))],
    ['merges of what is no map', queue('jobs', 'Metadata: { <<: [1, two, null, [3]] }\n')],
    ['a key that is a list', queue('jobs', 'Metadata: { ? [a, b] : c }\n')],
  ])('%s are no harm', async (_, yaml) => {
    const cwd = writeRepository({ 'a.yaml': yaml });
    expect((await checkIn(cwd, 'a.yaml')).stacks).toEqual(['a()']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
