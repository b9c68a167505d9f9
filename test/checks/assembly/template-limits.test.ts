import { expect, it } from 'vitest';
import check from '../../../checks/assembly/template-limits.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const many = (count: number, one: JsonObject): JsonObject => Object.fromEntries(Array.from({ length: count }, (_, n) => [`X${n}`, one]));
const topics = (count: number) => many(count, { Type: 'AWS::SNS::Topic' });
const mapping = { a: { b: 'c' } };

it.each<[Example[string], Example[string], string]>([
  [{ resources: topics(500) }, { resources: topics(501) }, '501 resources; the limit is 500'],
  [{ outputs: many(200, { Value: 'x' }) }, { outputs: many(201, { Value: 'x' }) }, '201 outputs; the limit is 200'],
  [{ parameters: many(200, { Type: 'String' }) }, { parameters: many(201, { Type: 'String' }) }, '201 parameters; the limit is 200'],
  [{ mappings: many(200, mapping) }, { mappings: many(201, mapping) }, '201 mappings; the limit is 200'],
])('knows the limits', (within, beyond, message) => {
  expect(findingsIn({ Big: within }, check)).toEqual([]);
  expect(findingsIn({ Big: beyond }, check)).toEqual([
    { severity: 'error', checkId: 'assembly/template-limits', stack: 'Big', message: `The template has ${message}.` },
  ]);
});

it('counts bytes', () => {
  const description = (length: number): Example => ({
    Big: { resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: 'x'.repeat(length) } } } },
  });
  expect(findingsIn(description(1_040_000), check)).toEqual([]);
  expect(findingsIn(description(1_050_000), check)).toMatchObject([
    { message: expect.stringMatching(/ bytes; the limit is 1,048,576\.$/) },
  ]);
});

it('counts a dynamic reference once', () => {
  const same = { Topic: { Type: 'AWS::SNS::Topic', Properties: { Tags: Array.from({ length: 99 }, () => '{{resolve:ssm:/a}}') } } };
  expect(findingsIn({ Big: { resources: same } }, check)).toEqual([]);
});

it('adds nested stacks up', () => {
  const nested = (count: number): Example => {
    const parts = Array.from({ length: count }, (_, n) => `Part${n}`);
    return {
      Big: {
        resources: Object.fromEntries(parts.map((part) => [part, { Type: 'AWS::CloudFormation::Stack' }])),
        nested: Object.fromEntries(parts.map((part) => [part, { resources: topics(500) }])),
      },
    };
  };
  expect(findingsIn(nested(4), check)).toEqual([]);
  expect(findingsIn(nested(5), check)).toMatchObject([
    {
      stack: 'Big',
      message: 'The stack and those nested in it have 2,505 resources together; the limit of one operation is 2,500.',
    },
  ]);
});
