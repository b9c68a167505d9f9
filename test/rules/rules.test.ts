import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/assembly/model.js';
import type { Config } from '../../src/config/config.js';
import { InputError } from '../../src/diagnostic.js';
import { ruleChecks } from '../../src/rules/rule-checks.js';
import { findingsIn } from '../support/findings-in.js';

type Rule = NonNullable<Config['rules']>[number];

const of = (type: string, properties: JsonObject = {}) => ({ Type: `AWS::${type}`, Properties: properties });
const example = {
  'shop-prod': {
    region: 'us-east-1',
    tags: { stage: 'prod' },
    resources: {
      Api: of('Lambda::Function', { Environment: { Variables: { QUEUE: { Ref: 'Jobs' }, TABLE: { 'Fn::ImportValue': 'table' } } } }),
      Jobs: of('SQS::Queue', { RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Failed', 'Arn'] } } }),
      Failed: of('SQS::Queue'),
      Rule: of('Events::Rule', { Targets: [{ Id: 'api', Arn: { 'Fn::GetAtt': ['Api', 'Arn'] } }] }),
      Open: of('SNS::Topic', { KmsMasterKeyId: { 'Fn::ImportValue': 'elsewhere' } }),
    },
  },
  'shop-dev': {
    region: 'us-east-1',
    resources: { Orders: of('DynamoDB::Table', { Tags: [{ Key: 'owner', Value: 'orders' }] }) },
    outputs: { Table: { Value: { Ref: 'Orders' }, Export: { Name: 'table' } } },
  },
};
const found = (rule: Omit<Rule, 'name'>) =>
  findingsIn(example, ruleChecks({ rules: [{ name: 'own', ...rule } as Rule] })).map(({ checkId, severity, logicalId, message }) => ({
    checkId,
    severity,
    logicalId,
    message,
  }));

describe('forbidden', () => {
  const rule = { forbidden: { from: { stack: '*-prod' }, to: { stack: '*-dev' } } };

  test('reports each link', () => {
    expect(found({ ...rule, reason: 'It may be deleted.' })).toEqual([
      {
        checkId: 'rules/own',
        severity: 'error',
        logicalId: 'Api',
        message: 'Api of shop-prod uses Orders of shop-dev. It may be deleted.',
      },
    ]);
  });

  test.each<[string, Omit<Rule, 'name'>, number]>([
    ['a kind of link that is not meant', { forbidden: { ...rule.forbidden, link: 'arn' } }, 0],
    ['the kind that it is', { forbidden: { ...rule.forbidden, link: ['import', 'ssm'] } }, 1],
    ['another direction', { forbidden: { from: { stack: '*-dev' }, to: { stack: '*-prod' } } }, 0],
    ['a type', { forbidden: { from: { type: 'AWS::Lambda::*' }, to: { type: ['AWS::SQS::Queue', 'AWS::S3::*'] } } }, 1],
    ['a tag of the stack and one of the resource', { forbidden: { from: { tag: { stage: 'prod' } }, to: { tag: { owner: 'ord*' } } } }, 1],
    ['a tag with another value', { forbidden: { from: { tag: { stage: 'dev' } }, to: {} } }, 0],
    ['a region', { forbidden: { from: { region: 'eu-*' }, to: {} } }, 0],
    ['a construct', { forbidden: { from: { construct: 'shop-prod/Rule' }, to: {} } }, 1],
  ])('with %s', (_, given, count) => expect(found(given)).toHaveLength(count));
});

test('required reports what has no such link, and nothing that is open', () => {
  expect(found({ severity: 'warning', required: { from: { type: 'AWS::SQS::Queue' }, to: { type: 'AWS::SQS::Queue' } } })).toEqual([
    { checkId: 'rules/own', severity: 'warning', logicalId: 'Failed', message: 'Failed of shop-prod uses nothing that the rule requires.' },
  ]);
  expect(found({ required: { from: { type: 'AWS::SNS::Topic' }, to: { type: 'AWS::KMS::Key' } } })).toEqual([]);
});

test('reachable names the way', () => {
  expect(found({ reachable: { from: { type: 'AWS::Events::Rule' }, to: { type: 'AWS::DynamoDB::Table' } } })).toEqual([
    { checkId: 'rules/own', severity: 'error', logicalId: 'Rule', message: 'Rule of shop-prod reaches Orders: Rule → Api → Orders.' },
  ]);
  expect(found({ reachable: { from: { type: 'AWS::DynamoDB::Table' }, to: { type: 'AWS::Events::Rule' } } })).toEqual([]);
});

test('two rules of one name are rejected', () => {
  const forbidden = { from: {}, to: {} };
  expect(() =>
    ruleChecks({
      rules: [
        { name: 'own', forbidden },
        { name: 'own', forbidden },
      ],
    }),
  ).toThrow(new InputError('`rules`: two rules are named `own`'));
});
