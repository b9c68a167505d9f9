import { describe, expect, test } from 'vitest';
import { diffOf } from './diff-of.js';

type Resources = Readonly<Record<string, unknown>>;

async function problems(before: Resources, after: Resources) {
  const sketch = (resources: Resources) => ({ stacks: { App: { region: 'us-east-1', resources } } });
  const { deployment } = await diffOf(sketch(before), sketch(after));
  return deployment.problems.map(({ level, kind, message }) => `${level} ${kind}: ${message}`);
}

const fn = (more: Resources = {}) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Code: { ZipFile: 'exports.handler = async () => 1' },
    Handler: 'index.handler',
    Role: 'arn:aws:iam::482731905566:role/pay',
    Runtime: 'nodejs22.x',
    ...more,
  },
});
const NAME = { 'Fn::Join': ['', ['/aws/lambda/', { Ref: 'Pay' }]] };
const group = (LogGroupName: unknown = NAME) => ({ Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName, RetentionInDays: 731 } });
const retention = {
  Type: 'Custom::LogRetention',
  Properties: { ServiceToken: 'arn:aws:lambda:us-east-1:482731905566:function:retention', LogGroupName: NAME, RetentionInDays: 7 },
};

describe('a log group that exists already', () => {
  test.each<[name: string, before: Resources, after: Resources, expected: readonly RegExp[]]>([
    [
      'of a function that is deployed',
      { Pay: fn() },
      { Pay: fn(), Logs: group() },
      [/^careful identity-taken: Lambda creates this log group of the deployed Pay with the first run of the function/],
    ],
    [
      'by its name',
      { Pay: fn({ FunctionName: 'pay' }) },
      { Pay: fn({ FunctionName: 'pay' }), Logs: group('/aws/lambda/pay') },
      [/^careful identity-taken: Lambda creates this log group of the deployed Pay/],
    ],
    [
      'of two functions, in one',
      { Pay: fn(), Bill: fn() },
      { Pay: fn(), Bill: fn(), A: group(), B: group({ 'Fn::Sub': '/aws/lambda/${Bill}' }) },
      [/So it is with 1 other log group of this stack\.$/],
    ],
    [
      'of logRetention',
      { Pay: fn(), Keep: retention },
      { Pay: fn(), Logs: group() },
      [/^blocked identity-taken: `logRetention` \(Keep\) has created this log group already/],
    ],
    ['of a new function', {}, { Pay: fn(), Logs: group() }, []],
    ['of a function that logs elsewhere', { Pay: fn({ LoggingConfig: { LogGroup: '/shop/pay' } }) }, { Pay: fn(), Logs: group() }, []],
    ['with a name of its own', { Pay: fn() }, { Pay: fn({ LoggingConfig: { LogGroup: { Ref: 'Logs' } } }), Logs: group('/shop/pay') }, []],
    ['that was declared before', { Pay: fn(), Logs: group() }, { Pay: fn(), Logs: group() }, []],
  ])('%s', async (_, before, after, expected) => {
    const found = await problems(before, after);
    expect(found).toHaveLength(expected.length);
    for (const [index, message] of expected.entries()) expect(found[index]).toMatch(message);
  });
});
