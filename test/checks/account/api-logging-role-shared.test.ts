import { expect, it } from 'vitest';
import check from '../../../checks/account/api-logging-role-shared.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const stack = (resources: object, more: object = {}) => ({ region: 'us-east-1', resources, ...more });
const role = (attributes: object = {}) => ({ Type: 'AWS::IAM::Role', Properties: {}, ...attributes });
const account = (CloudWatchRoleArn: unknown = { 'Fn::GetAtt': ['Role', 'Arn'] }) => ({
  Type: 'AWS::ApiGateway::Account',
  Properties: { CloudWatchRoleArn },
});

it.each<[string, object, readonly string[]]>([
  ['two stacks', { One: stack({ Role: role(), A: account() }), Two: stack({ Role: role(), A: account() }) }, ['Two.A']],
  [
    'one that keeps its role',
    { One: stack({ Role: role(), A: account() }), Two: stack({ Role: role({ DeletionPolicy: 'Retain' }), A: account() }) },
    ['One.A'],
  ],
  ['two APIs of one stack', { One: stack({ Role: role(), A: account(), B: account() }) }, []],
  ['two regions', { One: stack({ Role: role(), A: account() }), Two: stack({ Role: role(), A: account() }, { region: 'us-west-2' }) }, []],
  [
    'roles of elsewhere',
    {
      One: stack({ A: account('arn:aws:iam::123456789012:role/logs') }),
      Two: stack({ A: account('arn:aws:iam::123456789012:role/logs') }),
    },
    [],
  ],
])('finds stacks that set one role: %s', (_, example, expected) => {
  expect(findingsIn(example as Example, check).map(({ stack, logicalId }) => `${stack}.${logicalId}`)).toEqual(expected);
});
