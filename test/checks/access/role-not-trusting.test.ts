import { describe, expect, it } from 'vitest';
import check from '../../../checks/access/role-not-trusting.js';
import { siteWithFunction } from '../../../checks/cloudfront/model/edge-example.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { TRUSTING_ROLES } from '../../../src/facts/admission/trusting-roles.js';
import { findingsIn } from '../../support/findings-in.js';
import { nested } from './nested.js';

const role = (Principal: Json, Action = 'sts:AssumeRole'): JsonObject => ({
  Type: 'AWS::IAM::Role',
  Properties: { AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Principal, Action }] } },
});
const app = (type: string, path: string, trusted: JsonObject) => ({
  App: {
    region: 'us-east-1',
    resources: { Role: trusted, Caller: { Type: type, Properties: nested(path.split('.'), { 'Fn::GetAtt': ['Role', 'Arn'] }) } },
  },
});
const rows = [...TRUSTING_ROLES].flatMap(([type, list]) => list.map((row) => [type, row.path, row] as const));

describe('access/role-not-trusting', () => {
  it('says which service a role does not trust', () => {
    expect(findingsIn(check.docs.bad, check)).toEqual([
      {
        severity: 'error',
        checkId: check.id,
        stack: 'Orders',
        logicalId: 'Function',
        propertyPath: 'Role',
        message:
          'The trust policy of Role does not allow lambda.amazonaws.com to assume it: the deployment fails with "The role defined for the function cannot be assumed by Lambda.".',
        related: [{ stack: 'Orders', logicalId: 'Role', message: 'This is the role.' }],
      },
    ]);
  });

  it.each<[readonly string[], number]>([
    [['lambda.amazonaws.com'], 1],
    [['lambda.amazonaws.com', 'edgelambda.amazonaws.com'], 0],
  ])('asks of a function that a distribution runs: %j', (services, count) => {
    const site = siteWithFunction({});
    const { Role, ...others } = site.Site?.resources ?? {};
    const example = { Site: { region: 'us-east-1', resources: { ...others, Role: role({ Service: [...services] }) } } };
    expect(Role).toBeDefined();
    expect(findingsIn(example, check).map(({ severity, propertyPath }) => [severity, propertyPath])).toEqual(
      Array.from({ length: count }, () => ['error', 'Role']),
    );
  });

  it.each(rows)('%s %s', (type, path, { service, answer }) => {
    const found = findingsIn(app(type, path, role({ Service: 'another.amazonaws.com' })), check);
    expect(found.map(({ severity, logicalId }) => [severity, logicalId])).toEqual([[answer === undefined ? 'warning' : 'error', 'Caller']]);
    expect(findingsIn(app(type, path, role({ Service: ['another.amazonaws.com', `${service}.amazonaws.com`] })), check)).toEqual([]);
  });

  it.each<[string, JsonObject, number]>([
    ['an account', role({ AWS: '482731905566' }), 1],
    ['another action', role({ Service: 'states.amazonaws.com' }, 'sts:TagSession'), 1],
    ['the service principal of a region', role({ Service: 'states.eu-west-1.amazonaws.com' }), 0],
    ['a principal that is not known', role({ Service: { Ref: 'Principal' } }), 0],
    ['everybody', role('*'), 0],
  ])('asks about %s', (_, trusted, count) => {
    expect(findingsIn(app('AWS::StepFunctions::StateMachine', 'RoleArn', trusted), check)).toHaveLength(count);
  });

  it.each<[string, JsonObject, number]>([
    ['another account', { StringEquals: { 'aws:SourceAccount': '718820043961' } }, 1],
    ['its account', { StringEquals: { 'aws:SourceAccount': '482731905566' } }, 0],
    ['its account and what is not known', { StringEquals: { 'aws:SourceAccount': '482731905566', 'sts:ExternalId': 'pool' } }, 0],
  ])('reads the account that a trust policy is limited to: %s', (_, Condition, count) => {
    const trusted: JsonObject = {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Statement: [{ Effect: 'Allow', Principal: { Service: 'scheduler.amazonaws.com' }, Action: 'sts:AssumeRole', Condition }],
        },
      },
    };
    expect(findingsIn(app('AWS::Scheduler::Schedule', 'Target.RoleArn', trusted), check)).toHaveLength(count);
  });
});
